import { startScriptInstance, type ScriptInstance } from './script-instance'

describe('H55 what scripts can reach', () => {
    let instance: ScriptInstance
    beforeAll(() => {
        instance = startScriptInstance()
    })
    afterAll(() => instance.close())

    it.each([
        ...[
            'process',
            'Buffer',
            'setTimeout',
            'setImmediate',
            'queueMicrotask',
            'fetch',
            'console',
            'global.process',
        ],
        ...[
            'Reflect',
            'WeakRef',
            'FinalizationRegistry',
            'SharedArrayBuffer',
            'Atomics',
            'WebAssembly',
            'Intl',
        ],
        ...['Packages', 'java', 'module', '__dirname', '__filename', 'structuredClone', 'TextEncoder', 'URL'],
        ...['[].findLast', '[].toSorted', 'Object.groupBy', 'Promise.withResolvers', "''.isWellFormed"],
        ...['Array.fromAsync', 'Error.captureStackTrace', 'new Set().union'],
    ])('the platform has no %s', async (expression) => {
        expect(await instance.result(`typeof (${expression})`)).toBe('undefined')
    })

    it.each([
        ['eval', "eval('1')"],
        ['new Function', "new Function('return 1')()"],
        ["the global object's constructor", "this.constructor.constructor('return process')()"],
        ["an async function's constructor", "(async () => {}).constructor('return process')()"],
        ["a generator's constructor", "(function* () {}).constructor('return process')()"],
        ["a Glide class's constructor", "GlideRecord.constructor('return process')()"],
        ["a Glide object's constructor", "gs.info.constructor('return process')()"],
        ["require's constructor", "require.constructor('return process')()"],
        [
            'the constructor of a refusal',
            "try { new GlideRecord('no_such_table').query(); require('nothing') } catch (e) { e.constructor.constructor('return process')() }",
        ],
        [
            'the constructor of a stack overflow',
            "function f() { f() }\ntry { f() } catch (e) { e.constructor.constructor('return process')() }",
        ],
        [
            'the constructor of an error of the compiler',
            "try { require('./broken') } catch (e) { e.constructor.constructor('return process')() }",
        ],
        ["Date's constructor", "Date.constructor('return process')()"],
    ])('generates no code from text through %s', async (_name, source) => {
        const { error, result } = await instance.run(source)
        expect(result).toBeNull()
        expect(error?.message).toBe('Code generation from strings disallowed for this context')
    })

    it.each([
        ["import('fs')"],
        ["import/* ( */('fs')"],
        ["import // (\n('fs')"],
        ["import<!-- x\n('fs')"],
        ["[...`${import('fs')}`]"],
        ["<!-- /*\nimport('fs') // */"],
        ["/[/]/.test('/') || import('fs')"],
        ["(function () { return import('fs') })()"],
        ['import.meta'],
        ["function never() { import('fs').catch(e => e) }"],
    ])('rejects a dynamic import written as %j', async (source) => {
        expect((await instance.run(source)).error?.code).toBe('script_error')
    })

    it.each([
        ["'import (x)'"],
        ['// import(x)\n1'],
        ['/import(x)/.source'],
        ['`import.meta`'],
        ['/* import ( */ 2'],
    ])('accepts %j, which is not a dynamic import', async (source) => {
        expect((await instance.run(source)).error).toBeUndefined()
    })

    it('passes no object of the host to a stack trace hook', async () => {
        const source = `
            let seen = 'nothing'
            try { Error.prepareStackTrace = (error, sites) => { seen = sites } } catch (e) {}
            try { globalThis.Error = { prepareStackTrace(error, sites) { seen = sites } } } catch (e) {}
            try { Object.defineProperty(globalThis, 'Error', { value: {} }) } catch (e) { seen += ' at all' }
            String(new Error('x').stack) && seen`
        expect(await instance.result(source)).toBe('nothing at all')
    })

    it('exposes no file of the host in a stack trace', async () => {
        const stack = await instance.result(
            "try { new GlideRecord('sys_user').addQuery(Symbol()) } catch (e) { e.stack }\nnew Error('here').stack"
        )
        expect(stack).toBe('Error: here\n    at test:2:1')
    })

    it('exposes no caller', async () => {
        const source = `(function f() { return String(f.caller) + String(arguments.callee.caller) })()`
        expect(await instance.result(source)).toBe('nullnull')
    })

    it('answers a call from a nearly full stack with an error of the context', async () => {
        const source = `
            const realms = new Set()
            let depth = 0
            function dig(n) {
                try { dig(n + 1) } catch (e) { realms.add(e.constructor === RangeError || e instanceof Error) }
                if (depth++ < 400) {
                    try { gs.getProperty('glide.servlet.uri') } catch (e) { realms.add(e instanceof Error) }
                    try { new Date() } catch (e) { realms.add(e instanceof Error) }
                    try { require('./nothing') } catch (e) { realms.add(e instanceof Error) }
                }
            }
            dig(0)
            JSON.stringify([...realms])`
        expect(await instance.result(source)).toBe('[true]')
    })

    it('does not expose the bridge to replaced built-in functions', async () => {
        const source = `
            const seen = []
            const spy = (owner, name) => {
                const original = owner[name]
                owner[name] = function (...args) {
                    for (const one of [this, ...args]) if (typeof one === 'function') seen.push(String(one).slice(0, 80))
                    return original.apply(this, args)
                }
            }
            for (const name of ['parse', 'stringify']) spy(JSON, name)
            for (const name of ['push', 'map', 'forEach', 'slice']) spy(Array.prototype, name)
            for (const name of ['get', 'set', 'has']) spy(Map.prototype, name)
            Object.defineProperty(Object.prototype, 'bridge', { set(value) { seen.push('bridge') }, configurable: true })
            const user = new GlideRecord('sys_user')
            user.query()
            gs.getProperty('x')
            seen.filter((text) => /operation|bridge|native/.test(text)).length`
        expect(await instance.result(source)).toBe('0')
    })

    it('protects the host from polluted prototypes', async () => {
        await instance.run(`
            Object.prototype.error = { code: 'x' }
            Object.prototype.type = 'done'
            Array.prototype.then = (resolve) => resolve('taken')
            Promise.prototype.then = null
            Object.prototype.toJSON = () => 'taken'
            1`)
        expect(await instance.result('1 + 1')).toBe('2')
        expect(({} as { error?: unknown }).error).toBeUndefined()
    })
})
