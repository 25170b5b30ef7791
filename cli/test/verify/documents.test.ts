import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS } from '../../src/verify/check-names'
import { ASSUMED } from '../../src/verify/assumed/ids'

const FOLDER = join(__dirname, '../../../local-instance/fidelity')

/** Rows that are assumed, in full or in part; rows of the app are, unless they say otherwise. */
function assumedRows(): string[] {
    return readdirSync(FOLDER).flatMap((file) =>
        readFileSync(join(FOLDER, file), 'utf8')
            .split('\n')
            .flatMap((line) => {
                const [id = '', behavior = '', status = ''] = line
                    .split(/(?<!\\)\|/)
                    .slice(1, 4)
                    .map((cell) => cell.trim())
                if (!/^F-[A-Z]+-\d+$/.test(id)) return []
                if (file !== 'app-assumptions.md') return status.includes('assumed') ? [id] : []
                const isSettled = /\((documented|observed)[^)]*\)/.test(behavior)
                const isDoubted = /assumed|unproven|not in the documentation|types only/.test(behavior)
                return isSettled && !isDoubted ? [] : [id]
            })
    )
}

it('each assumed row of the fidelity documents has an answer, and no other row has', () => {
    const rows = assumedRows()
    expect(rows.length).toBeGreaterThan(100)
    expect(Object.keys(ASSUMED).sort()).toEqual(rows.sort())
})

it('what is not observed has a reason', () => {
    expect(Object.entries(ASSUMED).filter(([, reason]) => !/^[A-Z].*\.$/.test(reason))).toEqual([])
})

it('the admin guide describes each check, and no other', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/admin/verify.md'), 'utf8')
    const [table = ''] = /\n\| check \| passes if[\s\S]*?\n\n/.exec(guide) ?? []
    const described = [...table.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, names = '']) =>
        [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name)
    )
    expect(described).toEqual([...CHECKS])
})
