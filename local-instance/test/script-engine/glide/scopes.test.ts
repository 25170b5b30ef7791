import { createMemoryBridge, Refusal, type Answers } from './support/memory-bridge'
import { createRuntimeContext, type JobOptions } from './support/runtime-context'

const INCLUDES: Record<string, string> = {
    'x_opfi_openfin.Own': `var Own = Class.create();
        Own.prototype = Object.extendsObject(global.Parent, {
            initialize: function (name) { this.name = name },
            hello: function () { return 'hello ' + this.name + ' ' + this.base() + ' ' + typeof Other },
            type: 'Own'
        });`,
    'x_opfi_openfin.Other': `class Other { static make() { return new Own('other').hello() } }`,
    'x_opfi_openfin.Broken': 'var Broken = {;',
    'x_opfi_openfin.Throws': 'throw new Error("while loading")',
    'x_opfi_openfin.Modern': `const { twice } = require('./lib/math');\nconst Modern = { twice };`,
    'x_opfi_openfin.Saver': `var Saver = { save: function () { new GlideRecord('x_opfi_openfin_thing').insert() },
        caller: function () { return [gs.getCurrentScopeName(), gs.getCallerScopeName()] } };`,
    'global.Parent': `var Parent = Class.create();
        Parent.prototype = { base: function () { return gs.getCurrentScopeName() }, shared: [], type: 'Parent' };`,
    'x_other.Public': `var Public = { who: function () { return gs.getCurrentScopeName() } }`,
}
const MODULES: Record<string, string> = {
    'x_opfi_openfin/app/lib/math': `Object.defineProperty(exports, '__esModule', { value: true });
        exports.twice = (n) => 2 * n; exports.loaded = (globalThis.loaded = (globalThis.loaded || 0) + 1);`,
    'x_opfi_openfin/app/a': `exports.name = 'a'; const b = require('./b'); exports.seen = b.seenOfA;`,
    'x_opfi_openfin/app/b': `const a = require('./a'); exports.seenOfA = a.name; exports.path = module.exports === exports;`,
    'x_opfi_openfin/app/glide': `const _glide = require('@servicenow/glide'); const _ws = require('@servicenow/glide/sn_ws');
        const _own = require('@servicenow/glide/x_opfi_openfin'); const _global = require('@servicenow/glide/global');
        exports.scope = () => _glide.gs.getCurrentScopeName(); exports.message = typeof _ws.RESTMessageV2;
        exports.own = () => new _own.Own('module').hello(); exports.parent = () => new _global.Parent().base();
        exports.hidden = [typeof gs, typeof GlideRecord, typeof sn_ws, typeof x_opfi_openfin, typeof global, typeof Own];`,
    'x_opfi_openfin/app/shadow': `const gs = { mine: true }; exports.mine = gs.mine;`,
    'x_opfi_openfin/app/data.json': '{"a": [1]}',
    'x_opfi_openfin/app/bad': 'exports.early = 1; throw new TypeError("module failed")',
    'x_opfi_openfin/app/strict': '"use strict"; exports.self = (function () { return this })() === undefined',
}

function run(source: string, options?: JobOptions, more: Answers = {}) {
    const { bridge, calls } = createMemoryBridge({
        table: ({ table }) => ({
            name: table,
            label: '',
            lineage: [table],
            extensions: [],
            scope: '',
            columns: [],
            displayColumn: null,
            rules: [],
        }),
        insert: () => ({ sys_id: '1' }),
        scriptIncludes: () =>
            Object.keys(INCLUDES).map((key) => ({ scope: key.split('.')[0], name: key.split('.')[1] })),
        scriptInclude({ name, scope }) {
            const key = `${scope}.${name}`
            if (key === 'x_other.Private') throw new Refusal('cross_scope', 'not for you')
            return key in INCLUDES
                ? { sysId: key, name, scope, source: INCLUDES[key], clientCallable: false }
                : null
        },
        module({ path }) {
            const full = `x_opfi_openfin/app/${path.replace(/^\.\//, '')}`
            return full in MODULES ? { path: full, source: MODULES[full] } : null
        },
        ...more,
    })
    return { value: createRuntimeContext(bridge).value(source, options), calls }
}
const json = (source: string, options?: JobOptions) =>
    JSON.parse(run(source, options).value as string) as unknown
const GLOBAL = { transaction: { scope: 'global' } }

