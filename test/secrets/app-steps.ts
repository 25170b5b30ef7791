import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { badCalls } from '../open-routes/mixed-calls'
import { tokens, type Answer } from '../outbound/scripted-provider'
import { setProperty } from '../support/set-property'
import { ADMIN, CI, USER, type Flow } from './flow'
import { makeCanary } from './forms'

const HOUR = 3600

/** An administrator and a user with their own passwords, and a pipeline client with a secret. */
export async function addPeople({ fixture, book }: Flow): Promise<void> {
    const { instance } = fixture
    const table = (name: string, body: object) => instance.admin('POST', `/api/now/table/${name}`, body)
    await table('sys_user', { user_name: ADMIN, user_password: book.make('password of the administrator') })
    const admin = instance.records.first('sys_user', `user_name=${ADMIN}`)?.['sys_id'] ?? ''
    const role = instance.records.first('sys_user_role', 'name=admin')?.['sys_id'] ?? ''
    await table('sys_user_has_role', { user: admin, role })
    const user = instance.records.first('sys_user', `user_name=${USER}`)?.['sys_id'] ?? ''
    await instance.admin('PATCH', `/api/now/table/sys_user/${user}`, {
        user_password: book.make('password of the user'),
    })
    await setProperty(instance, 'glide.oauth.inbound.client.credential.grant_type.enabled', 'true')
    await setProperty(instance, 'sn_atf.runner.enabled', 'true')
    await table('oauth_entity', {
        ...{ name: 'Pipelines', type: 'client', client_id: CI, active: 'true', user: admin },
        ...{ client_secret: book.make('client secret of pipelines') },
        default_grant_type: 'client_credentials',
    })
}

/** Actions of an app: sign-in, calls, a renewal, wrong codes and verifiers, disconnect. */
export async function signInAndOut({ fixture, book }: Flow): Promise<void> {
    const { url, client } = fixture.instance
    const to = { instanceUrl: url, clientId: OPENFIN_CLIENT_ID, userName: USER }
    const password = book.of('password of the user')
    await expect(signIn({ ...to, password: book.make('mistyped password') })).rejects.toThrow()
    // For another user, since the platform returns a code again until it is exchanged.
    const spoilt = await signIn({ ...to, userName: 'beth.anglin', password: 'beth.anglin' })
    const wrong = book
        .make('wrong verifier')
        .replaceAll(/[^\w-]/g, 'x')
        .padEnd(43, 'y')
    book.know('wrong verifier as it is sent', wrong)
    const refused = await client.requestTokens(
        book.know('code that is refused', spoilt.code),
        wrong,
        spoilt.redirectUri
    )
    expect(refused.status).not.toBe(200)
    const { code, verifier, redirectUri } = await signIn({ ...to, password })
    book.know('code', code)
    book.know('verifier', verifier)
    const first = await client.requestTokens(code ?? '', verifier, redirectUri)
    expect([first.status, first.body]).toEqual([
        200,
        expect.objectContaining({ access_token: expect.any(String) }),
    ])
    const access = book.know('access token', first.body.access_token)
    const refresh = book.know('refresh token', first.body.refresh_token)
    expect((await client.requestTokens(code ?? '', verifier, redirectUri)).status).not.toBe(200)
    expect((await client.userInfo(access)).status).toBe(200)
    expect((await client.call(access, 'GET', '/api/now/table/incident?sysparm_limit=1')).status).toBe(200)
    expect((await client.call(access, 'GET', '/api/now/table/no_such_table')).status).toBe(400)
    const renewed = await client.renew(refresh)
    book.know('renewed access token', renewed.body.access_token)
    await client.revoke(renewed.body.access_token, 'access_token')
    await client.revoke(refresh, 'refresh_token')
    expect((await client.renew(refresh)).status).not.toBe(200)
}

/** Refused and malformed requests, with secrets in invalid places. */
export async function callBadly({ fixture, book }: Flow): Promise<void> {
    let number = 0
    const answers: string[] = []
    // Headers and paths accept no other characters.
    const next = () =>
        book.know(`secret ${++number} of a bad call`, makeCanary(`bad ${number}`).replaceAll(/[^\w-]/g, ''))
    for (const { path, ...init } of badCalls(next)) {
        const response = await fetch(fixture.instance.url + path, { ...init, redirect: 'manual' })
        answers.push(JSON.stringify([...response.headers]), await response.text())
    }
    expect(number).toBeGreaterThan(20)
    book.texts['answers to bad calls'] = answers.join('\n')
}

/** A provider that echoes received values: a refresh, failures, a refusal, notices. */
export async function refreshConnections({ fixture, book }: Flow): Promise<void> {
    fixture.property('failures_before_event', '1')
    fixture.notices('watch', 'outbound')
    const pair = (at: string) =>
        tokens({
            access_token: book.make(`access token ${at} of the provider`),
            refresh_token: book.make(`refresh token ${at} of the provider`),
            expires_in: HOUR,
            refresh_token_expires_in: 20 * 24 * HOUR,
        })
    const clientSecret = book.make('client secret at the provider')
    const repeating = (status: number, error: string, at: string): Answer => {
        const sent = [clientSecret, book.of(`refresh token ${at} of the provider`)]
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
    book.texts['answer of the script include'] = JSON.stringify(answer)
    fixture.later(18 * 24 * HOUR)
    await fixture.run('OpenFin: expiry notices')
    expect(outcomes).toEqual(['refreshed', 'retry_later', 'retry_later', 'reauthorize'])
    expect(fixture.mails().length).toBeGreaterThan(1)
}
