import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalInstance, type LocalInstance } from 'openfin-servicenow-local-instance'
import { bearerOf } from '../../examples/sign-in-flow/bearer-of'
import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import { deployTo } from '../support/deploy'
import { ADMIN_AUTHORIZATION, ORIGIN } from '../support/deployed-instance'
import { uploadPackage } from '../support/upload-package'
import { runVerification } from '../../cli/test/support/run-verification'
import { logOf, setProperty } from './settings'
import { VERSION } from '../support/version'

const RELEASES = ['xanadu', 'yokohama', 'zurich', 'australia', 'brazil'] as const
const ENFORCE = 'glide.authenticate.basic_auth.restriction'
/** What now-sdk sends does not depend on the release, so it deploys to the oldest and the newest only. */
const BY_SDK = ['xanadu', 'brazil']

describe.each(RELEASES)('on release %s', (release) => {
    let folder: string
    let instance: LocalInstance

    // As on an instance that takes Basic authentication from nobody.
    beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), `${release}-`))
        instance = await createLocalInstance({ data: folder, release, basicAuth: 'enforced' })
        if (BY_SDK.includes(release)) expect(await deployTo(instance.url)).toContain('Installation completed')
        else await uploadPackage(instance.url, await adminBearer())
    }, 120_000)
    afterAll(async () => {
        await instance.close()
        rmSync(folder, { recursive: true, force: true })
    })

    const adminBearer = () => bearerOf({ instanceUrl: instance.url, userName: 'admin', password: 'admin' })
    const prepare = async (authorization?: string) =>
        setUp({
            instanceUrl: instance.url,
            authorization: authorization ?? (await adminBearer()),
            origins: [ORIGIN],
        })
    const registration = () => instance.records.first('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`) ?? {}
    const tokens = async () => {
        const client = new InstanceClient(instance.url, OPENFIN_CLIENT_ID)
        const { code, verifier, redirectUri } = await signIn({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            userName: 'abel.tuter',
            password: 'abel.tuter',
        })
        return { client, answer: await client.requestTokens(code ?? '', verifier, redirectUri) }
    }

    it('the app deploys, and what the release has no column for is left out and logged', async () => {
        expect(instance.records.first('sys_app', 'scope=x_opfi_openfin')).toMatchObject({
            version: VERSION,
        })
        const has = 'scope_restriction_status' in registration()
        expect(has).toBe(RELEASES.indexOf(release) >= RELEASES.indexOf('zurich'))
        const told = (await logOf(instance)).filter((message) => message.includes('scope_restriction_status'))
        expect(told).toHaveLength(has ? 0 : 1)
    })

    it('the setup brings all into line by a Bearer token, and a second run changes nothing', async () => {
        await expect(prepare(ADMIN_AUTHORIZATION)).rejects.toMatchObject({ code: 'not_authenticated' })
        const first = await prepare()
        expect(first.changed).toHaveLength(3)
        expect([first.missing, first.advice]).toEqual([[], []])
        const second = await prepare()
        expect([second.changed, second.unchanged.length]).toEqual([[], 3])
    })

    describe.each(['opaque', 'jwt'])('with access tokens that are %s', (format) => {
        const isJwt = format === 'jwt' && release !== 'xanadu'
        beforeAll(() => {
            if ('token_format' in registration()) {
                instance.records.update('oauth_entity', registration()['sys_id'] ?? '', {
                    token_format: format,
                })
            }
            // Past the tokens of before, which would be returned again.
            instance.clock.advance(200_000_000)
        })

        it.each(['enforced', 'off'])(
            'and the restriction of Basic authentication %s: a user signs in, is told who he is, reads, renews and revokes',
            async (restriction) => {
                setProperty(instance, `${ENFORCE}.active`, String(restriction === 'enforced'))
                const { client, answer } = await tokens()
                const { access_token, refresh_token = '' } = answer.body
                expect([answer.status, answer.body.token_type]).toEqual([200, 'Bearer'])
                expect(access_token.split('.')).toHaveLength(isJwt ? 3 : 1)
                const me = await client.userInfo(access_token)
                expect(me.body.result['user_name']).toBe('abel.tuter')
                expect((await client.call(access_token, 'GET', '/api/now/table/incident')).status).toBe(200)
                const renewed = await client.renew(refresh_token)
                expect([renewed.status, renewed.body.refresh_token]).toEqual([200, refresh_token])
                expect((await client.userInfo(renewed.body.access_token)).status).toBe(200)
                expect((await client.revoke(renewed.body.access_token, 'access_token')).status).toBe(200)
                expect((await client.userInfo(renewed.body.access_token)).status).toBe(401)
                expect((await client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
                expect((await client.renew(refresh_token)).status).toBe(400)
                const basic = await fetch(`${instance.url}/api/now/table/incident?sysparm_limit=1`, {
                    headers: { authorization: ADMIN_AUTHORIZATION },
                })
                expect(basic.status).toBe(restriction === 'enforced' ? 401 : 200)
                // Again, by whatever is allowed.
                const authorization = restriction === 'enforced' ? await adminBearer() : ADMIN_AUTHORIZATION
                expect((await prepare(authorization)).changed).toEqual([])
            }
        )
        afterAll(() => setProperty(instance, `${ENFORCE}.active`, 'true'))
    })

    it.each(release === 'brazil' ? ['opaque', 'jwt'] : ['opaque'])(
        'verify passes with access tokens that are %s, and refutes no assumption',
        async (format) => {
            if ('token_format' in registration()) {
                const { records: store } = instance
                store.update('oauth_entity', registration()['sys_id'] ?? '', { token_format: format })
            } else if (format === 'jwt') return
            instance.clock.advance(200_000_000)
            await prepare()
            const outcome = await runVerification(
                Object.assign(Object.create(instance) as LocalInstance, { authorization: adminBearer })
            )
            const failed = outcome.results.filter(({ status }) => status === 'failed')
            const refuted = outcome.assumptions.filter(({ status }) => status === 'refuted')
            expect([outcome.ok, failed, refuted, outcome.error, outcome.left]).toEqual([
                true,
                [],
                [],
                null,
                [],
            ])
            expect(outcome.release).toBe(release)
        }
    )

    it('both switches close the open routes, whoever sees to that', async () => {
        const client = new InstanceClient(instance.url, OPENFIN_CLIENT_ID)
        const refusal = async () => {
            const { status, body } = await client.renew('whatever')
            return [status, (body as unknown as { error: { code?: string } }).error.code]
        }
        setProperty(instance, 'x_opfi_openfin.integration.enabled', 'false')
        expect(await refusal()).toEqual([403, 'temporarily_unavailable'])
        setProperty(instance, 'x_opfi_openfin.integration.enabled', 'true')
        setProperty(instance, 'x_opfi_openfin.integration.lockdown', 'true')
        // From Australia the platform refuses them by the app's path-based access controls.
        const byPlatform = RELEASES.indexOf(release) >= RELEASES.indexOf('australia')
        expect(await refusal()).toEqual([403, byPlatform ? undefined : 'temporarily_unavailable'])
        setProperty(instance, 'x_opfi_openfin.integration.lockdown', 'false')
        expect(await refusal()).toEqual([400, 'invalid_grant'])
    })

    if (release !== 'xanadu') return
    it('an upgrade keeps what an administrator changed', async () => {
        instance.records.update('oauth_entity', registration()['sys_id'] ?? '', {
            refresh_token_lifespan: '3600',
        })
        await uploadPackage(instance.url, await adminBearer())
        expect(registration()['refresh_token_lifespan']).toBe('3600')
        expect((await prepare()).changed).toEqual([])
        expect((await tokens()).answer.status).toBe(200)
    }, 120_000)
})
