import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPerson } from '../../cli/test/support/person'
import { basicEnv, runCli } from '../../cli/test/support/run-cli'
import { Browser } from '../../examples/sign-in-flow/browser'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { columnTexts, databaseBytes } from '../open-routes/database-texts'
import { badCalls } from '../open-routes/mixed-calls'
import { createFinder, PREFIX } from '../open-routes/secret-finder'
import { tokens, type Answer } from '../outbound/scripted-provider'
import { ORIGIN } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { RefreshFixture } from '../token-refresh/fixture'
import { formsOf, makeCanary } from './forms'

const ADMIN = 'canary.admin'
const USER = 'abel.tuter'
const CI = 'ci-client'
const HOUR = 3600

/** Everything that can be read afterwards, by place. */
type Texts = Record<string, string>

/**
 * A day of the whole product with recognizable passwords, client secrets, codes, verifiers and tokens: apps
 * sign in, connections are refreshed and fail, users are notified, administrators use the command and the
 * pages. No place is exempt: secrets that the instance must store are encrypted or hashed.
 */
describe('after a whole flow no secret is anywhere', () => {
    let fixture: RefreshFixture
    let folder: string
    const secrets = new Map<string, string>()
    const texts: Texts = {}
    const printed: string[] = []

    const secret = (what: string) => {
        const made = makeCanary(what)
        secrets.set(what, made)
        return made
    }
    const known = (what: string, value: string | null | undefined) => {
        if (!value) throw new Error(`There is no ${what}`)
        secrets.set(what, value)
        return value
    }

    beforeAll(async () => {
        for (const stream of [process.stdout, process.stderr])
            jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0)
        folder = mkdtempSync(join(tmpdir(), 'whole-flow-'))
        fixture = await RefreshFixture.start()
        await addPeople()
        await signInAndOut()
        await callBadly()
        await refreshConnections()
        await useCommand()
        await readPages()
        texts['the log'] = (await fixture.log()).join('\n')
        texts['the counters'] = JSON.stringify(await fixture.instance.admin('GET', '/local/stats'))
        texts['what the process printed'] = printed.join('\n')
        jest.restoreAllMocks()
    }, 180_000)
    afterAll(async () => {
        jest.restoreAllMocks()
        await fixture?.close()
        rmSync(folder, { recursive: true, force: true })
    })

    /** An administrator and a user with their own passwords, and a pipeline client with a secret. */
    async function addPeople(): Promise<void> {
        const { instance } = fixture
        const table = (name: string, body: object) => instance.admin('POST', `/api/now/table/${name}`, body)
        await table('sys_user', { user_name: ADMIN, user_password: secret('password of the administrator') })
        const admin = instance.records.first('sys_user', `user_name=${ADMIN}`)?.['sys_id'] ?? ''
        const role = instance.records.first('sys_user_role', 'name=admin')?.['sys_id'] ?? ''
        await table('sys_user_has_role', { user: admin, role })
        const user = instance.records.first('sys_user', `user_name=${USER}`)?.['sys_id'] ?? ''
        await instance.admin('PATCH', `/api/now/table/sys_user/${user}`, {
            user_password: secret('password of the user'),
        })
        await setProperty(instance, 'glide.oauth.inbound.client.credential.grant_type.enabled', 'true')
        await setProperty(instance, 'sn_atf.runner.enabled', 'true')
        await table('oauth_entity', {
            ...{ name: 'Pipelines', type: 'client', client_id: CI, active: 'true', user: admin },
            ...{ client_secret: secret('client secret of pipelines') },
            default_grant_type: 'client_credentials',
        })
    }

    /** Actions of an app: sign-in, calls, a renewal, wrong codes and verifiers, disconnect. */
    async function signInAndOut(): Promise<void> {
        const { url, client } = fixture.instance
        const to = { instanceUrl: url, clientId: OPENFIN_CLIENT_ID, userName: USER }
        const password = secrets.get('password of the user') ?? ''
        await expect(signIn({ ...to, password: secret('mistyped password') })).rejects.toThrow()
        // For another user, since the platform returns a code again until it is exchanged.
        const spoilt = await signIn({ ...to, userName: 'beth.anglin', password: 'beth.anglin' })
        const wrong = secret('wrong verifier')
            .replaceAll(/[^\w-]/g, 'x')
            .padEnd(43, 'y')
        known('wrong verifier as it is sent', wrong)
        const refused = await client.requestTokens(
            known('code that is refused', spoilt.code),
            wrong,
            spoilt.redirectUri
        )
        expect(refused.status).not.toBe(200)
        const { code, verifier, redirectUri } = await signIn({ ...to, password })
        known('code', code)
        known('verifier', verifier)
        const first = await client.requestTokens(code ?? '', verifier, redirectUri)
        expect([first.status, first.body]).toEqual([
            200,
            expect.objectContaining({ access_token: expect.any(String) }),
        ])
        const access = known('access token', first.body.access_token)
        const refresh = known('refresh token', first.body.refresh_token)
        expect((await client.requestTokens(code ?? '', verifier, redirectUri)).status).not.toBe(200)
        expect((await client.userInfo(access)).status).toBe(200)
        expect((await client.call(access, 'GET', '/api/now/table/incident?sysparm_limit=1')).status).toBe(200)
        expect((await client.call(access, 'GET', '/api/now/table/no_such_table')).status).toBe(400)
        const renewed = await client.renew(refresh)
        known('renewed access token', renewed.body.access_token)
        await client.revoke(renewed.body.access_token, 'access_token')
        await client.revoke(refresh, 'refresh_token')
        expect((await client.renew(refresh)).status).not.toBe(200)
    }

    /** Refused and malformed requests, with secrets in invalid places. */
    async function callBadly(): Promise<void> {
        let number = 0
        const answers: string[] = []
        // Headers and paths accept no other characters.
        const next = () =>
            known(`secret ${++number} of a bad call`, makeCanary(`bad ${number}`).replaceAll(/[^\w-]/g, ''))
        for (const { path, ...init } of badCalls(next)) {
            const response = await fetch(fixture.instance.url + path, { ...init, redirect: 'manual' })
            answers.push(JSON.stringify([...response.headers]), await response.text())
        }
        expect(number).toBeGreaterThan(20)
        texts['answers to bad calls'] = answers.join('\n')
    }

    /** A provider that echoes received values: a refresh, failures, a refusal, notices. */
    async function refreshConnections(): Promise<void> {
        fixture.property('failures_before_event', '1')
        fixture.notices('watch', 'outbound')
        const pair = (at: string) =>
            tokens({
                access_token: secret(`access token ${at} of the provider`),
                refresh_token: secret(`refresh token ${at} of the provider`),
                expires_in: HOUR,
                refresh_token_expires_in: 20 * 24 * HOUR,
            })
        const clientSecret = secret('client secret at the provider')
        const repeating = (status: number, error: string, at: string): Answer => {
            const sent = [clientSecret, secrets.get(`refresh token ${at} of the provider`)]
            const authorization = Buffer.from(`us:${clientSecret}`).toString('base64')
            const error_description = `I was sent ${sent.join(' and ')} and Basic ${authorization}`
            return { status, body: JSON.stringify({ error, error_description }) }
        }
        const first = pair('0')
        const renewed = pair('1')
        const { connection } = await fixture.connect(
            [renewed, repeating(503, 'busy', '1'), { status: 500, contentType: 'text/html', body: 'no' }],
            { first, entity: { client_secret: clientSecret } }
        )
        const person = fixture.stored('sys_user', 'user_name=beth.anglin')[0]?.['sys_id'] ?? ''
        await fixture.rule({ condition: `sys_id=${connection.requestor}`, notify_user: person })
        const row = await fixture.row(connection)
        if (!row) throw new Error('No row')
        const outcomes: string[] = []
        for (let attempt = 0; attempt < 3; attempt++) outcomes.push((await fixture.runWhenDue(row)).outcome)
        const other = pair('2')
        const watched = await fixture.connect([repeating(400, 'invalid_grant', '2')], {
            first: other,
            entity: { client_secret: clientSecret },
        })
        const answer = await fixture.call('refresh', watched.connection)
        outcomes.push(String(answer['outcome']))
        texts['answer of the script include'] = JSON.stringify(answer)
        fixture.later(18 * 24 * HOUR)
        await fixture.run('OpenFin: expiry notices')
        expect(outcomes).toEqual(['refreshed', 'retry_later', 'retry_later', 'reauthorize'])
        expect(fixture.mails().length).toBeGreaterThan(1)
    }

    /** All commands, with a password, a client secret and an invalid token. */
    async function useCommand(): Promise<void> {
        const basic = basicEnv(ADMIN, secrets.get('password of the administrator'))
        const ci = {
            SN_SDK_OAUTH_CLIENT_ID: CI,
            SN_SDK_OAUTH_CLIENT_SECRET: secrets.get('client secret of pipelines') ?? '',
        }
        const token = secret('token that is none').replaceAll(/[^\w-]/g, '')
        const instance = ['--instance', fixture.instance.url]
        const runs: [string[], Record<string, string>, number][] = [
            [['setup', '--origin', ORIGIN, '--yes'], basic, 0],
            [['setup', '--origin', ORIGIN, '--dry-run', '--json'], ci, 0],
            [['doctor', '--origin', ORIGIN], basic, 1],
            [['doctor', '--json'], ci, 1],
            [['status'], ci, 0],
            [['status', '--json'], basic, 0],
            [['atf', '--json'], basic, 0],
            [['adopt', '--yes'], basic, 0],
            [['status'], { SN_ACCESS_TOKEN: known('token that is none, as sent', token) }, 2],
            [['status'], basicEnv(ADMIN, secret('wrong password of the command')), 2],
            [['status'], { ...ci, SN_SDK_OAUTH_CLIENT_SECRET: secret('wrong client secret') }, 2],
        ]
        for (const [args, env, expected] of runs) {
            const { status, stdout, stderr } = await runCli([...args, ...instance], { env })
            const name = `${args.join(' ')} as ${Object.keys(env)[0]}`
            expect([name, status === 2, stdout + stderr]).toEqual([
                name,
                expected === 2,
                expect.stringMatching(/./),
            ])
            texts[name] = stdout + stderr
        }
        let isOpened = false
        const verify = await runCli(
            ['verify', '--no-open', '--report', join(folder, 'report.md'), ...instance],
            {
                env: basic,
                onStderr(text) {
                    const [, url] = /^open (\S+)$/m.exec(text) ?? []
                    if (!url || isOpened) return
                    isOpened = true
                    void createPerson({ userName: 'beth.anglin' }).open(url)
                },
            }
        )
        expect(verify.stdout).toContain(' passed, 0 failed')
        texts['verify'] = verify.stdout + verify.stderr
        for (const file of readdirSync(folder)) texts[file] = readFileSync(join(folder, file), 'utf8')
    }

    /** Pages and tables, as an administrator. */
    async function readPages(): Promise<void> {
        const { url } = fixture.instance
        const browser = new Browser()
        const start = await browser.follow(await browser.open(`${url}/`), () => false)
        const password = secrets.get('password of the administrator') ?? ''
        await browser.follow(
            await browser.submit(start, { user_name: ADMIN, user_password: password }),
            () => false
        )
        const tables = ['oauth_credential', 'oauth_entity', 'sys_user', 'sys_email', 'syslog', 'sysevent']
        const pages = ['', 'x_opfi_openfin_setup.do', 'x_opfi_openfin_health.do']
        for (const page of [...pages, ...tables.map((table) => `${table}_list.do`)])
            texts[`page ${page}`] = (await browser.open(`${url}/${page}`)).html
        for (const table of tables) {
            const { status, body } = await fixture.instance.admin('GET', `/api/now/table/${table}`)
            expect(status).toBe(200)
            texts[`Table API of ${table}`] = JSON.stringify(body)
        }
    }

    /** The secrets that a text contains, in any representation. */
    const finding = (text: string) => {
        const found = new Set(createFinder([...secrets.values()].flatMap(formsOf))(text))
        const isThere = (value: string) => formsOf(value).some((form) => found.has(form.slice(0, PREFIX)))
        return [...secrets].filter(([, value]) => isThere(value)).map(([what]) => what)
    }

    it('in responses, pages, output, reports, logs and counters', () => {
        const places = Object.keys(texts)
        expect(places.length).toBeGreaterThan(30)
        expect(secrets.size).toBeGreaterThan(40)
        for (const place of [
            'the log',
            'the counters',
            'report.md',
            'report.json',
            'page oauth_entity_list.do',
        ])
            expect([place, (texts[place] ?? '').length > 100]).toEqual([place, true])
        const leaks = places.map((place) => [place, finding(texts[place] ?? '')])
        expect(leaks.filter(([, found]) => found?.length)).toEqual([])
    })

    it('in any column of any table, nor in what was deleted', () => {
        const find = createFinder([...secrets.values()].flatMap(formsOf))
        const { databaseFile } = fixture.instance
        const columns = columnTexts(databaseFile)
        expect(columns.length).toBeGreaterThan(1000)
        const leaks = columns.filter(({ text }) => find(text).length > 0)
        expect(leaks.map(({ name, text }) => [name, finding(text)])).toEqual([])
        expect(find(databaseBytes(databaseFile))).toEqual([])
    })

    it('and the search would find each of them', () => {
        const encoded = [...secrets.values()].map((value) => Buffer.from(`x:${value}`).toString('base64'))
        // A column stores no more of a long token.
        for (const text of encoded) fixture.insert('incident', { short_description: text.slice(0, 160) })
        const { databaseFile } = fixture.instance
        const found = columnTexts(databaseFile).filter(({ name }) => name === 'incident.short_description')
        expect(finding(found[0]?.text ?? '')).toEqual([...secrets.keys()])
        expect(finding(databaseBytes(databaseFile))).toEqual([...secrets.keys()])
    })
})
