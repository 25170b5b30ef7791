import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startDeployed, type DeployedInstance } from '../../test/support/deployed-instance'
import { basicEnv, runCli, type Run } from './support/run-cli'

const DESK = 'https://desk.example'
const PAGE = 'https://page.example'
const CANARY = 'canary-4f1c9d-"secret"'

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const codeOf = (run: Run) => run.json<{ ok: boolean; error?: { code: string } }>().error?.code
const setup = (...more: string[]) => ['setup', '--yes', '--origin', DESK, ...more]

describe('a command that cannot begin ends with 2 and one document', () => {
    it.each<[string, string[], Record<string, string>]>([
        ['no_instance', ['doctor'], basicEnv()],
        ['invalid_instance_url', ['doctor', '--instance', 'http://example.com'], basicEnv()],
        ['invalid_origin', ['setup', '--origin', 'https://*.example.com', '--instance', 'HERE'], basicEnv()],
        ['no_origin', ['setup', '--instance', 'HERE'], basicEnv()],
        ['invalid_api', setup('--api', 'table', '--instance', 'HERE'), basicEnv()],
        ['invalid_route', setup('--route', 'tunnel', '--instance', 'HERE'), basicEnv()],
        ['invalid_option', ['doctor', '--nonsense', '--instance', 'HERE'], basicEnv()],
        ['invalid_option', ['nonsense', '--instance', 'HERE'], basicEnv()],
        ['no_command', [], basicEnv()],
        ['unreachable', ['status', '--instance', 'http://127.0.0.1:9'], basicEnv()],
        ['not_signed_in', ['doctor', '--instance', 'HERE'], {}],
        ['not_authenticated', ['doctor', '--instance', 'HERE'], basicEnv('admin', CANARY)],
        ['not_authenticated', ['doctor', '--instance', 'HERE'], { SN_ACCESS_TOKEN: 'canary-token' }],
        ['not_authorized', setup('--instance', 'HERE'), basicEnv('abel.tuter')],
        ['not_authorized', ['doctor', '--instance', 'HERE'], basicEnv('abel.tuter')],
        ['not_authorized', ['status', '--instance', 'HERE'], basicEnv('abel.tuter')],
        ['direct_route_unavailable', setup(PAGE, '--route', 'direct', '--instance', 'HERE'), basicEnv()],
    ])('%s: %p', async (code, args, env) => {
        const before = JSON.stringify(instance.records.query('sys_cors_rule', {}))
        const given = args.map((arg) => (arg === 'HERE' ? instance.url : arg))
        const run = await runCli([...given, '--json'], { env })
        expect([run.status, codeOf(run)]).toEqual([2, code])
        expect(run.json()).toMatchObject({
            ok: false,
            error: { message: expect.stringMatching(/\w/) as string },
        })
        expect(run.stderr).toContain('error')
        expect(JSON.stringify(instance.records.query('sys_cors_rule', {}))).toBe(before)
        const plain = await runCli(given, { env })
        expect([plain.status, plain.stdout]).toEqual([2, ''])
    })

    it('names the tables and roles that are missing, before it writes', async () => {
        const { records } = instance
        const user = records.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? ''
        for (const name of ['web_service_admin', 'oauth_admin']) {
            const role = records.first('sys_user_role', `name=${name}`)?.['sys_id'] ?? ''
            records.insert('sys_user_has_role', { user, role })
        }
        const env = basicEnv('beth.anglin')
        const allowed = await runCli([...setup('--json'), '--instance', instance.url], { env })
        expect([allowed.status, allowed.json()]).toMatchObject([0, { ok: true, route: null }])
        const more = await runCli([...setup('--route', 'direct', '--json'), '--instance', instance.url], {
            env,
        })
        expect([more.status, codeOf(more)]).toEqual([2, 'not_authorized'])
    })

    it('hints at the restriction of Basic authentication', async () => {
        const run = await runCli(['doctor', '--instance', instance.url], {
            env: basicEnv('admin', 'wrong-one'),
        })
        expect(run.stderr).toContain('restricts Basic authentication')
        expect(run.stderr).toContain('SN_SDK_OAUTH_CLIENT_ID')
    })
})

