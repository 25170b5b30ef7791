import { pack, SCOPE, zoo } from './app'
import { basic, upload } from './instance'
import { startWatched, type WatchedInstance } from './watched-instance'

describe('H56 malicious uploads', () => {
    let instance: WatchedInstance
    beforeAll(async () => {
        instance = await startWatched()
    })
    afterAll(() => instance.close())

    const path = '/sn_appclient_upload_processor.do?sysparm_request_type=custom_app'
    const archive = () => new Blob([new Uint8Array(pack(zoo()))])
    const admin = { authorization: basic() }
    const form = (fields: [string, string | Blob][]) => {
        const made = new FormData()
        for (const [name, value] of fields) made.append(name, value)
        return made
    }
    const signedIn = async () => {
        const login = await fetch(`${instance.url}/angular.do?sysparm_type=view_form.login`, {
            method: 'POST',
            body: new URLSearchParams({
                sysparm_type: 'login',
                user_name: 'admin',
                user_password: 'admin',
            }),
        })
        return {
            cookie: login.headers
                .getSetCookie()
                .map((line) => line.split(';', 1)[0])
                .join('; '),
        }
    }
    const MULTIPART = { ...admin, 'content-type': 'multipart/form-data; boundary=b' }

    it.each<[string, number, () => RequestInit]>([
        ['no file', 400, () => ({ headers: admin, body: form([['load_demo', 'false']]) })],
        [
            'two files',
            400,
            () => ({
                headers: admin,
                body: form([
                    ['attachFile', archive()],
                    ['attachFile', archive()],
                ]),
            }),
        ],
        [
            'a file and a text field',
            400,
            () => ({
                headers: admin,
                body: form([
                    ['attachFile', 'x'],
                    ['attachFile', archive()],
                ]),
            }),
        ],
        ['the file in another field', 400, () => ({ headers: admin, body: form([['file', archive()]]) })],
        ['a text for the file', 400, () => ({ headers: admin, body: form([['attachFile', 'PK']]) })],
        [
            'the file itself',
            400,
            () => ({ headers: { ...admin, 'content-type': 'application/zip' }, body: archive() }),
        ],
        [
            'another content type',
            400,
            () => ({ headers: admin, body: new URLSearchParams({ attachFile: 'PK' }) }),
        ],
        [
            'JSON',
            400,
            () => ({
                headers: { ...admin, 'content-type': 'application/json' },
                body: '{"attachFile":"PK"}',
            }),
        ],
        [
            'no boundary',
            400,
            () => ({ headers: { ...admin, 'content-type': 'multipart/form-data' }, body: '--b--' }),
        ],
        [
            'a truncated form',
            400,
            () => ({
                headers: MULTIPART,
                body: '--b\r\nContent-Disposition: form-data; name="attachFile"; filename="x"\r\n\r\nPK',
            }),
        ],
        ['no authentication', 401, () => ({ headers: {}, body: form([['attachFile', archive()]]) })],
        [
            'a wrong password',
            401,
            () => ({
                headers: { authorization: `Basic ${btoa('admin:wrong')}` },
                body: form([['attachFile', archive()]]),
            }),
        ],
        [
            'a user with other roles',
            401,
            () => ({
                headers: { authorization: basic('beth.anglin') },
                body: form([['attachFile', archive()]]),
            }),
        ],
        [
            'a user without roles',
            401,
            () => ({
                headers: { authorization: basic('abel.tuter') },
                body: form([['attachFile', archive()]]),
            }),
        ],
        [
            'a forged token',
            401,
            () => ({ headers: { authorization: 'Bearer x' }, body: form([['attachFile', archive()]]) }),
        ],
    ])('with %s get %d and write nothing', async (_name, status, make) => {
        const before = instance.everything()
        const response = await fetch(instance.url + path, { method: 'POST', ...make() })
        expect(response.status).toBe(status)
        expect(await response.json()).toMatchObject({ error: { message: expect.any(String) as string } })
        expect(instance.everything()).toEqual(before)
    })

    it.each([
        ['no token', (): [string, string][] => []],
        ['another token', (): [string, string][] => [['sysparm_ck', 'a'.repeat(72)]]],
        ['an empty token', (): [string, string][] => [['sysparm_ck', '']]],
    ])("from another site's page, with the session's cookie and %s, are rejected", async (_name, fields) => {
        const headers = {
            ...(await signedIn()),
            origin: 'https://evil.example',
            'sec-fetch-site': 'cross-site',
        }
        const before = instance.everything()
        const response = await fetch(instance.url + path, {
            method: 'POST',
            headers,
            body: form([...fields(), ['attachFile', archive()]]),
        })
        expect(response.status).toBe(401)
        expect(response.headers.get('access-control-allow-origin')).toBeNull()
        expect(instance.everything()).toEqual(before)
    })

    it('require POST, and have a size limit', async () => {
        const before = instance.everything()
        for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
            expect((await fetch(instance.url + path, { method, headers: admin })).status).toBe(404)
        }
        const large = await fetch(instance.url + path, {
            method: 'POST',
            headers: admin,
            body: Buffer.alloc(51 * 1024 * 1024),
        })
        expect(large.status).toBe(400)
        expect(instance.everything()).toEqual(before)
    })

    it('do not prevent a valid package afterwards', async () => {
        expect(
            (
                await upload(instance.url, {
                    zip: pack(zoo()),
                    query: 'sysparm_request_type=custom_app',
                    headers: admin,
                })
            ).status
        ).toBe(200)
        expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toHaveLength(1)
    })
})
