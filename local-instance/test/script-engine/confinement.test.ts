import { addApp, addTable, startScriptInstance, type ScriptInstance } from './script-instance'

/** Replaces built-in methods and records objects with a scope's rights that pass through them. */
const SPY = `
    const seen = new Set()
    const add = Set.prototype.add.bind(seen)
    const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyNames, getOwnPropertySymbols, getPrototypeOf } = Object
    const apply = Function.prototype.call.bind(Function.prototype.apply)
    let busy = false
    const holdsRights = (value) => ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
        ['transaction', 'host', 'cursor', 'bridge', 'moduleCodes', 'GlideRecordSecure'].some((name) => name in value)
    const look = (place, value) => {
        if (busy) return
        busy = true
        try {
            if (value !== globalThis && holdsRights(value)) add(place)
            if (Array.isArray(value)) for (let n = 0; n < value.length && n < 50; n++) if (holdsRights(value[n])) add(place)
        } finally { busy = false }
    }
    const spied = (place, original) => new Proxy(original, {
        apply(target, self, args) {
            look(place, self)
            for (let n = 0; n < args.length; n++) look(place, args[n])
            const result = apply(target, self, args)
            look(place, result)
            return result
        },
    })
    const owners = [JSON, Math, Object, Object.prototype, Function.prototype, getPrototypeOf([][Symbol.iterator]()),
        getPrototypeOf(new Map()[Symbol.iterator]()), getPrototypeOf(new Set()[Symbol.iterator]()), getPrototypeOf(Uint8Array.prototype)]
    for (const one of [Array, Map, Set, WeakMap, String, Number, RegExp, Promise, Date, Uint8Array]) owners.push(one, one.prototype)
    const places = owners.map((owner) => [owner, [...getOwnPropertyNames(owner), ...getOwnPropertySymbols(owner)]])
    for (const [owner, keys] of places) for (const key of keys) {
        if (key === 'constructor' || key === 'prototype' || key === '__proto__') continue
        const own = getOwnPropertyDescriptor(owner, key)
        if (!own.configurable) continue
        if (typeof own.value === 'function') defineProperty(owner, key, { ...own, value: spied(String(key), own.value) })
        else if (own.get) defineProperty(owner, key, { ...own, get: spied(String(key), own.get) })
    }
    for (const key of ['0', '1', '2', '3', 'parts', 'error', 'toJSON']) defineProperty(Object.prototype, key, {
        configurable: true,
        set(value) { look('set ' + key, this); look('set ' + key, value); defineProperty(this, key, { value, configurable: true, enumerable: true, writable: true }) },
        get() { look('get ' + key, this); return undefined },
    })
    `

