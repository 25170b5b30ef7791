import { createMemoryBridge } from './support/memory-bridge'
import { createRuntimeContext } from './support/runtime-context'
import type { BridgeFunction } from '../../../src/script-engine/bridge/bridge'

const { bridge } = createMemoryBridge({
    table: ({ table }) => ({
        name: table,
        label: '',
        lineage: [table],
        extensions: [],
        scope: '',
        columns: ['sys_id', 'a', 'name', 'parm1', 'parm2', 'instance', 'table'].map((name) => ({
            name,
            type: 'string',
        })),
        displayColumn: null,
        rules: [],
    }),
    query: () => [{ sys_id: '1', a: 'x' }],
})

describe('a script', () => {
    it('gets no object whose constructors lead out of its context', () => {
        const script = `
            var out = [], seen = new Set(), open = [
                ['global', globalThis], ['gr', new GlideRecord('t')], ['gdt', new GlideDateTime()], ['user', gs.getUser()],
                ['condition', new GlideRecord('t').addQuery('a', 1)], ['element', new GlideRecord('t').a],
            ];
            try { new GlideRecord('t').addQuery('a', 'BAD', 1) } catch (e) { open.push(['error', e]) }
            try { require('none') } catch (e) { open.push(['missing', e]) }
            while (open.length) {
                var [path, o] = open.pop();
                if ((typeof o !== 'object' && typeof o !== 'function') || o === null || seen.has(o)) continue;
                seen.add(o);
                if (!(o instanceof Object) && Object.getPrototypeOf(o) !== null && o !== Object.prototype) out.push(path);
                for (var key of Object.getOwnPropertyNames(o)) {
                    var d = Object.getOwnPropertyDescriptor(o, key);
                    if (d) open.push([path + '.' + key, d.value], [path + '.' + key, d.get], [path + '.' + key, d.set]);
                }
                open.push([path + '.__proto__', Object.getPrototypeOf(o)]);
            }
            [seen.size > 300, out]`
        const { value } = createRuntimeContext(bridge)
        expect(JSON.parse(value(script) as string)).toEqual([true, []])
    })

    it('gets errors of its own realm, even if the host fails with one of its own', () => {
        const failing: BridgeFunction = (operation, json, scope) => {
            if (operation === 'guid') throw new RangeError('host')
            return bridge(operation, json, scope)
        }
        const script = `try { gs.generateGUID() } catch (e) { [e instanceof Error, e.message, e.constructor.constructor === Function] }`
        const { value } = createRuntimeContext(failing)
        expect(JSON.parse(value(script) as string)).toEqual([
            true,
            'The operation "guid" could not be called',
            true,
        ])
    })

    it('gets errors of its own realm if a script include does not compile', () => {
        const includes = createMemoryBridge({
            scriptIncludes: () => [{ scope: 'x_opfi_openfin', name: 'Bad' }],
            scriptInclude: () => ({
                sysId: '1',
                name: 'Bad',
                scope: 'x_opfi_openfin',
                source: 'var = 1',
                clientCallable: false,
            }),
        })
        const script =
            'try { Bad } catch (e) { [e instanceof SyntaxError, e.constructor.constructor === Function] }'
        expect(createRuntimeContext(includes.bridge).value(script)).toBe('[true,true]')
    })

    it('cannot capture the bridge by replacing functions that the runtime uses', () => {
        const script = `
            var caught = [];
            function keep(v) { if (typeof v === 'function' && /bridge|operation, json/.test(String(v))) caught.push(v) }
            ['call', 'apply', 'bind'].forEach(function (name) {
                var original = Function.prototype[name];
                Function.prototype[name] = function () { keep(this); for (var a of arguments) keep(a); return original.apply(this, arguments) };
            });
            JSON.stringify = function (v) { keep(v); return 'hijacked' };
            JSON.parse = function () { return { value: 'hijacked' } };
            Object.defineProperty(Object.prototype, 'bridge', { set: function (v) { caught.push(v) }, configurable: true });
            Object.defineProperty(Object.prototype, 'host', { set: function (v) { caught.push(v) }, configurable: true });
            var id = gs.generateGUID(); gs.info('x'); var gr = new GlideRecord('t'); gr.query(); gr.next();
            caught.length + ' ' + (id.length === 32) + ' ' + gr.getValue('a')`
        expect(createRuntimeContext(bridge).value(script)).toBe('0 true x')
    })

    it('cannot change what later transactions of the context use', () => {
        const context = createRuntimeContext(bridge)
        const script = `
            var changed = [];
            [[GlideDateTime.prototype, 'getValue'], [Object.getPrototypeOf(GlideRecord).prototype, 'getUniqueValue'],
                [Object.getPrototypeOf(Object.getPrototypeOf(GlideRecord)).prototype, 'get'], [gs.getUser().constructor.prototype, 'getID'],
                [sn_ws_err.ServiceError.prototype, 'setStatus'], [global.JSUtil, 'nil'], [Class, 'create'], [gs.daysAgo, 'apply'],
                [Object.getPrototypeOf(new GlideRecord('t').a), 'toString']].forEach(function (pair) {
                    try { pair[0][pair[1]] = function () { return 'evil' } } catch (e) { changed.push(e.name) }
                    if (pair[0][pair[1]] && String(pair[0][pair[1]]).includes('evil')) changed.push(pair[1]);
                });
            changed`
        expect(context.value(script)).toBe('[]')
        expect(
            context.value('[new GlideDateTime().getValue(), gs.getUser().getID(), gs.daysAgo(0)]')
        ).not.toContain('evil')
    })

    it.each([
        ["throw 'text'", 'text', null],
        ['throw null', 'null', null],
        ['throw undefined', 'undefined', null],
        ["throw { message: 'like an error' }", 'like an error', null],
        [
            'throw { get message() { throw 1 } }',
            'The script threw a value that cannot be converted to text',
            null,
        ],
        ['\n\nnull.x', "Cannot read properties of null (reading 'x')", 3],
        ['var a = 1;\nvar b = ;', "Unexpected token ';'", 2],
        ['throw Object.create(null)', 'The script threw a value that cannot be converted to text', null],
    ])('that throws %j has an outcome with a message and a line', (source, message, line) => {
        expect(createRuntimeContext(bridge).run(source)).toEqual({ result: null, error: { message, line } })
    })

    it.each([
        ['1 + 1', '2'],
        ["'text'", 'text'],
        ['var a = 1', null],
        ['null', null],
        ['({ a: [1] })', '{"a":[1]}'],
        ['[1, undefined]', '[1,null]'],
        ['var o = {}; o.o = o; o', '[object Object]'],
        ["new GlideDateTime('2026-01-01 00:00:00')", '2026-01-01 00:00:00'],
        ["new GlideRecord('t').a", ''],
        ['if (true) { 5 }', '5'],
        ['true', 'true'],
    ])('has the last value of %s', (source, expected) => {
        expect(createRuntimeContext(bridge).run(source).result).toBe(expected)
    })

    it('returns its variable answer, like access control scripts', () => {
        const { run } = createRuntimeContext(bridge)
        expect(run('answer = 1 < 2;')).toEqual({ result: 'true', answer: true })
        expect(createRuntimeContext(bridge).run('var answer = gs.hasRole("none");').answer).toBe(false)
        expect(createRuntimeContext(bridge).run('1')).not.toHaveProperty('answer')
    })

    it('has the record and the event of its job', () => {
        const { value } = createRuntimeContext(bridge)
        const event = { name: 'x.y', parm1: 'one', parm2: 'two', sysId: '9' }
        const options = { event, current: { table: 't', sysId: '1' } }
        expect(
            value(
                "current.a + ' ' + current.isValidRecord() + ' ' + event.parm1 + ' ' + event.getValue('name') + ' ' + event.instance",
                options
            )
        ).toBe('x true one x.y 1')
        const given = { current: { table: 't', sysId: '5', row: { sys_id: '5', a: 'given' } } }
        expect(createRuntimeContext(bridge).value("current.a + ' ' + current.getUniqueValue()", given)).toBe(
            'given 5'
        )
    })
})
