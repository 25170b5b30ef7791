import { setProperty } from '../support/roles'
import { startOrders, type OrdersInstance } from './instance'

const ENABLED = 'glide.security.csrf.rest.public_csrf.enabled'
const PATH = '/api/x_acme/v1/orders/items'
let instance: OrdersInstance

beforeAll(async () => {
    instance = await startOrders()
})
beforeEach(() => {
    for (const http_method of ['GET', 'POST']) {
        instance.operation({ relative_path: '/items', http_method, requires_authentication: '0' })
    }
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

/** A browser session, created like by the SDK's sign-in form, and its token. */
async function signIn(): Promise<{ cookie: string; token: string }> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const login = await instance.send('POST', '/angular.do?sysparm_type=view_form.login', {
        user: null,
        headers,
        body: 'user_name=abel.tuter&user_password=abel.tuter',
    })
    const [line = ''] = login.headers['set-cookie'] as string[]
    const cookie = line.split(';', 1)[0] ?? ''
    const user = await instance.send('POST', '/angular.do?sysparm_type=get_user', {
        user: null,
        headers: { cookie },
    })
    return { cookie, token: String(user.headers['x-usertoken-response']) }
}
const call = async (headers: Record<string, string>, { method = 'POST', path = PATH } = {}) => {
    const { status } = await instance.send(method, path, { user: null, headers })
    const user = instance.scripts.jobs.at(-1)?.user.userName
    instance.scripts.jobs.length = 0
    return [status, user]
}

describe('a public API called with the cookie of a session', () => {
    it.each(['GET', 'POST'])(
        '%s is rejected without the token, and runs as the user with it',
        async (method) => {
            const { cookie, token } = await signIn()
            expect(await call({ cookie }, { method })).toEqual([403, undefined])
            expect(await call({ cookie, 'x-usertoken': 'wrong' }, { method })).toEqual([403, undefined])
            expect(await call({ cookie, 'x-usertoken': token }, { method })).toEqual([200, 'abel.tuter'])
            expect(await call({ cookie }, { method, path: `${PATH}?sysparm_ck=${token}` })).toEqual([
                200,
                'abel.tuter',
            ])
        }
    )

    it('without a session it is open, and Basic needs no token', async () => {
        expect(await call({})).toEqual([200, 'guest'])
        expect(await call({ cookie: 'JSESSIONID=unknown' })).toEqual([200, 'guest'])
        const { cookie } = await signIn()
        const authorization = `Basic ${Buffer.from('beth.anglin:beth.anglin').toString('base64')}`
        expect(await call({ cookie, authorization })).toEqual([200, 'beth.anglin'])
    })

    it.each(['false', '', null])('requires no token while the property is %j', async (value) => {
        const { store } = instance.host
        if (value === null) store.deleteMultiple('sys_properties', `name=${ENABLED}`)
        else setProperty(instance.host.store, ENABLED, value)
        const { cookie } = await signIn()
        expect(await call({ cookie })).toEqual([200, 'abel.tuter'])
    })

    it('requires none if the allow list has its path', async () => {
        const { store } = instance.host
        const row = store.insert('sys_rest_csrf_allow_list', { path: PATH })
        const { cookie } = await signIn()
        expect(await call({ cookie })).toEqual([200, 'abel.tuter'])
        store.update('sys_rest_csrf_allow_list', row['sys_id'] ?? '', { active: '0' })
        expect(await call({ cookie })).toEqual([403, undefined])
    })
})

it('an API that requires authentication rejects a session without the token with 401, regardless of the property', async () => {
    instance.host.store.updateMultiple('sys_ws_operation', '', { requires_authentication: '1' })
    setProperty(instance.host.store, ENABLED, 'false')
    const { cookie, token } = await signIn()
    expect(await call({ cookie })).toEqual([401, undefined])
    expect(await call({ cookie, 'x-usertoken': token })).toEqual([200, 'abel.tuter'])
})
