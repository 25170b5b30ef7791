import { type Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/deploy'

interface Component {
    name: string
    version: string
    purl: string
    licenses?: { license?: { id?: string; text?: { content: string } }; expression?: string }[]
}
interface Bill {
    specVersion: string
    metadata: { component: Component; timestamp?: string }
    components: Component[]
}
interface Package {
    folder: string
    manifest: { name: string }
}
/** The scripts of the release, which have no declarations. */
const scripts = (file: string) => import(join(ROOT, 'scripts/release', file)) as Promise<never>
const bills = scripts('bill-of-materials.mjs') as Promise<{
    billOf(one: Package): Promise<Bill>
    billOfApp(): Promise<Bill>
}>
const licences = scripts('licences.mjs') as Promise<{
    licenceProblems(components: Component[]): string[]
    licenceList(components: Component[]): string
}>

const packageAt = (folder: string) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { name: string },
})
const names = ({ components }: Bill) => components.map(({ purl }) => decodeURIComponent(purl.slice(8)))
const nameOnly = (reference: string) => reference.replace(/@[^@]+$/, '')

describe('the bill of materials', () => {
    const billOf = async (folder: string) => (await bills).billOf(packageAt(folder))

    it.each([['cli'], ['client'], ['local-instance'], ['app']])(
        'of %s is valid, and contains no timestamp and only allowed licences',
        async (folder) => {
            const bill = folder === 'app' ? await (await bills).billOfApp() : await billOf(folder)
            const version = bill.specVersion as Spec.Version
            const validator = new Validation.JsonStrictValidator(version)
            expect(await validator.validate(JSON.stringify(bill))).toBeNull()
            expect(await validator.validate(JSON.stringify({ ...bill, components: 1 }))).not.toBeNull()
            expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber/)
            expect((await licences).licenceProblems(bill.components)).toEqual([])
        }
    )

    it('of the command lists the contents of its bundle', async () => {
        const text = readFileSync(join(ROOT, 'cli/dist/THIRD-PARTY-LICENSES'), 'utf8')
        const bundled = [...text.matchAll(/^(\S+) (\d\S*) \(/gm)].map(([, name, at]) => `${name}@${at}`)
        expect(bundled.length).toBeGreaterThan(5)
        expect(names(await billOf('cli')).sort()).toEqual(bundled.sort())
    })

    it('of the client and the local instance lists all transitive dependencies, without development ones', async () => {
        expect(names(await billOf('client')).map(nameOnly)).toEqual(['oauth4webapi'])
        const local = names(await billOf('local-instance')).map(nameOnly)
        expect(local).toEqual(expect.arrayContaining(['fastify', 'pino', 'libsql', '@libsql/linux-x64-gnu']))
        for (const name of ['@types/node', '@types/yauzl', 'typescript', 'jest'])
            expect(local).not.toContain(name)
    })

    it('of the app lists the contents of its page bundles, with the licence texts', async () => {
        const bill = await (await bills).billOfApp()
        expect(names(bill).map(nameOnly).sort()).toEqual(['react', 'react-dom', 'scheduler', 'uplot'])
        for (const { licenses = [] } of bill.components)
            expect(licenses[0]?.license?.text?.content).toContain('Permission is hereby granted')
    })
})

describe('licences', () => {
    const component = (licence: object[] | undefined): Component => ({
        name: 'one',
        version: '1.0.0',
        purl: 'pkg:npm/%40scope/one@1.0.0',
        ...(licence && { licenses: licence }),
    })

    it.each([
        [[{ license: { id: 'MIT' } }]],
        [[{ license: { id: 'BSD-3-Clause' } }]],
        [[{ expression: '(GPL-3.0-only OR MIT)' }]],
        [[{ expression: 'MIT AND ISC' }]],
    ])('are accepted: %j', async (licence) => {
        expect((await licences).licenceProblems([component(licence)])).toEqual([])
    })

    it.each([
        [undefined, 'not stated'],
        [[], 'not stated'],
        [[{ license: { id: 'GPL-3.0-only' } }], 'GPL-3.0-only'],
        [[{ license: { name: 'SEE LICENSE IN LICENSE.txt' } }], 'SEE LICENSE IN LICENSE.txt'],
        [[{ expression: 'MIT AND CC-BY-NC-4.0' }], 'MIT AND CC-BY-NC-4.0'],
        [[{ license: { id: 'MIT' } }, { license: { id: 'UNLICENSED' } }], 'MIT AND UNLICENSED'],
    ])('are rejected: %j', async (licence, reason) => {
        expect((await licences).licenceProblems([component(licence)])).toEqual([
            `@scope/one 1.0.0: its licence is ${reason}`,
        ])
    })

    it('are listed one per line', async () => {
        expect((await licences).licenceList([component([{ license: { id: 'ISC' } }])])).toBe(
            '@scope/one 1.0.0 ISC\n'
        )
    })
})
