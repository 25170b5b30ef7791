import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { playOtherwise, type Route } from './other-platform'
import { logOf } from './settings'

/** Replaces members of the outbound message. */
const message = (members: string) => `
    const Real = glide.sn_ws.RESTMessageV2
    glide.sn_ws.RESTMessageV2 = function () {
        const real = new Real()
        return REPLACED(real, ${members})
    }`
/** Replaces members of the outbound answer. */
const answer = (members: string) =>
    message(`{ execute: () => { const got = real.execute(); return REPLACED(got, ${members}) } }`)
/** Replaces members of the record class, for one table. */
const records = (table: string, members: string) => `
    const RealRecord = glide.GlideRecord
    glide.GlideRecord = function (name) {
        const real = new RealRecord(name)
        return name === '${table}' ? REPLACED(real, ${members}) : real
    }`
const gs = (members: string) => `const realGs = glide.gs; glide.gs = REPLACED(realGs, ${members})`
const field = (value: string) => `
    const given = request.queryParams
    const fields = {}
    for (const name of Object.keys(given)) { const value = given[name][0]; fields[name] = ${value} }
    request = REPLACED(request, { queryParams: fields })`

describe('the built app on platforms that are otherwise than assumed', () => {
    let instance: DeployedInstance
    const undo: (() => void)[] = []
    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterEach(() => {
        for (const one of undo.splice(0)) one()
    })
    afterAll(() => instance.close())

    const play = (script: string, routes: Route[] = ['/request_tokens', '/revoke_token']) => {
        for (const route of routes) undo.push(playOtherwise(instance, route, script))
    }
    const wholeFlow = async () => {
        const { access_token, refresh_token = '' } = await instance.tokensOf()
        return [
            (await instance.client.userInfo(access_token)).status,
            (await instance.client.renew(refresh_token)).status,
            (await instance.client.revoke(refresh_token, 'refresh_token')).status,
            (await instance.client.renew(refresh_token)).status,
        ]
    }

    it.each([
        ['setFollowRedirect does not exist', message('{ setFollowRedirect: undefined }')],
        ['setFollowRedirect is refused', message('{ setFollowRedirect: refused }')],
        [
            'disableForcedVariableSubstitution is refused',
            message('{ disableForcedVariableSubstitution: refused }'),
        ],
        ['the header of an answer is null', answer('{ getHeader: () => null }')],
        ['the header of an answer is refused', answer('{ getHeader: refused }')],
        ['the status of an answer is a text', answer('{ getStatusCode: () => String(got.getStatusCode()) }')],
        ['haveError() says what it likes', answer('{ haveError: () => true, getErrorMessage: () => "x" }')],
        ['no address of the caller is told', gs('{ getSession: () => ({ getClientIP: () => null }) }')],
        ['asking for the address is refused', gs('{ getSession: refused }')],
        ['form fields are single values', field('value')],
        ['form fields are lists that tell no length', field('({ 0: value })')],
        ['form fields are not decoded', field('[value]')],
        ['the query string is null', 'request = REPLACED(request, { queryString: null })'],
        ['headers are null', 'request = REPLACED(request, { headers: null })'],
        ['the record is refused', records('x_opfi_openfin_request', '{ insert: () => null }')],
        ['writing the record throws', records('x_opfi_openfin_request', '{ insert: refused }')],
        ['events and log lines are refused', gs('{ eventQueue: refused, warn: refused, error: refused }')],
        [
            'nothing may be set once something is written',
            `const writer = response.getStreamWriter()
            let written = false
            const guard = (name) => (...values) => {
                if (written) throw new Error('Too late')
                return response_[name](...values)
            }
            const response_ = response
            response = REPLACED(response_, {
                setStatus: guard('setStatus'), setHeader: guard('setHeader'), setContentType: guard('setContentType'),
                getStreamWriter: () => ({ writeString: (text) => { written = true; return writer.writeString(text) } }),
            })`,
        ],
    ])('%s: users sign in, renew and revoke all the same', async (_what, script) => {
        play(script)
        expect(await wholeFlow()).toEqual([200, 200, 200, 400])
    })

    it.each([
        ['sending throws', message('{ execute: refused }'), 502, 'token_endpoint_unreachable'],
        ['an answer without status', answer('{ getStatusCode: () => 0 }'), 502, 'token_endpoint_unreachable'],
        ['an answer without body', answer('{ getBody: () => null }'), 502, 'unreadable_token_answer'],
        [
            'RESTMessageV2 is refused',
            'glide.sn_ws.RESTMessageV2 = refused',
            502,
            'token_endpoint_unreachable',
        ],
        ['oauth_entity is refused', records('oauth_entity', '{ query: refused }'), 500, 'script_error'],
        [
            'oauth_entity shows no rows',
            records('oauth_entity', '{ next: () => false }'),
            401,
            'invalid_client',
        ],
        ['counting is refused', 'glide.GlideAggregate = refused', 500, 'script_error'],
        ['properties are refused', gs('{ getProperty: refused }'), 500, 'script_error'],
    ])(
        '%s: a refusal in the app’s words, and a reason for the administrator',
        async (_what, script, status, reason) => {
            const { refresh_token = '' } = await instance.tokensOf()
            play(script)
            const { status: got, headers, body } = await instance.client.renew(refresh_token)
            const code = status === 401 ? 'invalid_client' : 'temporarily_unavailable'
            expect([got, body]).toMatchObject([status, { error: { code }, status: 'failure' }])
            expect(headers.get('cache-control')).toBe('no-store')
            const log = (await logOf(instance)).join('\n')
            expect(log).toContain(`(${reason})`)
            expect(log + JSON.stringify(body)).not.toContain(refresh_token)
        }
    )

    it('an answer cannot be written at all: nothing of a token is in what the platform says', async () => {
        const { refresh_token = '', access_token } = await instance.tokensOf()
        play('response = REPLACED(response, { setHeader: refused })')
        const { status, body } = await instance.client.renew(refresh_token)
        expect(status).toBe(500)
        for (const token of [refresh_token, access_token]) expect(JSON.stringify(body)).not.toContain(token)
    })

    it('a record that was refused is told, since limits count by records', async () => {
        const { refresh_token = '' } = await instance.tokensOf()
        play(records('x_opfi_openfin_request', '{ insert: () => null }'))
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
        expect((await logOf(instance)).join('\n')).toContain(
            'a request to request_tokens could not be recorded'
        )
    })

    it.each([
        ['sys_user is refused', 'glide.GlideRecordSecure = refused'],
        [
            'sys_user shows no rows',
            `const Real = glide.GlideRecordSecure
            glide.GlideRecordSecure = function (name) { return REPLACED(new Real(name), { next: () => false }) }`,
        ],
        [
            'its columns are refused',
            `const Real = glide.GlideRecordSecure
            glide.GlideRecordSecure = function (name) { return REPLACED(new Real(name), { getValue: refused }) }`,
        ],
    ])('%s: a user is told who he is all the same', async (_what, script) => {
        const { access_token } = await instance.tokensOf()
        play(script, ['/user_info'])
        const { status, body } = await instance.client.userInfo(access_token)
        expect([status, body.result['user_name'], body.result['name']]).toEqual([
            200,
            'abel.tuter',
            'Abel Tuter',
        ])
    })
})
