import { sessionOf } from '../support/session'
import { basic, upload, type DeploymentInstance } from './instance'
import { id, pack, SCOPE, zoo } from './app'

/** Who may install, and read the progress. */
export function describeInstallRights(instance: () => DeploymentInstance): void {
    describe('the right to install', () => {
        const signIn = async (user: string) => {
            const cookie = await sessionOf(instance().url, user)
            const token = await fetch(`${instance().url}/angular.do?sysparm_type=get_user`, {
                method: 'POST',
                headers: { cookie },
            })
            return { cookie, token: token.headers.get('x-usertoken-response') ?? '' }
        }

        it('requires an administrator with a session and its token, in the form or in the header', async () => {
            const { cookie, token } = await signIn('admin')
            expect(token).not.toBe('')
            const zipped = pack(zoo())
            expect((await upload(instance().url, { zip: zipped, headers: { cookie } })).status).toBe(401)
            expect(
                (await upload(instance().url, { zip: zipped, headers: { cookie }, token: 'a'.repeat(64) }))
                    .status
            ).toBe(401)
            expect(await instance().rows('sys_scope', `scope=${SCOPE}`)).toEqual([])
            expect((await upload(instance().url, { zip: zipped, headers: { cookie }, token })).status).toBe(
                200
            )
            const inHeader = { cookie, 'x-usertoken': token }
            expect((await upload(instance().url, { zip: zipped, headers: inHeader })).status).toBe(200)
        })

        it.each(['beth.anglin', 'abel.tuter'])('is denied to %s', async (user) => {
            const { cookie, token } = await signIn(user)
            const bySession = await upload(instance().url, { zip: pack(zoo()), headers: { cookie }, token })
            expect(bySession.status).toBe(401)
            const byPassword = await upload(instance().url, {
                zip: pack(zoo()),
                headers: { authorization: basic(user) },
            })
            expect(byPassword.status).toBe(401)
            expect(await instance().rows('sys_scope', `scope=${SCOPE}`)).toEqual([])
        })

        it('is denied without authentication, and so is reading the progress', async () => {
            expect((await upload(instance().url, { zip: pack(zoo()) })).status).toBe(401)
            expect((await fetch(`${instance().url}/api/sn_cicd/progress/${id('x')}`)).status).toBe(401)
            const asUser = await fetch(`${instance().url}/api/sn_cicd/progress/${id('x')}`, {
                headers: { authorization: basic('beth.anglin') },
            })
            expect(asUser.status).toBe(403)
        })

        it('requires a file, and an existing progress id', async () => {
            const headers = { authorization: basic() }
            expect((await upload(instance().url, { zip: undefined, headers })).status).toBe(400)
            const noForm = await fetch(`${instance().url}/sn_appclient_upload_processor.do`, {
                method: 'POST',
                headers,
                body: 'x',
            })
            expect(noForm.status).toBe(400)
            expect(
                (await fetch(`${instance().url}/api/sn_cicd/progress/${id('x')}`, { headers })).status
            ).toBe(404)
            expect((await fetch(`${instance().url}/api/sn_cicd/progress/..%2F..`, { headers })).status).toBe(
                404
            )
        })
    })
}
