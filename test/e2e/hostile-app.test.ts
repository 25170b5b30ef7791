import { setTimeout as pause } from 'node:timers/promises'
import { application, id, pack, record, SCOPE, SCOPE_ID } from '../../local-instance/test/deployment/app'
import { basic, upload } from '../../local-instance/test/deployment/instance'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

/** The attacks of the hostile app's route, script include and module. */
const ATTEMPTS = `
    var tries = {
        process: function () { return typeof process },
        require: function () { return require('child_process') },
        module: function () { return typeof module === 'object' && module.constructor && module.constructor._load },
        constructor: function () { return [].constructor.constructor('return process')() },
        ofGlide: function () { return gs.info.constructor('return process')() },
        ofRecord: function () { return new GlideRecord('sys_user').constructor.constructor('return process')() },
        ofRequest: function () { return request.constructor.constructor('return process')() },
        ofAsync: function () { return (async function () {}).constructor('return process')() },
        ofGenerator: function () { return (function* () {}).constructor('return process')() },
        ofRefusal: function () { try { new GlideRecord('sys_user').addQuery(Symbol()) } catch (e) { return e.constructor.constructor('return process')() } },
        ofOverflow: function () { function f() { f() } try { f() } catch (e) { return e.constructor.constructor('return process')() } },
        ofTemplate: function () { return (function (parts) { return parts.constructor.constructor('return process')() })\`x\` },
        ofReviver: function () { return JSON.parse('{"a":1}', function () { return this.constructor.constructor('return process')() }) },
        ofTrap: function () { return new Proxy(function () {}, { apply: function (target, self, args) { return args.constructor.constructor('return process')() } })() },
        ofArgument: function () {
            var made
            new GlideRecord({ toString: function () { made = this.constructor.constructor('return process')(); return 'sys_user' } })
            return made
        },
        eval: function () { return eval('process') },
        java: function () { return typeof Packages + typeof java },
    }
    var found = {}
    Object.keys(tries).forEach(function (name) {
        try { found[name] = String(tries[name]()) } catch (e) { found[name] = 'threw ' + e.message }
    })`
const NO_CODE = 'threw Code generation from strings disallowed for this context'
const NOTHING = {
    process: 'undefined',
    require: "threw Cannot find module 'child_process'",
    java: 'undefinedundefined',
    ...Object.fromEntries(
        [
            ...[
                'constructor',
                'ofGlide',
                'ofRecord',
                'ofRequest',
                'ofAsync',
                'ofGenerator',
                'ofRefusal',
                'ofOverflow',
            ],
            ...['ofTemplate', 'ofReviver', 'ofTrap', 'ofArgument', 'eval'],
        ].map((name) => [name, NO_CODE])
    ),
}

/** Pollutes objects that host objects may inherit from. */
const POLLUTE = `
    for (const name of ['error', 'status', 'isAdmin', 'roles', 'refusedBy', 'code', 'type', 'guards', 'then']) Object.prototype[name] = 'polluted'
    Object.prototype.toJSON = function () { return { result: 'polluted' } }
    Array.prototype.map = Array.prototype.push = JSON.parse = JSON.stringify = () => 'polluted'
    try { Object.getPrototypeOf(request).getHeader = () => 'polluted' } catch (e) {}
    try { GlideRecord.prototype.getValue = () => 'polluted' } catch (e) {}
    globalThis.leak = 'polluted'
    new GlideRecord('sys_user').get('user_name', 'admin')`

/** Twenty ways never to terminate. */
const LOOPS = [
    'for (;;);',
    'while (true) {}',
    'do {} while (1)',
    '(function f() { try { f() } finally { f() } })()',
    'for (;;) try { throw 1 } catch (e) { continue } finally { continue }',
    "/^(a+)+$/.test('a'.repeat(64) + 'b')",
    "/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(100))",
    'new Array(1e6).fill(0).sort(() => { for (;;); })',
    'const o = { get self() { for (;;) this.x = 1 } }; o.self',
    'JSON.stringify({ toJSON() { for (;;); } })',
    "JSON.parse('[1]', () => { for (;;); })",
    'new GlideRecord({ toString() { for (;;); } })',
    "for (;;) 'x'.repeat(2 ** 20)",
    'for (;;) Array.from({ length: 1e5 })',
    'let b = 3n; for (;;) b = b ** 3n % 2n ** 4096n',
    '(async () => { for (;;) await null })()',
    'const next = () => Promise.resolve().then(next); next()',
    'for (const x of (function* () { for (;;) yield 1 })()) x',
    "for (;;) new GlideRecord('sys_user').get('x')",
    'new Proxy({}, { get() { for (;;); } }).x + gs.info({ toString() { for (;;); } })',
]

const route = (path: string, script: string) =>
    record('sys_ws_operation', path, {
        ...{
            web_service_definition: id('api'),
            name: path,
            http_method: 'GET',
            relative_path: path,
            active: 'true',
        },
        ...{
            requires_authentication: 'true',
            requires_acl_authorization: 'false',
            requires_snc_internal_role: 'false',
        },
        operation_script: `(function (request, response) {\n${script}\n})(request, response)`,
    })