describe('H55 what a scope can obtain from another scope', () => {
    let instance: ScriptInstance
    beforeAll(() => {
        instance = startScriptInstance()
        const { store } = instance
        const other = addApp(store, 'x_other', '')
        addApp(store, 'x_force', 'enforcing')
        addApp(store, 'x_mine', '')
        addTable(store, 'x_other_secret', { scope: 'x_other', crossScope: { read: false } })
        store.insert('x_other_secret', { word: 'secret' })
        const include = (name: string, access: string, script: string) =>
            store.insert('sys_script_include', {
                ...{ name, access, active: '1', sys_scope: other, api_name: `x_other.${name}` },
                script,
            })
        include('Open', 'public', "var Open = { use() { return require('./lib').scope() } }")
        include('Closed', 'package_private', "var Closed = { word: 'closed' }")
        const module_ = (path: string, content: string) => store.insert('sys_module', { path, content })
        module_('x_other/other/1.0.0/package.json', '{"name": "other", "version": "1.0.0"}')
        module_(
            'x_other/other/1.0.0/lib.js',
            "import { gs } from '@servicenow/glide'\nexport function scope() { return gs.getCurrentScopeName() }"
        )
    })
    afterAll(() => instance.close())

    /** The result of a script in a scope, or the message of its error. */
    const attempt = async (source: string, scope = 'x_mine') => {
        const { result, error } = await instance.run(source, { scope })
        return error?.message ?? result
    }

    it.each([
        ['the base class of RESTMessageV2', 'sn_ws.RESTMessageV2', 'new sn_ws.RESTMessageV2()'],
        ['the base class of GlideRecord', 'GlideRecord', "new GlideRecord('sys_user')"],
        ['the base class of GlideAggregate', 'GlideAggregate', "new GlideAggregate('sys_user')"],
    ])('replaces nothing of %s', async (_name, owner, use) => {
        const source = `
            let stolen = 'nothing'
            try { Object.setPrototypeOf(${owner}, function (...args) { stolen = args[0]; return {} }) } catch (e) {}
            ${use}
            typeof stolen === 'string' ? stolen : 'rights'`
        expect(await attempt(source)).toBe('nothing')
    })

    it.each([
        [
            'GlideRecord',
            "const r = new GlideRecord('sys_user'); r.addQuery('active', true); r.query(); r.next()",
        ],
        [
            'GlideRecordSecure',
            "const r = new GlideRecordSecure('sys_user'); r.query(); r.next(); r.canWrite()",
        ],
        [
            'GlideAggregate',
            "const a = new GlideAggregate('sys_user'); a.addAggregate('COUNT'); a.query(); a.next()",
        ],
        ['gs', "gs.info('x'); gs.getProperty('x'); gs.getUser().getName(); gs.getSession().getClientIP()"],
        ['a script include of another scope', 'x_other.Open.use()'],
        ['a module', "require('@servicenow/glide').gs.getUserID(); try { require('./none') } catch (e) {}"],
        [
            'RESTMessageV2',
            "const m = new sn_ws.RESTMessageV2(); m.setRequestHeader('a', 'b'); m.setEndpoint('http://x')",
        ],
    ])('intercepts no rights through built-in functions while it uses %s', async (_name, use) => {
        const source = `${SPY}
            try { ${use} } catch (e) { seen.add(e.message) }
            busy = true;
            [...seen].join()`
        expect(await attempt(source)).toBe('')
    })

    it('cannot impersonate another scope by a toJSON on all objects', async () => {
        const source = `
            Object.prototype.toJSON = function () {
                return this && this.name ? { __proto__: null, name: this.name, scope: 'x_mine', type: 'scriptable' } : this
            }
            x_other.Closed.word`
        expect(await attempt(source)).toContain("Access to script include 'x_other.Closed'")
    })

    it.each([
        [
            'a toJSON of all objects',
            "Object.prototype.toJSON = function () { return this.name ? { name: 'x' } : this }",
        ],
        ['sets that contain everything', 'Set.prototype.has = () => true; Map.prototype.has = () => true'],
        ['maps that contain everything', 'Map.prototype.get = () => true'],
    ])('needs its privileges despite %s', async (_name, spoil) => {
        const source = `${spoil}; new sn_ws.RESTMessageV2().setEndpoint('http://x'); 'used'`
        expect(await attempt(source, 'x_force')).toContain('must declare a cross scope access privilege')
        expect(await attempt(`${spoil}; x_other.Open.use()`, 'x_force')).toContain('must declare')
    })

    it.each([
        ['ends of texts', 'String.prototype.endsWith', '() => true'],
        ['beginnings of texts', 'String.prototype.startsWith', '() => false'],
        ['searches in texts', 'String.prototype.includes', '() => true'],
        ['iteration', 'Array.prototype[Symbol.iterator]', 'function* () {}'],
        ['calls', 'Function.prototype.call', "() => 'called'"],
        ['functions bound', 'Function.prototype.bind', "() => () => 'bound'"],
        ['applied calls', 'Function.prototype.apply', "() => 'applied'"],
        ['entries', 'Object.entries', '() => []'],
        ['keys', 'Object.keys', '() => []'],
        ['texts of data', 'JSON.stringify', `() => '{"path":"./evil"}'`],
        ['data of texts', 'JSON.parse', "() => ({ value: { path: 'x.json', source: '1' } })"],
        ['a toJSON', 'Object.prototype.toJSON', "() => ({ path: './evil' })"],
        ['a fourth element', 'Array.prototype[3]', '1'],
    ])('leaves no module affected by other %s, even if it restores them', async (_name, place, value) => {
        const spoil = `
            const had = ${place}
            ${place} = ${value}
            let result
            try { result = x_other.Open.use() } catch (e) { result = e.message }
            if (had) ${place} = had; else delete ${place}
            result`
        // Metadata has changed, so the attacking script compiles the module.
        instance.store.insert('sys_properties', { name: `x_other.${_name}`, value: '1', type: 'string' })
        for (let round = 0; round < 2; round++) await attempt(spoil)
        for (let round = 0; round < 4; round++) expect(await attempt('x_other.Open.use()')).toBe('x_other')
    })

    it('reads no closed table, whatever it does to built-in functions', async () => {
        const source = `
            Set.prototype.has = () => true; Array.prototype.some = Array.prototype.every = () => true
            Object.prototype.crossScope = { read: true }; Object.prototype.scope = 'x_other'
            const r = new GlideRecord('x_other_secret'); r.query(); r.next() && r.getValue('word')`
        expect(await attempt(source)).toContain(
            "Read operation against 'x_other_secret' from scope 'x_mine' has been refused"
        )
    })
})