describe('a setup that stops midway ends with 1, and says what was done and what was not', () => {
    const tableRule = () =>
        instance.records.first('sys_cors_rule', 'name=OpenFin – Table API')?.['sys_id'] ?? ''
    const run = (options: Parameters<typeof runCli>[1] = {}) =>
        runCli([...setup(PAGE, '--json'), '--instance', instance.url], {
            env: basicEnv(),
            ...options,
        })
    const fault = (values: object) =>
        instance.admin('POST', '/local/faults', {
            path: `/api/now/table/sys_cors_rule/${tableRule()}`,
            ...values,
        })
    interface Document {
        ok: boolean
        error: { code: string }
        changed: { name: string }[]
        notChanged: { name: string }[]
    }

    it('by a failing write; a second run completes it', async () => {
        await fault({ status: 503 })
        const failed = await run()
        const { ok, error, changed, notChanged } = failed.json<Document>()
        expect([failed.status, ok, error.code]).toEqual([1, false, 'request_failed'])
        expect(changed.map(({ name }) => name)).toEqual([
            `OpenFin Integration (${DESK})`,
            `OpenFin Integration (${PAGE})`,
        ])
        expect(notChanged.map(({ name }) => name)).toEqual([
            `OpenFin – Table API (${DESK})`,
            `OpenFin – Table API (${PAGE})`,
        ])
        const again = await run()
        expect([again.status, again.json<Document>().changed]).toMatchObject([0, { length: 2 }])
        expect((await run()).json<Document>().changed).toEqual([])
    })

    it('by Ctrl+C, which lets the write that is under way complete', async () => {
        await fault({ delay_ms: 1500 })
        const stopped = await run({
            onStderr: (text, kill) => {
                if (text.includes('✓')) kill('SIGINT')
            },
        })
        const { error, changed, notChanged } = stopped.json<Document>()
        expect([stopped.status, error.code]).toEqual([1, 'interrupted'])
        expect(changed.length).toBeGreaterThan(0)
        expect(notChanged.length).toBeGreaterThan(0)
        expect(changed.length + notChanged.length).toBe(4)
        const stored = instance.records.query('sys_cors_rule', { query: `domain=${DESK}^active=true` })
        expect(stored.length).toBe(changed.filter(({ name }) => name.includes(DESK)).length)
    })

    it('Ctrl+C before the first write is 2, and changes nothing', async () => {
        await instance.admin('POST', '/local/faults', { path: '/api/now/table/oauth_entity', delay_ms: 3000 })
        const stopped = await run({
            onStderr: (text, kill) => {
                if (text.includes('Reading')) kill('SIGINT')
            },
        })
        expect([stopped.status, codeOf(stopped)]).toEqual([2, 'interrupted'])
        expect(instance.records.query('sys_cors_rule', { query: `domain=${DESK}` })).toEqual([])
    })
})

describe('secrets', () => {
    /** An instance that repeats the credentials wherever it can. */
    let hostile: Server
    let url: string
    beforeAll(async () => {
        hostile = createServer((request, response) => {
            let body = ''
            request.on('data', (chunk: Buffer) => (body += chunk.toString()))
            request.on('end', () => {
                const sent = `${request.headers.authorization ?? ''} ${decodeURIComponent(body)}`
                const [, encoded = ''] = /Basic (\S+)/.exec(sent) ?? []
                const message = `${sent} ${Buffer.from(encoded, 'base64').toString()} \u001b[2J`
                response.writeHead(request.url?.includes('sys_properties') ? 403 : 500, {
                    'content-type': 'application/json',
                    'set-cookie': sent,
                })
                response.end(JSON.stringify({ error: { message, code: 'x' }, error_description: sent }))
            })
        })
        await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve))
        url = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`
    })
    afterAll(() => new Promise<void>((resolve) => hostile.close(() => resolve())))

    const FORMS = [
        CANARY,
        JSON.stringify(CANARY).slice(1, -1),
        encodeURIComponent(CANARY),
        Buffer.from(`admin:${CANARY}`).toString('base64'),
        'canary',
    ]

    it.each<[string, Record<string, string>]>([
        ['a password', basicEnv('admin', CANARY)],
        ['a token', { SN_ACCESS_TOKEN: 'canary.4f1c9d.token' }],
        ['a token that is none', { SN_ACCESS_TOKEN: 'canary 4f1c9d\ttoken' }],
        ['a client secret', { SN_SDK_OAUTH_CLIENT_ID: 'an-id', SN_SDK_OAUTH_CLIENT_SECRET: CANARY }],
        ['a secret without an id', { SN_SDK_AUTH_TYPE: 'oauth', SN_SDK_OAUTH_CLIENT_SECRET: CANARY }],
    ])('%s appears in no output, whatever the instance answers', async (_, env) => {
        const commands = [['doctor'], ['status'], ['adopt', '--yes'], setup()]
        const runs = [
            ...commands.flatMap((args) => [
                [...args, '--instance', url],
                [...args, '--instance', url, '--json'],
            ]),
            ['doctor', '--json', '--instance', instance.url],
            [...setup(), '--instance', instance.url],
            ['doctor', '--instance', 'http://127.0.0.1:9'],
        ]
        for (const args of runs) {
            const { status, stdout, stderr } = await runCli(args, { env })
            expect(status).toBe(2)
            for (const form of FORMS) {
                expect(stdout).not.toContain(form)
                expect(stderr).not.toContain(form)
            }
            expect(stderr).not.toContain('\u001b[2J')
        }
    })

    it('in an address is refused, and not repeated', async () => {
        const { status, stdout, stderr } = await runCli(
            ['doctor', '--json', '--instance', `https://admin:canary-password@example.com`],
            { env: basicEnv() }
        )
        expect(status).toBe(2)
        expect(stdout + stderr).not.toContain('canary')
    })
})
