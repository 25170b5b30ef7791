import { principal, startScriptInstance, type ScriptInstance } from './script-instance'

describe('effects of one script on the next', () => {
    let instance: ScriptInstance
    beforeAll(() => {
        instance = startScriptInstance()
    })
    afterAll(() => instance.close())

    /** Sequential jobs may run on the same thread; twenty are certain to reach each thread again. */
    const afterwards = async (look: string) => {
        const results = await Promise.all(Array.from({ length: 20 }, () => instance.result(look)))
        return [...new Set(results)]
    }

    it.each([
        ['a global', 'leak = 1', 'typeof leak', 'undefined'],
        ['a variable', 'var leak = 1', 'typeof leak', 'undefined'],
        ['a function', 'function leak() {}', 'typeof leak', 'undefined'],
        ['a constant', 'const leak = 1', 'typeof leak', 'undefined'],
        ['a method of lists', 'Array.prototype.leak = 1', 'typeof [].leak', 'undefined'],
        ['a property of all objects', 'Object.prototype.leak = 1', 'typeof ({}).leak', 'undefined'],
        ['a replaced method', 'String.prototype.trim = () => 9', "' a'.trim()", 'a'],
        [
            'a getter in place of a method',
            "Object.defineProperty(Array.prototype, 'map', { get() { return 1 } })",
            'typeof [].map',
            'function',
        ],
        ['a replaced JSON', 'JSON.parse = () => 9', "JSON.parse('[7]')[0]", '7'],
        [
            'a replaced prototype',
            'Object.setPrototypeOf(Array.prototype, { leak: 1 })',
            'typeof [].leak',
            'undefined',
        ],
        ['a frozen built-in', 'Object.freeze(Array.prototype)', 'Object.isFrozen(Array.prototype)', 'false'],
        [
            'a built-in without a global',
            'Object.getPrototypeOf(function* () {}()).leak = 1; Object.getPrototypeOf(Object.getPrototypeOf(function* () {}())).leak = 1',
            'typeof (function* () {})().leak',
            'undefined',
        ],
        [
            'a Glide class',
            'GlideDateTime.prototype.leak = 1; GlideDateTime.leak = 1',
            'typeof GlideDateTime.leak + typeof new GlideDateTime().leak',
            'undefinedundefined',
        ],
        ['a replaced gs', 'gs = null', 'typeof gs.info', 'function'],
        ['a deleted global', 'delete globalThis.parseInt', 'typeof parseInt', 'function'],
        ['a changed Date', 'Date.now = () => 9', 'Date.now() > 9', 'true'],
        ['the last match', "/(secret)/.exec('secret')", 'RegExp.$1', ''],
        ['an answer', 'answer = 5', 'typeof answer', 'undefined'],
    ])('reverts %s', async (_name, spoil, look, expected) => {
        await Promise.all(Array.from({ length: 8 }, () => instance.run(`(function () { ${spoil} })()`)))
        await instance.run(spoil)
        expect(await afterwards(look)).toEqual([expected])
    })

    it.each([
        ['allows', 'global', 'answer = true'],
        ['denies', 'global', 'answer = false'],
        ['allows a script of another scope', 'x_other', 'answer = true'],
    ])('reverts the changes of a guard that %s', async (_what, scope, verdict) => {
        const source = `leak = 1; Array.prototype.leak = 1; JSON.parse = () => 9; ${verdict}`
        const guards = [{ scope: 'global', label: 'guard', source }]
        const spoiling = Array.from({ length: 8 }, () => instance.run('1', { scope, guards }))
        expect((await Promise.all(spoiling)).every(({ error }) => error === undefined)).toBe(true)
        const look = "[typeof leak, typeof [].leak, JSON.parse('[7]')[0]].join()"
        expect(await afterwards(look)).toEqual(['undefined,undefined,7'])
    })

    it('limits declarations to one run, so that a script can run again', async () => {
        const source = "'use strict'\nconst a = 1\nlet b = 2\nclass C {}\nfunction f() { return a + b }\nf()"
        expect([await instance.result(source), await instance.result(source)]).toEqual(['3', '3'])
    })

    it('runs promise jobs before the script completes, and none afterwards', async () => {
        const { log } = await instance.run("(async () => { await null; await null; gs.info('late') })(); 1")
        expect(log.map(({ message }) => message)).toEqual(['late'])
    })

    it('survives promises that are rejected and not handled', async () => {
        const { result, log } = await instance.run("Promise.reject(new Error('reason')); 1")
        expect(result).toBe('1')
        expect(log).toMatchObject([{ level: 'error', message: 'Unhandled promise rejection' }])
    })

    it('caches nothing for the next script that a script has temporarily faked', async () => {
        const { store } = instance
        const abel = principal(store, 'abel.tuter', [])
        // Two users, one of whom has access: the first one's result must not be returned to the second.
        const mayWrite = "new GlideRecordSecure('sys_user_role').canWrite()"
        const rows = "(() => { const r = new GlideRecord('sys_user'); r.query(); return r.getRowCount() })()"
        const spoil = ['can', 'query', 'aggregate', 'now']
            .map((name) => `Object.prototype.${name} = true;`)
            .join('')
        const undo = ['can', 'query', 'aggregate', 'now']
            .map((name) => `delete Object.prototype.${name};`)
            .join('')
        const before = await instance.result(rows)
        for (let count = 0; count < 8; count++) {
            const result = await instance.result(
                `${spoil} const told = ${mayWrite} + ' ' + ${rows}; ${undo} told`
            )
            expect(result).toBe(`true ${before}`)
        }
        store.insert('sys_user', { user_name: 'one.more' })
        expect(await afterwards(rows)).toEqual([String(Number(before) + 1)])
        const asAbel = await Promise.all(
            Array.from({ length: 20 }, () =>
                instance.result(`${spoil} const told = ${mayWrite}; ${undo} told`, { user: abel })
            )
        )
        expect(new Set(asAbel)).toEqual(new Set(['false']))
    })

    it('uses current metadata, even after a change between two scripts and within one', async () => {
        const name = 'isolation.test'
        const read = `gs.getProperty('${name}', 'none')`
        expect(await afterwards(read)).toEqual(['none'])
        const row = instance.store.insert('sys_properties', { name, value: 'first', type: 'string' })
        expect(await afterwards(read)).toEqual(['first'])
        instance.store.update('sys_properties', row['sys_id'] ?? '', { value: 'second' })
        expect(await afterwards(read)).toEqual(['second'])
        const within = `${read}; gs.setProperty('${name}', 'third'); ${read}`
        expect(await instance.result(within)).toBe('third')
        expect(await afterwards(read)).toEqual(['third'])
    })
})
