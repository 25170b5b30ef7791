import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { checkOptions } from '../../src/parameters'
import { inPage } from './page-globals'

const CLIENT = join(__dirname, '../..')
const README = readFileSync(join(CLIENT, 'README.md'), 'utf8')

interface Option {
    name: string
    /** Type, as printed by TypeScript. */
    type: string
    /** Its default in code marks, `none`, or `required`. */
    fallback: string
}

/** Rows of the README's table of options with a heading. */
function documented(heading: string): Option[] {
    const table = README.slice(README.indexOf(`\n| ${heading} | type | default | meaning |`) + 1).split(
        '\n\n'
    )[0]!
    return [...table.matchAll(/^\| `(\w+)` \| `(.+?)` \| (.+?) \| .+ \|$/gm)].map(
        ([, name = '', type = '', fallback = '']) => ({ name, type: type.replaceAll('\\|', '|'), fallback })
    )
}

/** Members of an interface of `src/types`, in their order. */
function declared(file: string, name: string): { name: string; type: string; required: boolean }[] {
    const path = join(CLIENT, 'src/types', file)
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true)
    const found = source.statements.find(
        (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === name
    )
    return found!.members.filter(ts.isPropertySignature).map((member) => ({
        name: member.name.getText(),
        type: member.type!.getText(),
        required: !member.questionToken,
    }))
}

describe.each([
    ['option', 'connect-options.ts', 'ConnectOptions'],
    ['option of a call', 'connection.ts', 'ApiRequestOptions'],
])("the README's table `%s`", (heading, file, name) => {
    it('has the members of the declaration, in order, with their types', () => {
        const members = declared(file, name)
        expect(members.length).toBeGreaterThan(5)
        expect(
            documented(heading).map(({ name, type, fallback }) => ({
                name,
                // Union members are in README order: the default first.
                type: type.split(' | ').sort().join(' | '),
                required: fallback === 'required',
            }))
        ).toEqual(members.map((member) => ({ ...member, type: member.type.split(' | ').sort().join(' | ') })))
    })
})

describe("the README's defaults of `connect`", () => {
    inPage()

    it('match the values of omitted options', () => {
        const settings = checkOptions({
            instanceUrl: 'https://example.service-now.com',
            clientId: 'client',
            callbackUrl: '/callback.html',
        }) as unknown as Record<string, unknown>
        for (const { name, fallback } of documented('option')) {
            const [, value] = /^`(.+)`$/.exec(fallback) ?? []
            // `auto` is resolved by the place of the sign-in, here a browser.
            if (name === 'navigator') expect([value, settings[name]]).toEqual(["'auto'", 'browser'])
            else if (value)
                expect([name, settings[name]]).toEqual([name, JSON.parse(value.replaceAll("'", '"'))])
            else if (fallback === 'none' && name !== 'callbackUrl')
                expect([name, settings[name]]).toEqual([name, undefined])
        }
    })
})
