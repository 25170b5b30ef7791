import { addApp, startScriptInstance, type ScriptInstance } from './script-instance'

const ROOT = 'x_mod/my-app/1.0.0'

describe('modules of an application', () => {
    let instance: ScriptInstance
    let scopeId = ''
    const add = (path: string, content: string) =>
        instance.store.insert('sys_module', { path, content, sys_scope: scopeId })
    const run = (source: string) => instance.run(source, { scope: 'x_mod' })
    beforeAll(() => {
        instance = startScriptInstance()
        scopeId = addApp(instance.store, 'x_mod', '')
        add(
            `${ROOT}/package.json`,
            '{"name":"my-app","version":"1.0.0","imports":{"#word":"./src/server/word.ts"}}'
        )
        add(
            `${ROOT}/src/server/main.ts`,
            "import { gs } from '@servicenow/glide'\nimport { word, count } from './word'\nimport data from '../data.json'\nimport * as all from '#word'\nimport dep from 'dep'\nexport const main = () => [word('x'), data.name, all.count, dep(2), typeof gs.info, count].join()\nexport default 7\n"
        )
        add(
            `${ROOT}/src/server/word.ts`,
            'export let count = 0\nexport const word = (x) => { count += 1; return `hi ${x}` }\n'
        )
        add(`${ROOT}/src/data.json`, '{"name":"data"}')
        add(`${ROOT}/src/server/broken.ts`, 'export const a = 1\nexport const = 2\n')
        add(
            `${ROOT}/src/server/throws.ts`,
            "\n\nexport function fail() {\n    throw new Error('inside')\n}\n"
        )
        add(`${ROOT}/src/server/lazy.ts`, "export const load = () => import('./word')\n")
        add(
            `${ROOT}/src/server/loop-a.ts`,
            "import { b } from './loop-b'\nexport const a = () => 'a' + b()\n"
        )
        add(`${ROOT}/src/server/loop-b.ts`, "import { a } from './loop-a'\nexport const b = () => typeof a\n")
        add('x_mod/dep/2.1.0/package.json', '{"name":"dep","main":"./lib/main.js"}')
        add('x_mod/dep/2.1.0/lib/main.js', "module.exports = require('./twice')")
        add('x_mod/dep/2.1.0/lib/twice.js', 'module.exports = function (n) { return n * 2 }')
        instance.store.insert('sys_module', { path: 'x_other/app/1.0.0/a.ts', content: 'export const a = 1' })
    })
    afterAll(() => instance.close())

    it('resolves paths as stored, relative ones, JSON, subpaths and packages', async () => {
        const outcome = await run(`const { main } = require('${ROOT}/src/server/main.ts')\nmain()`)
        expect(outcome.error).toBeUndefined()
        expect(outcome.result).toBe('hi x,data,1,4,function,1')
    })

    it("resolves a script's relative path from the application's folder", async () => {
        expect((await run("require('./src/server/main.ts').default")).result).toBe('7')
    })

    it('lets modules import each other', async () => {
        expect((await run(`require('${ROOT}/src/server/loop-a').a()`)).result).toBe('afunction')
    })

    it('evaluates a module once per transaction', async () => {
        const source = `const m = require('${ROOT}/src/server/word.ts'); m.word('a'); require('${ROOT}/src/server/word').count`
        expect([(await run(source)).result, (await run(source)).result]).toEqual(['1', '1'])
    })

    it.each([
        './nothing',
        'nothing',
        'x_other/app/1.0.0/a.ts',
        `${ROOT}/../../../x_other/app/1.0.0/a.ts`,
        'node:fs',
        'fs',
    ])('has no module %s', async (path) => {
        expect((await run(`require('${path}')`)).error?.message).toContain(path)
    })

    it('reports file and position of a module that cannot be parsed', async () => {
        expect((await run(`require('${ROOT}/src/server/broken.ts')`)).error?.message).toMatch(
            /broken\.ts.*2:/
        )
    })

    it("keeps the module's lines in stack traces", async () => {
        const { result } = await run(
            `try { require('${ROOT}/src/server/throws.ts').fail() } catch (e) { e.stack.split('\\n')[1].trim() }`
        )
        expect(result).toContain(`${ROOT}/src/server/throws.ts:4:`)
    })

    it('rejects a module with a dynamic import', async () => {
        expect((await run(`require('${ROOT}/src/server/lazy.ts')`)).error?.message).toBe(
            'import() is not supported'
        )
    })

    it('uses a changed module at once', async () => {
        const row = add(`${ROOT}/src/server/changing.ts`, 'export const value = 1')
        const source = `require('${ROOT}/src/server/changing').value`
        expect((await run(source)).result).toBe('1')
        instance.store.update('sys_module', row['sys_id'] ?? '', { content: 'export const value = 2' })
        const results = await Promise.all(Array.from({ length: 8 }, () => run(source)))
        expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['2']))
    })
})
