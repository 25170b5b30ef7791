import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../support/deploy'

interface Message {
    message: string
    line: number
}

/** Lints source text as if it were a file of src/server. */
function lint(source: string): Message[] {
    const eslint = join(ROOT, 'node_modules/eslint/bin/eslint.js')
    const name = join(ROOT, 'src/server/integration-api/candidate.ts')
    const { stdout } = spawnSync(
        process.execPath,
        [eslint, '--stdin', '--format', 'json', '--stdin-filename', name],
        {
            cwd: ROOT,
            input: source,
            encoding: 'utf8',
        }
    )
    return (JSON.parse(stdout) as { messages: Message[] }[])[0]?.messages ?? []
}

describe('lint for the code that runs on the instance', () => {
    // One run for all samples, since each start of the linter takes seconds.
    const samples: [what: string, source: string][] = [
        ['process', 'export const a = process'],
        ['fetch', 'export const b = fetch'],
        ['setTimeout', 'export const c = setTimeout'],
        ['URL', 'export const d = URL'],
        ['Buffer', 'export const e = Buffer'],
        ['window', 'export const f = window'],
        ['Reflect', 'export const g = Reflect'],
        ['WeakRef', 'export const h = WeakRef'],
        ['a Glide class that is not imported', 'export const i = GlideRecord'],
        ['private instance fields', 'export class J { #field = 1; use() { return this.#field } }'],
        ['private methods', 'export class K { #method() {} use() { this.#method() } }'],
        ['async class methods', 'export class L { async method() {} }'],
        ['subclasses of builtins', 'export class M extends Error {}'],
        ['for await', 'export const n = async (x: never[]) => { for await (const y of x) void y }'],
        ['async generators', 'export async function* o() {}'],
        ['new Function()', 'export const p = new Function("")'],
        ['the flag d', 'export const q = /a/d'],
        ['import()', 'export const r = () => import("./x")'],
        ['modules of Node', 'import { readFileSync } from "fs"; export const s = readFileSync'],
        ['other libraries', 'import pc from "picocolors"; export const t = pc'],
    ]
    const lines = new Map<number, string[]>()

    beforeAll(() => {
        for (const { message, line } of lint(samples.map(([, source]) => source).join('\n'))) {
            lines.set(line, [...(lines.get(line) ?? []), message])
        }
    })

    it.each(samples.map(([what], index) => [what, index + 1] as const))('rejects %s', (_what, line) => {
        expect(lines.get(line)?.join('\n')).toMatch(/platform|engine|src\/server/)
    })

    it('accepts what the platform supports', () => {
        const source = [
            "import { gs, GlideRecord } from '@servicenow/glide'",
            "import { RESTMessageV2 } from '@servicenow/glide/sn_ws'",
            'export class Fine { static #count = 0; static next() { return ++Fine.#count } }',
            'export const good = () => [new GlideRecord("x"), new RESTMessageV2(), gs, new Map(), new Set(), JSON, Math]',
            'export const encoded = encodeURIComponent("ü")',
        ].join('\n')
        expect(lint(source)).toEqual([])
    })
})
