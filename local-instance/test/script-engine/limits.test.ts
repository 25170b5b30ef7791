import { startScriptInstance, type ScriptInstance } from './script-instance'

/** A limit that a normal script can meet even on a busy machine. */
const LIMIT = { timeLimitMs: 1500 }
/** Enough for scripts that never end. */
const SHORT = { timeLimitMs: 300 }

describe('H55 scripts that do not end or take too much', () => {
    let instance: ScriptInstance
    beforeAll(() => {
        instance = startScriptInstance()
    })
    afterAll(() => instance.close())

    it.each([
        ['an empty loop', 'for (;;);'],
        ['a loop in a catch', 'for (;;) { try { throw 1 } catch (e) {} finally { continue } }'],
        ['a loop of promise jobs', '(async () => { for (;;) await 1 })()'],
        ['a slow regular expression', "/(a+)+$/.test('a'.repeat(60) + 'b')"],
        ['a number that grows', 'let b = 2n; for (;;) b = b * b'],
        ['a loop that logs', "for (;;) gs.info('again')"],
        ['a loop that reads', "for (;;) new GlideRecord('sys_user').get('x')"],
    ])('terminates %s at its time limit', async (_name, source) => {
        const { error, result } = await instance.run(source, SHORT)
        expect({ error, result }).toEqual({
            error: {
                message: 'The script exceeded its time limit of 300 ms',
                line: null,
                code: 'time_limit',
            },
            result: null,
        })
        expect(await instance.result('1 + 1')).toBe('2')
    })

    it('keeps the log lines of a script that timed out', async () => {
        const { log } = await instance.run("gs.info('begun'); for (;;);", LIMIT)
        expect(log.map(({ message }) => message)).toEqual(['begun'])
        expect(instance.store.count('syslog', { query: 'message=begun' })).toBe(1)
    })

    it('writes nothing more after the time limit, and leaves no lock behind', async () => {
        instance.store.define({
            name: 'u_counted',
            label: 'Counted',
            columns: [{ name: 'word', type: 'string' }],
        })
        await instance.run(
            "for (;;) { const r = new GlideRecord('u_counted'); r.setValue('word', 'x'); r.insert() }",
            LIMIT
        )
        const before = instance.store.count('u_counted')
        expect(before).toBeGreaterThan(0)
        instance.store.insert('u_counted', { word: 'mine' })
        expect(instance.store.count('u_counted')).toBe(before + 1)
    })

    it.each([
        ['a list that V8 fills without interruption', 'new Array(2 ** 32 - 2).fill(0)'],
        ['an endless search', '[].indexOf.call({ length: 2 ** 53 - 1 }, 1)'],
        ['a list that V8 cannot hold', "'x'.repeat(2 ** 28).split('')"],
        ['a text that V8 cannot hold', "let s = 'x'; for (;;) s += s"],
        ['a list created from an array-like', 'Array.from({ length: 2 ** 32 })'],
        ['a list of one element far away', 'const a = []; a[2 ** 32 - 2] = 1; a.forEach(() => 1)'],
        ['a sum over a list of holes', 'const a = []; a.length = 2 ** 32 - 1; a.reduce((x) => x, 0)'],
        ['the keys of a buffer', 'Object.keys(new Uint8Array(2 ** 26))'],
        ['the keys of a text', "Object.keys('x'.repeat(2 ** 26))"],
        ['a buffer as text', "new Uint8Array(2 ** 26).join('-')"],
        ['a search that compares all with all', "'a'.repeat(2 ** 28).indexOf('a'.repeat(2 ** 14) + 'b')"],
        ['such a search from the end', "'a'.repeat(2 ** 28).lastIndexOf('b' + 'a'.repeat(2 ** 14))"],
        ['such a search with a boolean result', "'a'.repeat(2 ** 28).includes('a'.repeat(2 ** 14) + 'b')"],
        ['such a replacement', "'a'.repeat(2 ** 24).replace('a'.repeat(2 ** 14) + 'b', '')"],
        ['such a division', "'a'.repeat(2 ** 24).split('a'.repeat(2 ** 14) + 'b')"],
        ['a text that is shown', "gs.info('x'.repeat(2 ** 28))"],
    ])('makes %s an error of the script', async (_name, source) => {
        const { error } = await instance.run(source, { timeLimitMs: 20_000 })
        expect(error?.code).toBe('script_error')
        expect(error?.message).toMatch(/^Invalid (array|string) length$/)
    })

    it.each([
        'new ArrayBuffer(2 ** 30)',
        'new ArrayBuffer(1, { maxByteLength: 2 ** 32 }).constructor(2 ** 30)',
        'new Uint8Array(2 ** 32).fill(1)',
        'new Float64Array(2 ** 27).sort()',
        'new (new Uint8Array(1).constructor)(2 ** 30)',
        'new BigInt64Array(new Array(2 ** 25))',
        'Uint8Array.from({ length: 2 ** 30 })',
    ])('limits the memory of %s', async (source) => {
        const { error } = await instance.run(source, { timeLimitMs: 20_000 })
        expect(error?.code).toBe('script_error')
        expect(error?.message).toMatch(/^Array buffer allocation failed$|requires 'new'/)
    })

    it('keeps the behaviour of lists, texts and buffers', async () => {
        const source = `[
            new Uint8Array([1, 2]).slice(1)[0], Uint8Array.of(3) instanceof Uint8Array, new Uint8Array(2).constructor === Uint8Array,
            new Uint16Array(new ArrayBuffer(4), 2).length, 'abc'.indexOf('c', 1), 'abc'.includes('b'), [1, 2].map((n) => n * 2)[1],
            [].map.length, 'a'.indexOf.length, Object.keys({ a: 1, get length() { throw 1 } }).length, [3, 1].sort()[0], Array.from('ab').length,
        ]`
        expect(await instance.result(source)).toBe('[2,true,true,1,2,true,4,1,1,2,1,2]')
    })

    it.each([
        // Limited to three gigabytes, so that the machine survives if the tested limit fails.
        ['buffers', 'const all = []; while (all.length < 30) all.push(new Uint8Array(1e8).fill(1))'],
        ['lists', 'const all = []; while (all.length < 400) all.push(new Array(1e6).fill(1))'],
        ['texts', "const all = []; while (all.length < 300) all.push('x'.repeat(1e7).toUpperCase())"],
        ['a map', "const all = new Map(); while (all.size < 2 ** 23) all.set({}, ['x' + all.size, {}, []])"],
    ])('terminates a script that exhausts the memory with %s, and continues', async (_name, source) => {
        const { error } = await instance.run(source, { timeLimitMs: 25_000 })
        expect(error?.code).toBe('thread_lost')
        expect(await instance.result('1 + 1')).toBe('2')
    })

    it('also monitors the memory of the first script, which waits for its thread', async () => {
        const fresh = startScriptInstance()
        try {
            const source = 'const all = []; while (all.length < 30) all.push(new Uint8Array(1e8).fill(1))'
            expect((await fresh.run(source)).error?.code).toBe('thread_lost')
        } finally {
            await fresh.close()
        }
    })

    it('compiles regular expressions at any stack depth', async () => {
        const source = `
            let depth = 0
            function dig() {
                try { dig() } catch (e) {}
                if (depth++ > 500) return
                for (const use of [
                    () => new RegExp('(a|b' + depth + ')+x').exec('aaa'),
                    () => 'abc'.replace(new RegExp('(c|' + depth + ')'), ''),
                    () => gs.info('deep {0}', depth),
                ]) try { use() } catch (e) {}
            }
            dig()
            depth > 500`
        expect(await instance.result(source, { timeLimitMs: 20_000 })).toBe('true')
    })

    it('rejects regular expressions that V8 could not compile', async () => {
        const source = `[1000, 20000].map((n) => {
            try { return new RegExp('(?=a'.repeat(n) + ')'.repeat(n)).test('a') } catch (e) { return e.name }
        })`
        expect(await instance.result(source)).toBe('["SyntaxError","SyntaxError"]')
    })

    it('keeps the behaviour of regular expressions', async () => {
        const source = `[
            'a-b'.split(/-/), 'xay'.replace(/a/g, (m) => m + m), /(?<q>b)/.exec('abc').groups.q,
            [...'a1b2'.matchAll(/[0-9]/g)].length, 'abc'.search(/c/), /a/y.test('ba'), RegExp.prototype.exec.length,
        ]`
        expect(await instance.result(source)).toBe('[["a","b"],"xaay","b",2,2,false,1]')
    })

    it('reports a stack overflow with its line', async () => {
        const { error } = await instance.run('\nfunction f() { f() }\nf()')
        expect(error).toEqual({ message: 'Maximum call stack size exceeded', line: 2, code: 'script_error' })
    })
})
