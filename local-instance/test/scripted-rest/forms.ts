import type { OrdersInstance } from './instance'

const PATH = '/api/x_acme/v1/orders/form'
const FORM = 'application/x-www-form-urlencoded'

/** Forms as the body of a request. */
export function describeForms(instance: () => OrdersInstance): void {
    const post = (body: string) => instance().send('POST', PATH, { body, headers: { 'Content-Type': FORM } })
    const lastRequest = () => instance().scripts.jobs.at(-1)?.rest

    describe('a form', () => {
        beforeEach(() => {
            instance().operation({
                http_method: 'POST',
                relative_path: '/form',
                consumes: FORM,
                consumes_customized: '1',
                requires_authentication: '0',
            })
        })

        it('is merged into the query parameters, each a list', async () => {
            await instance().send('POST', `${PATH}?name3=value3&name4=value4`, {
                body: 'name1=value1&name2=value2&name3=more',
                headers: { 'Content-Type': `${FORM}; charset=UTF-8` },
            })
            expect(lastRequest()?.queryParams).toEqual({
                name1: ['value1'],
                name2: ['value2'],
                name3: ['value3', 'more'],
                name4: ['value4'],
            })
        })

        it('is kept as the official client sends it, without encoding', async () => {
            const verifier = `${'aB3-._~'.repeat(18)}aB`
            const body =
                `grant_type=authorization_code&client_id=1234&code=a-_B.c&code_verifier=${verifier}` +
                '&redirect_uri=https://dev1234.service-now.com/oauth_redirect.do&scope='
            const { status } = await instance().send('POST', PATH, {
                user: null,
                body,
                headers: { 'Content-Type': FORM, Accept: 'application/json' },
            })
            expect(status).toBe(200)
            expect(lastRequest()?.queryParams).toEqual({
                grant_type: ['authorization_code'],
                client_id: ['1234'],
                code: ['a-_B.c'],
                code_verifier: [verifier],
                redirect_uri: ['https://dev1234.service-now.com/oauth_redirect.do'],
                scope: [''],
            })
        })

        it('H23 keeps encoded separators inside one value', async () => {
            await post('token=a%26b%3Dc%0d%0aX%00%252F&x=%')
            expect(lastRequest()?.queryParams).toEqual({ token: ['a&b=c\r\nX\0%2F'], x: ['%'] })
        })

        it('H18 may be long or have many fields', async () => {
            const many = Array.from({ length: 10_000 }, (_, index) => `p${index}=v`).join('&')
            expect((await post(many)).status).toBe(200)
            expect(Object.keys(lastRequest()?.queryParams ?? {})).toHaveLength(10_000)
            expect((await post(`token=${'x'.repeat(1024 * 1024)}`)).status).toBe(200)
        })
    })
}
