import { randomBytes } from 'node:crypto'
import { createLocalInstance, type LocalInstance } from '../../src/create-local-instance'
import { RELEASES } from '../../src/core/releases'
import type { Principal } from '../../src/core/principal'
import type { ScriptJob } from '../../src/core/script-host'
import { createTokenCipher, tokenCipher } from '../../src/plugins/oauth/token-cipher'
import { formatDuration } from '../../src/plugins/oauth/format-duration'
import { withParameters } from '../../src/plugins/oauth/redirect-uris'
import { addClient, startInstance, type TestInstance } from './instance'

const JOB: Omit<ScriptJob, 'source'> = {
    scope: 'global',
    label: 'sys_script.hidden',
    user: { userName: 'admin' } as Principal,
    clientIp: '',
}

describe('a registration that is saved', () => {
    let instance: TestInstance
    /** Also with REST and scripts. */
    let whole: LocalInstance
    beforeAll(async () => {
        ;[instance, whole] = await Promise.all([startInstance(), createLocalInstance({ quiet: true })])
    })
    afterAll(() => Promise.all([instance.close(), whole.close()]))

    const profiles = (sysId: string) =>
        instance.host.store.query('oauth_entity_profile', { query: `oauth_entity=${sysId}` })

    it('gets a client id, and a secret unless it is public', () => {
        const { store } = instance.host
        const publicOne = store.get('oauth_entity', addClient(instance).sysId)
        expect(publicOne?.['client_id']).toMatch(/^[0-9a-f]{32}$/)
        expect(publicOne?.['client_secret']).toBeNull()
        const confidential = store.get('oauth_entity', addClient(instance, { public_client: '0' }).sysId)
        expect(tokenCipher(store).decrypt(confidential?.['client_secret'])).toMatch(/^[\w-]{16}$/)
    })

    it('gets one default profile, except on deployment of an app', () => {
        const { sysId } = addClient(instance, { default_grant_type: 'client_credentials' })
        expect(profiles(sysId).map((row) => [row['default'], row['grant_type']])).toEqual([
            ['1', 'client_credentials'],
        ])
        const deployed = instance.host.store.insert(
            'oauth_entity',
            { name: 'Deployed', type: 'client' },
            { userName: 'admin', reason: 'deployment' }
        )
        expect(profiles(deployed['sys_id'] ?? '')).toEqual([])
    })

    it('keeps a deployed client id unchanged', () => {
        const clientId = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
        expect(addClient(instance, { client_id: clientId }).clientId).toBe(clientId)
    })

    it('has the documented lifespans', () => {
        expect(instance.host.store.get('oauth_entity', addClient(instance).sysId)).toMatchObject({
            access_token_lifespan: '1800',
            refresh_token_lifespan: '8640000',
            auth_code_lifespan: '60',
            active: '1',
        })
    })

    it.each(['local_oauth_token', 'local_oauth_code', 'local_oauth_key'])(
        'hides the table %s from APIs and scripts',
        async (table) => {
            expect(whole.records.dictionary.table(table)).toBeDefined()
            const headers = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` }
            const answer = await fetch(`${whole.url}/api/now/table/${table}`, { headers })
            expect(answer.status).toBe(400)
            expect(await answer.json()).toMatchObject({ error: { message: `Invalid table ${table}` } })
            const source = `gs.tableExists('${table}') + ' ' + new GlideRecord('${table}').isValid()`
            expect((await whole.scripts.run({ ...JOB, source })).result).toBe('false false')
        }
    )
})

describe('the cipher of tokens and secrets', () => {
    const key = randomBytes(32)
    const cipher = createTokenCipher(() => key)

    it('decrypts what it encrypted, and never encrypts alike twice', () => {
        for (const text of ['', 'token', 'Grüße €', 'x'.repeat(5000)]) {
            const stored = cipher.encrypt(text)
            expect(cipher.decrypt(stored)).toBe(text)
            expect(cipher.encrypt(text)).not.toBe(stored)
        }
    })

    it('rejects values that were changed, truncated, or encrypted with another key', () => {
        const stored = cipher.encrypt('token')
        const middle = Math.floor(stored.length / 2)
        const other = stored[middle] === 'A' ? 'B' : 'A'
        const changed = stored.slice(0, middle) + other + stored.slice(middle + 1)
        for (const bad of [
            changed,
            stored.slice(0, 20),
            stored.slice(0, -4),
            'token',
            'enc1:',
            '',
            null,
            undefined,
        ]) {
            expect(cipher.decrypt(bad)).toBeNull()
        }
        expect(createTokenCipher(() => randomBytes(32)).decrypt(stored)).toBeNull()
    })
})

it.each([
    [86_400, '1 day'],
    [8_640_000, '100 days'],
    [7200, '2 hours'],
    [5400, '90 minutes'],
    [1, '1 second'],
    [61, '61 seconds'],
])('formats %i seconds as %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words)
})

it('adds parameters to a URL with and without a query', () => {
    expect(withParameters('https://a/cb', { code: 'x y', state: undefined })).toBe('https://a/cb?code=x%20y')
    expect(withParameters('https://a/cb?', { code: 'x' })).toBe('https://a/cb?code=x')
    expect(withParameters('https://a/cb?t=1', { code: 'x', state: '&' })).toBe(
        'https://a/cb?t=1&code=x&state=%26'
    )
})

it('has the columns of its release', async () => {
    const found: Record<string, string[]> = {}
    for (const release of RELEASES) {
        const { host, close } = await startInstance({ release })
        found[release] = [...(host.store.dictionary.table('oauth_entity')?.columns.keys() ?? [])]
        await close()
    }
    const added = (release: string, before: string) =>
        found[release]
            ?.filter((name) => !found[before]?.includes(name))
            .sort()
            .join(' ')
    expect(found['xanadu']).toEqual(
        expect.arrayContaining([
            'client_type',
            'login_url',
            'mobile_client',
            'restricted_binding',
            'use_pkce',
        ])
    )
    expect(added('yokohama', 'xanadu')).toBe('extend_refresh_token_expiry sub_claim token_format')
    expect(added('zurich', 'yokohama')).toBe('inbound_grant_type scope_restriction_status')
    expect(added('australia', 'zurich')).toBe('')
    expect(added('brazil', 'australia')).toBe('')
})