describe('script includes', () => {
    it('are classes of the own scope by name and by namespace, and of the global scope by namespace', () => {
        expect(
            json(
                "[new Own('a').hello(), new x_opfi_openfin.Own('b').hello(), new Own('c').type, Other.make()]"
            )
        ).toEqual([
            'hello a global function',
            'hello b global function',
            'Own',
            'hello other global function',
        ])
        expect(
            json(
                '[typeof Parent, typeof global.Parent, typeof x_other.Public, typeof Public, typeof global.Own]'
            )
        ).toEqual(['undefined', 'function', 'object', 'undefined', 'undefined'])
    })

    it('are evaluated once, on first use', () => {
        expect(run('1').calls.filter(({ operation }) => operation === 'scriptInclude')).toHaveLength(0)
        const { calls } = run("new Own('a'); new Own('b'); new x_opfi_openfin.Own('c')")
        expect(
            calls.filter(({ operation }) => operation === 'scriptInclude').map(({ input }) => input)
        ).toEqual([
            { name: 'Own', scope: 'x_opfi_openfin' },
            { name: 'Parent', scope: 'global' },
        ])
    })

    it('act with the rights of their own scope, regardless of the caller', () => {
        const { calls, value } = run('x_opfi_openfin.Saver.save(); x_opfi_openfin.Saver.caller()', GLOBAL)
        expect(JSON.parse(value as string)).toEqual(['x_opfi_openfin', 'global'])
        expect(calls.filter(({ operation }) => operation === 'insert').map(({ scope }) => scope)).toEqual([
            'x_opfi_openfin',
        ])
        expect(run('Saver.caller()').value).toBe('["x_opfi_openfin",null]')
        expect(run('x_other.Public.who()').value).toBe('x_other')
    })

    it('of another scope are requested once, by the scope that uses them', () => {
        const { calls } = run('x_other.Public.who(); x_other.Public.who()')
        const asked = calls.filter(({ operation }) => operation === 'scriptInclude')
        expect(asked).toMatchObject([
            { input: { name: 'Public', scope: 'x_other' }, scope: 'x_opfi_openfin' },
        ])
    })

    it('can use modules of their scope, even when called by another scope', () => {
        expect(run('Modern.twice(4)').value).toBe('8')
        expect(run('x_opfi_openfin.Modern.twice(5)', GLOBAL).value).toBe('10')
    })

    it('that fail report it on each use', () => {
        expect(json(`['a', 'b'].map(function () { try { Broken } catch (e) { return e.name } })`)).toEqual([
            'SyntaxError',
            'SyntaxError',
        ])
        expect(() => run('Throws')).toThrow('while loading')
        expect(run('typeof NoSuchInclude').value).toBe('undefined')
    })

    it('are shadowed by a variable of the same name', () => {
        expect(run("var Own = 'mine'; Own").value).toBe('mine')
        expect(run("function Own() { return 'fn' } Own()").value).toBe('fn')
        expect(run("Own = 'set'; Own").value).toBe('set')
    })

    it('have an instance test and a shared prototype like those of the platform', () => {
        expect(
            json("var o = new Own('a'); [o instanceof Own, o instanceof global.Parent, o.shared.length]")
        ).toEqual([true, false, 0])
    })
})

describe('global', () => {
    it('has the old JSON and JSUtil', () => {
        const script = `var j = new global.JSON(); [j.decode(j.encode({ a: 1 })).a, global.JSON.parse('[2]')[0],
            global.JSUtil.nil(''), global.JSUtil.notNil('a'), global.JSUtil.has(0), global.JSUtil.toBoolean('yes'),
            global.JSUtil.toBoolean('true'), global.JSUtil.type_of([]), global.JSUtil.escapeText('<')]`
        expect(json(script)).toEqual([1, 2, true, true, true, false, true, 'Array', '&lt;'])
    })
})

describe('modules', () => {
    it('are evaluated once and resolved by path', () => {
        const script = "require('./lib/math'); [require('lib/math').twice(3), require('./lib/math').loaded]"
        expect(json(script)).toEqual([6, 1])
    })

    it('may refer to each other', () => {
        expect(json("[require('./a').seen, require('./b').path]")).toEqual(['a', true])
    })

    it('import the Glide API and do not have it as globals', () => {
        const script = `var m = require('./glide'); [m.scope(), m.message, m.own(), m.parent()].concat(m.hidden)`
        expect(json(script)).toEqual([
            ...['x_opfi_openfin', 'function', 'hello module global function', 'global'],
            ...Array.from({ length: 6 }, () => 'undefined'),
        ])
    })

    it('may declare names that are hidden from them', () => {
        expect(run("require('./shadow').mine").value).toBe('true')
    })

    it('may be JSON, and are strict', () => {
        expect(json("[require('./data.json').a[0], require('./strict').self]")).toEqual([1, true])
    })

    it.each([
        ['./none', "Cannot find module './none'"],
        ['@servicenow/glide/x_none', "Cannot find module '@servicenow/glide/x_none'"],
        ['fs', "Cannot find module 'fs'"],
    ])('cannot be %s', (path, message) => {
        expect(() => run(`require('${path}')`)).toThrow(message)
    })

    it('that fail leave nothing behind', () => {
        const script = `var errors = []; for (var i = 0; i < 2; i++) try { require('./bad') } catch (e) { errors.push(e.message) } errors`
        expect(json(script)).toEqual(['module failed', 'module failed'])
    })
})
