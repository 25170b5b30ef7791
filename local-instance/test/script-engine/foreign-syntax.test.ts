import { startScriptInstance, type ScriptInstance } from './script-instance'

describe('H55 syntax that the platform rejects', () => {
    let instance: ScriptInstance
    beforeAll(() => {
        instance = startScriptInstance()
    })
    afterAll(() => instance.close())

    const lacks = (what: string) => `The platform's JavaScript engine does not support ${what}`

    it.each([
        ['class A {\n #field = 1 }', 2, lacks('private instance fields')],
        ['class A { #method() {} }', 1, lacks('private instance methods')],
        ['class A { get #value() { return 1 } }', 1, lacks('private instance methods')],
        [
            'class A { static #one = 1\n static is(o) { return #one in o } }',
            2,
            lacks('brand checks for private fields (#field in object)'),
        ],
        ['class A {\n\n async load() {} }', 3, lacks('async class methods')],
        ['class A { static async load() {} }', 1, lacks('async class methods')],
        ['async function* f() {}', 1, lacks('async generators')],
        ['const o = { async *f() {} }', 1, lacks('async generators')],
        ['(async () => {\n for await (const a of []); })()', 2, lacks('for await')],
        ['class A extends Error {}', 1, lacks('subclasses of built-in classes')],
        ['const A = class extends Map {}', 1, lacks('subclasses of built-in classes')],
        ["/a/d.exec('a')", 1, lacks('the regular expression flag d')],
    ])('%j is rejected with line %d', async (source, line, message) => {
        expect((await instance.run(source)).error).toEqual({ message, line, code: 'script_error' })
        // Even in unreachable code.
        const { error } = await instance.run(`1;\nfunction never() { ${source} }`)
        expect(error).toMatchObject({ message, line: line + 1 })
    })

    it.each([
        ["new RegExp('a', 'd')", "'d'"],
        ["RegExp('a', 'gd')", "'gd'"],
        ["/a/.compile('a', 'd')", "'d'"],
        ["new RegExp('a', 'v')", "'v'"],
        ["new RegExp('a', { toString: () => 'd' })", "'d'"],
        ["new (/a/.constructor)('a', 'd')", "'d'"],
    ])('%s is rejected at run time', async (source, flags) => {
        expect((await instance.run(source)).error?.message).toBe(
            `Invalid flags supplied to RegExp constructor ${flags}`
        )
    })

    it('reports features from after ECMAScript 2022', async () => {
        const { error } = await instance.run('\n/[\\p{L}--[a-z]]/v')
        expect(error).toMatchObject({ code: 'script_error', line: 2 })
        expect(error?.message).toMatch(
            /^The platform supports JavaScript up to ECMAScript 2022: Invalid regular/
        )
    })

    it.each([
        ['class A { static #one = 1; static one() { return A.#one } }\nA.one()', '1'],
        ['class A { static #one() { return 2 }; static one() { return this.#one() } }\nA.one()', '2'],
        ['class A { x = 3; static y = 4; static { A.z = 5 } }\nnew A().x + A.y + A.z', '12'],
        ['const o = { async load() {} }\ntypeof o.load + typeof (async () => {})', 'functionfunction'],
        ['function* f() { yield 6 }\n[...f()][0]', '6'],
        ['class Base {}\nclass A extends Base {}\nnew A() instanceof Base', 'true'],
        ["/(?<year>\\d{4})(?<=0)/su.exec('2020').groups.year", '2020'],
        [
            "[/a/g.flags, new RegExp(/a/g).flags, new RegExp(/a/g, 'i').flags, RegExp('a').flags].join()",
            'g,g,i,',
        ],
        ['/a/ instanceof RegExp && /a/.constructor === RegExp && RegExp.length', '2'],
        ["let a = null; a ??= 7n; 'x'.at(-1) + a + 1_0", 'x710'],
        ["typeof /a/.hasIndices + '/a/d #x in y async *m() {}'.length", 'undefined26'],
        ['with ({ a: 8 }) a', '8'],
        ['<!-- an old comment\n9', '9'],
    ])('%j runs', async (source, result) => {
        expect(await instance.result(source)).toBe(result)
    })

    it('is rejected in modules, script includes and functions, with file and line of each', async () => {
        const { store } = instance
        store.insert('sys_module', { path: 'global/app/1.0.0/package.json', content: '{"name": "app"}' })
        store.insert('sys_module', {
            path: 'global/app/1.0.0/bad.js',
            content: "import { gs } from '@servicenow/glide'\nexport class A {\n    #field = gs\n}",
        })
        store.insert('sys_script_include', {
            ...{ name: 'Bad', active: '1', access: 'public', api_name: 'global.Bad', sys_scope: 'global' },
            script: '\n\nclass Bad extends Error {}',
        })
        const errorOf = (use: string) =>
            instance.result(`try { ${use} } catch (e) { [e.name, e.message, e.line].join() }`)
        expect(await errorOf("require('./bad')")).toBe(`SyntaxError,${lacks('private instance fields')},3`)
        expect(await errorOf('new global.Bad()')).toBe(
            `SyntaxError,${lacks('subclasses of built-in classes')},3`
        )
    })

    it('draws no conclusion about a source that was compiled with an exhausted stack', async () => {
        const { store } = instance
        store.insert('sys_script_include', {
            ...{ name: 'Deep', active: '1', access: 'public', api_name: 'global.Deep', sys_scope: 'global' },
            script: `var Deep = ${'['.repeat(300)}1${']'.repeat(300)}.flat(Infinity)`,
        })
        const spoil = `
            let tries = 0
            function dig() { try { dig() } catch (e) {} if (tries++ < 6000 && tries % 40 === 0) try { global.Deep } catch (e) {} }
            dig()
            tries`
        for (let round = 0; round < 4; round++) await instance.run(spoil)
        for (let round = 0; round < 8; round++) expect(await instance.result('global.Deep[0]')).toBe('1')
    })
})
