import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../../..')
const FOLDER = join(ROOT, 'local-instance/fidelity')
const INDEX = readFileSync(join(ROOT, 'local-instance/FIDELITY.md'), 'utf8')
const AREAS = readdirSync(FOLDER)

/** Rows of an area's tables, without the header rows. */
function rowsOf(area: string): string[] {
    return readFileSync(join(FOLDER, area), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('|') && !/^\| id \||^\|[-|]+$/.test(line))
}

const ids = (row: string) => /^\| (F-[A-Z]+-[1-9]\d*) \|/.exec(row)?.[1]
const ALL_IDS = AREAS.flatMap(rowsOf).map(ids)

/** Every `F-…` in the text files below a folder of the repository, as `file: id`. */
function mentions(folder: string): string[] {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|md|mjs|js)$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
        .flatMap((file) =>
            (readFileSync(join(ROOT, folder, file), 'utf8').match(/\bF-[A-Z]{2,}-\d+\b/g) ?? []).map(
                (id) => `${folder}/${file}: ${id}`
            )
        )
}

describe('the ids of the fidelity tables', () => {
    it.each(AREAS)('gives each row of %s an id of its area, which the index links to', (area) => {
        const rows = rowsOf(area)
        expect(rows.filter((row) => !ids(row))).toEqual([])
        const prefixes = new Set(rows.map((row) => ids(row)?.replace(/\d+$/, '')))
        expect([...prefixes]).toHaveLength(1)
        expect(INDEX).toContain(`| \`${[...prefixes][0]}…\` | [${area}](fidelity/${area}) |`)
    })

    it('gives each assumed row an id, and has no blank line within a table', () => {
        for (const area of AREAS) {
            const text = readFileSync(join(FOLDER, area), 'utf8')
            expect(text.match(/^\|.*\bassumed\b.*$/gm)?.filter((row) => !ids(row)) ?? []).toEqual([])
            for (const [, row = ''] of text.matchAll(/\n\n(\|.*)/g)) expect(row).toMatch(/^\| id \|/)
        }
    })

    it('uses each id once', () => {
        expect(ALL_IDS.length).toBeGreaterThan(200)
        expect(ALL_IDS.filter((id, index) => ALL_IDS.indexOf(id) !== index)).toEqual([])
    })

    it('has a row for each id that code, tests and documents name', () => {
        const named = ['src', 'local-instance', 'client', 'test', 'docs', 'examples'].flatMap(mentions)
        expect(named.filter((mention) => !ALL_IDS.includes(mention.split(': ')[1]))).toEqual([])
        expect(named.length).toBeGreaterThan(0)
    })
})
