import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { columnTexts, databaseBytes } from './database-texts'
import { badCalls, renewal, type MixedCall } from './mixed-calls'
import { createFinder, makeSecret } from './secret-finder'

/** Number of concurrent requests. */
const AT_ONCE = 8
const ADDRESS_FAILING = 'x_opfi_openfin.address_failing'

let instance: DeployedInstance
/** Secrets that must not be found anywhere. */
let secrets: string[]

beforeEach(async () => {
    instance = await startDeployed()
    secrets = []
})
afterEach(() => instance.close())

const secret = () => {
    const made = makeSecret(secrets.length)
    secrets.push(made)
    return made
}
const send = async ({ path, ...init }: MixedCall) => {
    const response = await fetch(instance.url + path, { ...init, redirect: 'manual' })
    const headers = JSON.stringify([...response.headers])
    return { status: response.status, text: await response.text(), headers }
}
const rows = async (table: string, query = '') => {
    const path = `/api/now/table/${table}?sysparm_query=${query}`
    return (await instance.admin<{ result: Record<string, string>[] }>('GET', path)).body.result
}

/** Signs in; the code, the verifier and the tokens are secrets from then on. */
async function signInSecretly(userName: string): Promise<string> {
    const { code, verifier, redirectUri } = await signIn({
        instanceUrl: instance.url,
        clientId: OPENFIN_CLIENT_ID,
        userName,
        password: userName,
    })
    const { body } = await instance.client.requestTokens(code ?? '', verifier, redirectUri)
    secrets.push(code ?? '', verifier, body.access_token, body.refresh_token ?? '')
    return body.refresh_token ?? ''
}

/** Registers a mail for the event, and processes events. */
async function sendMails(): Promise<void> {
    const [notification] = await rows('sysevent_email_action', `event_name=${ADDRESS_FAILING}`)
    const path = `/api/now/table/sysevent_email_action/${notification?.['sys_id']}`
    await instance.admin('PATCH', path, { active: 'true', recipient_users: 'security@example.com' })
    await instance.admin('POST', '/api/now/table/sysauto_script', {
        name: 'Nothing',
        run_type: 'on_demand',
        script: '',
    })
    const { status } = await instance.admin('POST', '/local/jobs/run', { name: 'Nothing' })
    expect(status).toBe(200)
}

it('H27 after 1,000 mixed calls no log, table, event, mail, counter or other response contains a secret', async () => {
    const refreshTokens = [await signInSecretly('abel.tuter'), await signInSecretly('beth.anglin')]
    await setProperty(instance, 'x_opfi_openfin.integration.requests_per_minute', '150')
    await instance.admin('POST', '/local/faults', {
        path: '/oauth_token.do',
        status: 500,
        times: 40,
        body: secret(),
    })
    const good = (index: number) => renewal('good', refreshTokens[index % 2] as string)
    const calls: MixedCall[] = []
    while (calls.length < 1000) calls.push(good(calls.length), ...badCalls(secret), good(calls.length + 1))

    const counts: Record<string, number> = {}
    const others: string[] = []
    for (let at = 0; at < 1000; at += AT_ONCE) {
        // Ends the limit, so that all kinds of calls are admitted again.
        if (at % 320 === 0) instance.clock.advance(60_000)
        const answers = await Promise.all(calls.slice(at, at + AT_ONCE).map((call) => send(call)))
        for (const { status, text, headers } of answers) {
            counts[status] = (counts[status] ?? 0) + 1
            const tokens = (status === 200 && text !== '{}' ? JSON.parse(text) : {}) as {
                access_token?: string
            }
            if (tokens.access_token) secrets.push(tokens.access_token)
            others.push(headers, tokens.access_token ? '' : text)
        }
    }
    await sendMails()
    // Each outcome occurred: issued, refused in all ways, failed, over the limit.
    for (const status of [200, 400, 401, 405, 415, 429, 502]) expect(counts[status]).toBeGreaterThan(5)
    expect(await rows('sysevent', `name=${ADDRESS_FAILING}`)).not.toEqual([])
    expect(await rows('sys_email', 'subjectLIKErepeated refusals')).not.toEqual([])

    const find = createFinder(secrets)
    const control = JSON.stringify([
        await instance.admin('GET', '/local/log'),
        await instance.admin('GET', '/local/stats'),
    ])
    expect(control.length).toBeGreaterThan(10_000)
    expect({ answers: find(others.join('\n')), logAndStats: find(control) }).toEqual({
        answers: [],
        logAndStats: [],
    })
    const file = instance.databaseFile
    expect(
        columnTexts(file)
            .filter(({ text }) => find(text).length > 0)
            .map(({ name }) => name)
    ).toEqual([])
    expect(find(databaseBytes(file))).toEqual([])
}, 120_000)

it('H27 the search would find the secrets in any table', async () => {
    const planted = secret()
    await instance.admin('POST', '/api/now/table/incident', { short_description: `a ${planted}b` })
    const find = createFinder(secrets)
    const file = instance.databaseFile
    const found = columnTexts(file).filter(({ text }) => find(text).length > 0)
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['incident.short_description']))
    expect(find(databaseBytes(file))).toEqual([planted.slice(0, 12)])
})
