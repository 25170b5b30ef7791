import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../test/support/deploy'

interface Entity {
    table?: string
    extends?: string
    columns: string[]
    references?: string[]
}

const GENERATED = readFileSync(join(ROOT, 'client/src/types/service-now-entities.ts'), 'utf8')
const DATA = JSON.parse(readFileSync(join(ROOT, 'client/data/entities.json'), 'utf8')) as Record<
    string,
    Record<string, Entity>
>

describe('the types of entities', () => {
    it('match the output of the generator', () => {
        const script =
            "import('./client/scripts/generate-entities.mjs').then(async (m) => process.stdout.write(await m.generateEntities()))"
        expect(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })).toBe(
            GENERATED
        )
    })

    it('cover every entity, column and reference of the data', () => {
        const entities = Object.values(DATA).flatMap((namespace) => Object.values(namespace))
        const count = (list: 'columns' | 'references') =>
            entities.flatMap((entity) => entity[list] ?? []).length
        // Also the two forms of a reference.
        expect(GENERATED.match(/^ +interface /gm)).toHaveLength(138 + 2)
        expect(GENERATED.match(/: ReferenceColumn$/gm)).toHaveLength(count('references'))
        expect(GENERATED.match(/: Column$/gm)).toHaveLength(count('columns') - count('references'))
        const tables = entities.flatMap(({ table }) => table ?? [])
        expect(tables.length).toBeGreaterThan(100)
        for (const table of tables) expect(GENERATED).toContain(`table \`${table}\``)
    })
})
