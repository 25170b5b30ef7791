import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import type { Connection } from '../../examples/echo/register-provider'
import { refreshTokenOf } from '../../examples/echo/tokens'
import { DEPLOYED } from '../support/deployed-instance'
import { REFRESH, RefreshFixture } from './fixture'
import { rotatingConnections } from './rotating-connections'
import { startRotatingProvider, type RotatingProvider } from './rotating-provider'

const HOUR = 3600

/**
 * Concurrent actions between two steps of a renewal, with a provider that revokes a token when it is sent
 * twice.
 */
describe('H66 another renewal in between', () => {
    let fixture: RefreshFixture
    let provider: RotatingProvider
    let data: string

    beforeAll(async () => {
        data = mkdtempSync(join(tmpdir(), 'between-'))
        cpSync(DEPLOYED, data, { recursive: true })
        fixture = await RefreshFixture.start({ data })
        fixture.instance.records.snapshot()
    })
    beforeEach(async () => {
        provider = await startRotatingProvider(HOUR)
    })
    afterEach(async () => {
        await provider.close()
        fixture.instance.records.restore()
    })
    afterAll(async () => {
        await fixture.close()
        rmSync(data, { recursive: true, force: true })
    })

    const connect = (count: number) => rotatingConnections(fixture, { tokenUrl: provider.tokenUrl, count })
    /** Uses a connection like an integration: the platform renews an expired token. */
    const use = ({ requestor, profile }: Connection) =>
        fixture.script(
            `var message = new sn_ws.RESTMessageV2()
            message.setEndpoint('${provider.tokenUrl}')
            message.setHttpMethod('get')
            message.setAuthenticationProfile('oauth2', '${profile}')
            message.setRequestorProfile('sys_rest_message', '${requestor}')
            message.execute().getStatusCode()`
        )
    /** Runs an action during a database write of another, right after a token was claimed. */
    const whenClaimed = async (change: string, work: () => Promise<void>) => {
        const database = new Database(join(data, 'instance.db'))
        database.exec(
            `CREATE TRIGGER meanwhile AFTER INSERT ON x_opfi_openfin_refresh_claim BEGIN ${change}; END`
        )
        try {
            await work()
        } finally {
            database.exec('DROP TRIGGER meanwhile')
            database.close()
        }
    }

    it('the platform renews on demand during the job’s request: the resulting refusal is ignored', async () => {
        const [connection] = (await connect(1)) as [Connection]
        fixture.later(HOUR + 60)
        const release = provider.hold('before', 1)
        const run = fixture.run(REFRESH)
        await provider.waiting(1)
        await use(connection)
        expect(provider.asked).toHaveLength(1)
        release()
        await run
        // The platform's request cannot be prevented; this provider rejects the second use and keeps the
        // first valid.
        expect(provider.reused).toHaveLength(1)
        expect(await fixture.row(connection)).toMatchObject({
            outcome: 'valid',
            message: 'The platform refreshed the token at the same time.',
        })
        expect(await fixture.notified()).toEqual([])
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })
    })

    it('a refusal before the platform has stored its new token: reported, and withdrawn at the next run', async () => {
        const [connection] = (await connect(1)) as [Connection]
        fixture.later(HOUR + 60)
        const release = provider.hold('after', 1)
        const used = use(connection)
        await provider.waiting(1)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'reauthorize', next_attempt: '' })
        release()
        await used
        fixture.later(180)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({
            outcome: 'valid',
            message: 'The token is valid.',
        })
        expect(await fixture.notified()).toEqual(['token_reauthorize', 'token_recovered'])
        fixture.later(HOUR - 300)
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
        expect(provider.reused).toHaveLength(1)
    })

    it('a call that read the token before another renewal completed sends the new one', async () => {
        const [late, other] = (await connect(2)) as [Connection, Connection]
        const stored = ({ requestor }: Connection) =>
            fixture.stored(
                'oauth_credential',
                `oauth_requestor_profile.requestor_id=${requestor}^type=refresh_token`
            )[0]
        // Another renewal uses the token and completes right before the call claims it: a newer one is stored
        // by then.
        const body = new URLSearchParams({
            grant_type: 'refresh_token',
            refresh_token: await refreshTokenOf(fixture.instance, late),
        })
        await fetch(provider.tokenUrl, { method: 'POST', body })
        await whenClaimed(
            `UPDATE oauth_credential SET token_received = '${stored(other)?.['token_received']}'
            WHERE sys_id = '${stored(late)?.['sys_id']}'`,
            async () => expect(await fixture.call('refresh', late)).toMatchObject({ outcome: 'refreshed' })
        )
        expect(provider.asked).toHaveLength(2)
        expect(provider.reused).toEqual([])
    })

    it('a row that another run completed before it could be claimed is released', async () => {
        const [connection] = (await connect(1)) as [Connection]
        fixture.later(HOUR)
        await whenClaimed(
            `UPDATE x_opfi_openfin_token_status SET next_attempt = '2999-01-01 00:00:00'`,
            async () => void (await fixture.run(REFRESH))
        )
        expect(await fixture.row(connection)).toMatchObject({ claimed_by: '', claimed_until: '' })
        expect(fixture.stored('x_opfi_openfin_refresh_claim')).toEqual([])
        expect(fixture.stored('sysevent', 'name=x_opfi_openfin.token_due')).toEqual([])
        expect(provider.asked).toEqual([])
    })
})
