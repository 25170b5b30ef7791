import { readFileSync } from 'node:fs'
import { createLocalInstance, type LocalInstance } from 'openfin-servicenow-local-instance'
import { bearerOf } from '../../examples/sign-in-flow/bearer-of'
import { deployTo } from '../support/deploy'
import { PACKAGE } from '../support/upload-package'
import { until } from '../support/until'
import { logOf, setProperty } from './settings'

const DO_NOT_REUSE = 'com.glide.processors.aprocessor.donot_reuse_api_session'
let instance: LocalInstance

beforeEach(async () => {
    instance = await createLocalInstance({ basicAuth: 'enforced' })
})
afterEach(() => instance.close())

/** A program as now-sdk 4.12 is one: its token on every request, and the cookies that it was given (sdk-api connector.js). */
async function newerSdk(userName: string) {
    const bearer = await bearerOf({ instanceUrl: instance.url, userName, password: userName })
    const cookies = new Map<string, string>()
    const send = async (path: string, init: RequestInit = {}) => {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const headers = { ...(cookie && { cookie }), authorization: bearer }
        const response = await fetch(instance.url + path, { ...init, headers })
        for (const line of response.headers.getSetCookie()) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
            cookies.set(name, value)
        }
        return response
    }
    const json = async <T>(path: string, init?: RequestInit) => {
        const response = await send(path, init)
        return { status: response.status, body: (await response.json()) as T }
    }
    const csrfToken = async () => {
        type User = { result: Record<string, string> }
        const { body: me } = await json<User>('/api/now/ui/user/current_user')
        // The name is encoded twice: in the query, and as a parameter.
        const query = `name=${encodeURIComponent(me.result['user_name'] ?? '')}^ORDERBYDESClast_accessed`
        const parameters = new URLSearchParams({
            sysparm_fields: 'csrf_token,id',
            sysparm_query: query,
            sysparm_limit: '1',
        })
        const { body } = await json<{ result?: { csrf_token: string }[] }>(
            `/api/now/table/sys_user_session?${parameters}`
        )
        return { me: me.result, token: body.result?.[0]?.csrf_token ?? '' }
    }
    const upload = async (token: string) => {
        const form = new FormData()
        form.append('upload_type', 'file')
        form.append('load_demo', 'false')
        form.append('sysparm_ck', token)
        form.append('attachFile', new Blob([new Uint8Array(readFileSync(PACKAGE))]))
        const query = 'sysparm_track_fluent_install=true&sysparm_async_fluent_install=true'
        return json<{ executionTracker: string }>(
            `/sn_appclient_upload_processor.do?${query}&sysparm_request_type=custom_app`,
            { method: 'POST', body: form }
        )
    }
    return { send, json, csrfToken, upload, cookies }
}

it.each(['false', 'true'])(
    'now-sdk 4.12 deploys by a token alone, whatever is done with sessions of REST calls (%s)',
    async (reuse) => {
        setProperty(instance, DO_NOT_REUSE, reuse)
        const sdk = await newerSdk('admin')
        const { me, token } = await sdk.csrfToken()
        expect(me).toEqual({
            user_sys_id: instance.records.first('sys_user', 'user_name=admin')?.['sys_id'],
            user_name: 'admin',
            user_display_name: 'System Administrator',
            user_initials: 'SA',
        })
        expect(token).toMatch(/^[0-9a-f]{64}$/)
        expect(sdk.cookies.size).toBe(1)
        const { status, body } = await sdk.upload(token)
        expect(status).toBe(200)
        let last = ''
        await until(async () => {
            const path = `/api/sn_cicd/progress/${body.executionTracker}`
            const told = await sdk.json<{ result: { status: string; status_message: string } }>(path)
            last = told.body.result.status_message
            return !['0', '1'].includes(told.body.result.status)
        })
        expect(last).toMatch(/^Installed OpenFin for ServiceNow/)
    }
)

it('a user who is no administrator reads no session, and deploys nothing', async () => {
    await (await newerSdk('admin')).csrfToken()
    const sdk = await newerSdk('abel.tuter')
    expect((await sdk.csrfToken()).token).toBe('')
    expect((await sdk.upload('')).status).toBe(401)
})

it('nobody is told to be anybody', async () => {
    expect((await fetch(`${instance.url}/api/now/ui/user/current_user`)).status).toBe(401)
})

it('the token of a session counts for its own session only', async () => {
    const { token } = await (await newerSdk('admin')).csrfToken()
    const response = await fetch(`${instance.url}/xmlhttp.do`, {
        method: 'POST',
        body: new URLSearchParams({ sysparm_ck: token, sysparm_function: 'changeApplication' }),
    })
    expect(response.status).toBe(401)
})

describe('now-sdk 4.9 ends with a message and installs nothing where', () => {
    const fails = async (env: Record<string, string>) => {
        const message = await deployTo(instance.url, env).then(
            () => 'installed',
            (error: unknown) => String((error as Error).message)
        )
        expect(instance.records.count('sys_app', { query: 'scope=x_opfi_openfin' })).toBe(0)
        return message
    }
    const admin = (values: Record<string, string>) =>
        instance.records.updateMultiple('sys_user', 'user_name=admin', values)

    it('the account asks for a second factor', async () => {
        admin({ enable_multifactor_authn: '1' })
        expect(await fails({})).toMatch(/multi-factor authentication.*Use OAuth/)
    })

    it('the account is for web services only', async () => {
        admin({ web_service_access_only: '1' })
        expect(await fails({})).toMatch(/web service access only.*Use OAuth/)
    })

    it('F-HARD-9 such an account is refused in other words', async () => {
        const headers = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` }
        const fault = { path: '/angular.do', status: 401, body: '{"error":"No"}', times: 10 }
        await fetch(`${instance.url}/local/faults`, { method: 'POST', headers, body: JSON.stringify(fault) })
        admin({ web_service_access_only: '1' })
        expect(await fails({})).toMatch(/\[now-sdk\] ERROR: /)
    })

    it('a session of a REST call may not be reused', async () => {
        const { records } = instance
        setProperty(instance, DO_NOT_REUSE, 'true')
        setProperty(instance, 'glide.oauth.inbound.client.credential.grant_type.enabled', 'true')
        records.insert('oauth_entity', {
            name: 'Pipeline',
            type: 'client',
            client_id: 'pipeline',
            client_secret: 'pipeline secret',
            user: records.first('sys_user', 'user_name=admin')?.['sys_id'] ?? '',
        })
        const message = await fails({
            SN_SDK_AUTH_TYPE: 'oauth',
            SN_SDK_OAUTH_CLIENT_ID: 'pipeline',
            SN_SDK_OAUTH_CLIENT_SECRET: 'pipeline secret',
        })
        expect(message).toMatch(/\[now-sdk\] ERROR: Insufficient permissions to install the app/)
        expect((await logOf(instance)).join('\n')).toMatch(/a session that a REST call opened is not reused/)
    })
})
