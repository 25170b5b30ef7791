import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../support/deploy'

/** Rows of the table in hard-cases.md. */
const ROWS = [
    ...readFileSync(join(__dirname, 'hard-cases.md'), 'utf8').matchAll(
        /^\| (\d+)(?:–(\d+))? \|.*\| (.*) \|$/gm
    ),
].map(([, first = '', last = first, how = '']) => ({ first: Number(first), last: Number(last), how }))

/** Test files, and modules of scenarios, that a row names; one without a folder is in that of the one before. */
function filesOf(how: string): string[] {
    let folder = ''
    return [...how.matchAll(/`([\w./-]+\.ts)`/g)].map(([, file = '']) => {
        if (file.includes('/')) folder = dirname(file)
        return file.includes('/') ? file : `${folder}/${file}`
    })
}

describe('the table of hard cases', () => {
    it('has every case once, in their order', () => {
        const numbers = ROWS.flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, index) => first + index)
        )
        expect(numbers).toEqual(Array.from({ length: 75 }, (_, index) => index + 1))
    })

    const tried = ROWS.map(({ first, how }) => [`H${first}`, filesOf(how)] as const).filter(
        ([, files]) => files.length > 0
    )

    it.each(tried)('names tests of %s that are there and carry its number', (number, files) => {
        for (const file of files) {
            expect(existsSync(join(ROOT, file))).toBe(true)
            expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(
                new RegExp(`['"\`](H\\d+[ ,]+)*${number}\\b`)
            )
        }
    })

    it('names a test of each case', () => {
        expect(tried).toHaveLength(ROWS.length)
    })
})