describe('H55 a malicious app, deployed next to ours', () => {
    let instance: DeployedInstance
    beforeAll(async () => {
        instance = await startDeployed()
        const files = {
            [`scope/sys_app_${SCOPE_ID}.xml`]: application(),
            'update/api.xml': record('sys_ws_definition', 'api', {
                ...{
                    name: 'Pit',
                    service_id: 'pit',
                    namespace: SCOPE,
                    is_versioned: 'false',
                    active: 'true',
                },
            }),
            'update/include.xml': record('sys_script_include', 'Pit', {
                ...{ name: 'Pit', api_name: `${SCOPE}.Pit`, access: 'public', active: 'true' },
                script: `var Pit = { fall: function (request) { ${ATTEMPTS}\nreturn found } }`,
            }),
            'update/package.xml': record('sys_module', 'package', {
                ...{
                    path: `${SCOPE}/pit/1.0.0/package.json`,
                    content: '{"name": "pit", "version": "1.0.0"}',
                },
            }),
            'update/module.xml': record('sys_module', 'module', {
                path: `${SCOPE}/pit/1.0.0/pit.js`,
                content: `import { gs, GlideRecord } from '@servicenow/glide'\nexport function fall(request) { ${ATTEMPTS}\nreturn found }`,
            }),
            'update/try.xml': route('/try', `${ATTEMPTS}\nresponse.setBody(found)`),
            'update/include_route.xml': route('/include', `response.setBody(${SCOPE}.Pit.fall(request))`),
            'update/module_route.xml': route('/module', "response.setBody(require('./pit').fall(request))"),
            'update/pollute.xml': route('/pollute', POLLUTE),
            'update/look.xml': route(
                '/look',
                "response.setBody([typeof leak, typeof ({}).error, typeof [].then, JSON.stringify([1].map((n) => n)), request.getHeader('x-own'), gs.getUserName()])"
            ),
            'update/loop.xml': route(
                '/loop/{kind}',
                `const kinds = [${LOOPS.map((loop) => `() => { ${loop} }`).join(',\n')}]\nkinds[request.pathParams.kind]()`
            ),
        }
        const answer = await upload(instance.url, {
            zip: pack(files),
            query: 'sysparm_request_type=custom_app',
            headers: { authorization: basic() },
        })
        expect(answer.status).toBe(200)
    })
    afterAll(() => instance.close())

    const get = async (path: string, user = 'abel.tuter') => {
        const response = await fetch(`${instance.url}/api/${SCOPE}/pit${path}`, {
            headers: { authorization: basic(user), accept: 'application/json', 'x-own': user },
        })
        return {
            status: response.status,
            body: JSON.parse((await response.text()) || '{}') as { result?: unknown; error?: unknown },
        }
    }
    const setLimit = async (value: string) => {
        const name = 'local_instance.scripts.time_limit_ms'
        const path = '/api/now/table/sys_properties'
        const { body } = await instance.admin<{ result: { sys_id: string }[] }>(
            'GET',
            `${path}?sysparm_query=name=${name}`
        )
        const [row] = body.result
        if (row) await instance.admin('PATCH', `${path}/${row.sys_id}`, { value })
        else await instance.admin('POST', path, { name, type: 'integer', value })
    }
    const until = async (isSo: () => boolean) => {
        while (!isSo()) await pause(5)
    }

    it.each(['/try', '/include', '/module'])('cannot access Node at %s', async (path) => {
        const { status, body } = await get(path)
        expect(status).toBe(200)
        expect(body.result).toMatchObject(NOTHING)
        expect(JSON.stringify(body)).not.toMatch(/\[object process\]|node_modules|function require\(path\)/)
    })

    it('leaves nothing polluted for others, nor for the host', async () => {
        await Promise.all(Array.from({ length: 8 }, () => get('/pollute')))
        const looks = await Promise.all(Array.from({ length: 12 }, () => get('/look', 'beth.anglin')))
        for (const { status, body } of looks) {
            expect(status).toBe(200)
            expect(body.result).toEqual([
                'undefined',
                'undefined',
                'undefined',
                '[1]',
                'beth.anglin',
                'beth.anglin',
            ])
        }
        expect(Object.keys(Object.prototype)).toEqual([])
        expect((await instance.client.userInfo((await instance.tokensOf()).access_token)).status).toBe(200)
    })

    it('times out twenty times while others are served, and all threads recover', async () => {
        const { access_token } = await instance.tokensOf('beth.anglin')
        const run = jest.spyOn(instance.scripts, 'run')
        const others = async () => {
            const rows = await instance.admin<{ result: unknown[] }>(
                'GET',
                '/api/now/table/sys_user?sysparm_limit=2'
            )
            const info = await instance.client.userInfo(access_token)
            return [rows.status, rows.body.result.length, info.status]
        }
        for (let first = 0; first < LOOPS.length; first += 4) {
            await setLimit('300')
            run.mockClear()
            const looping = LOOPS.slice(first, first + 4).map((_loop, index) => get(`/loop/${first + index}`))
            await until(() => run.mock.calls.length === 4)
            // The other scripts have the usual time limit, the loops keep theirs.
            await setLimit('')
            expect(await others()).toEqual([200, 2, 200])
            for (const { status, body } of await Promise.all(looping)) {
                expect(status).toBe(500)
                expect(body.error).toMatchObject({
                    message: 'Transaction cancelled: maximum execution time exceeded',
                })
            }
        }
        expect(await others()).toEqual([200, 2, 200])
        expect((await get('/look', 'beth.anglin')).status).toBe(200)
        const { scripts } = instance
        await until(() => scripts.counts().busy === 0 && scripts.counts().threads <= 4)
        const tokens = await instance.tokensOf('abel.tuter')
        expect((await instance.client.userInfo(tokens.access_token)).status).toBe(200)
    }, 60_000)
})
