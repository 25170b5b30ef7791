import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BuiltApp } from '../support/built-app'
import { ROOT } from '../support/deploy'

const app = BuiltApp.read()
const STORE = readdirSync(join(ROOT, 'store'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `store/${file}`)
const DOCUMENTS = ['docs/proof.md', ...STORE]
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const found = (file: string, pattern: RegExp) =>
    [...text(file).matchAll(pattern)].map(([, what = '']) => what)

/** Tables of the built app. */
const TABLES = app.values('sys_db_object').map(({ name = '' }) => name)

describe.each(DOCUMENTS)('%s', (file) => {
    it('names files that exist', () => {
        const paths = found(file, /`((?:cli|client|docs|local-instance|scripts|setup|src|test)\/[\w./-]+)`/g)
        const links = found(file, /\]\((?!https?:)([^)#]+)/g).map((link) => join(dirname(file), link))
        const missing = [...paths, ...links].filter((path) => !existsSync(join(ROOT, path)))
        expect(missing).toEqual([])
    })

    it('links to headings that exist', () => {
        const links = [...text(file).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)]
        const missing = links.filter(([, target = '', anchor = '']) => {
            const headings = found(target ? join(dirname(file), target) : file, /^#+ (.+)$/gm)
            return !headings.map(anchorOf).includes(anchor)
        })
        expect(missing.map(([link]) => link)).toEqual([])
    })
})

describe('what has been proven where', () => {
    it('names a test for each claim', () => {
        const [claims = ''] = text('docs/proof.md').split('## What only a real instance can tell')
        const rows = claims.split('\n').filter((line) => /^\| (?!claim)/.test(line))
        expect(rows.length).toBeGreaterThan(20)
        expect(rows.filter((row) => !/`[\w./-]+\.test\.ts`/.test(row))).toEqual([])
    })

    it('names rows of the fidelity tables that are assumed', () => {
        const folder = join(ROOT, 'local-instance/fidelity')
        const rows = readdirSync(folder).flatMap((area) =>
            readFileSync(join(folder, area), 'utf8').split('\n')
        )
        const ids = found('docs/proof.md', /^\| (F-[A-Z]+-\d+) \|/gm)
        expect(ids.length).toBeGreaterThan(0)
        for (const id of ids) {
            expect(rows.find((row) => row.startsWith(`| ${id} |`))).toMatch(/assumed/)
        }
    })
})

describe('the Store kit', () => {
    it('leads from its first page to each document and to the screenshots', () => {
        const links = found('store/README.md', /\]\((?!\.\.)([^)#]+)/g).map((link) => `store/${link}`)
        expect(links.sort()).toEqual(
            [...STORE, 'store/screenshots'].filter((file) => !/README/.test(file)).sort()
        )
        expect(readdirSync(join(ROOT, 'store/screenshots')).length).toBeGreaterThan(3)
    })

    it('has a waiver for each route without authentication', () => {
        const open = app
            .values('sys_ws_operation')
            .filter((one) => one['requires_authentication'] === 'false')
        expect(open).toHaveLength(2)
        for (const { relative_path: path = '' } of open)
            expect(text('store/waiver-open-routes.md')).toContain(path)
    })

    it.each(['store/privacy.md', 'store/design.md'])(
        '%s tells of each table of the app, and of no other',
        (file) => {
            const told = found(file, /^\| `(x_opfi_openfin_\w+)` \|/gm)
            expect(told.sort()).toEqual([...TABLES].sort())
        }
    )

    it('says for how long rows are kept, as the table cleaners do', () => {
        const ages = app
            .values('sys_auto_flush')
            .map(({ tablename, age }) => [tablename, Number(age) / 86_400])
        const told = [...text('store/privacy.md').matchAll(/^\| `(x_opfi_openfin_\w+)` \|.*\| (\d+) days/gm)]
        expect(told.map(([, table, days]) => [table, Number(days)]).sort()).toEqual(ages.sort())
    })

    it('says of each column of the app’s tables in the privacy statement what it holds', () => {
        const columns = app.values('sys_dictionary').flatMap(({ name = '', element = '' }) => {
            const isOwn = TABLES.includes(name) && element !== '' && !element.startsWith('sys_')
            return isOwn ? [`${name}.${element}`] : []
        })
        const told = text('store/privacy.md')
            .split('\n')
            .flatMap((line) => {
                const [, table, what = ''] = /^\| `(x_opfi_openfin_\w+)` \| ([^|]+)\|/.exec(line) ?? []
                return table ? [...what.matchAll(/`(\w+)`/g)].map(([, column]) => `${table}.${column}`) : []
            })
        expect(columns.length).toBeGreaterThan(40)
        expect(told.sort()).toEqual(columns.sort())
    })
})

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
    return heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-')
}
