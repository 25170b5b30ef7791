import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deployTo } from '../support/deploy'
import { ADMIN_AUTHORIZATION, startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { PACKAGE, packedIn, uploadPackage } from '../support/upload-package'
import { buildBrokenVersion } from './broken-version'
import { everythingOf, type Row } from './app-records'
import { buildNextVersion, NEXT_VERSION } from './next-version'
import { VERSION } from '../support/version'

const INSTALL_MS = 120_000
const DESK = 'https://desk.example'
const LIMIT = 'x_opfi_openfin.integration.requests_per_minute'
const RULE = 'x_opfi_openfin_refresh_rule'
const PATH = '/api/x_opfi_openfin/v1/integration'

describe('H75 an upgrade from 1.0 to 1.1 by now-sdk install', () => {
    let temp: string
    let next: string
    let instance: DeployedInstance
    /** Signed in before the upgrade. */
    let refreshToken: string

    const table = async <T = Row[]>(method: string, path: string, body?: unknown): Promise<T> => {
        const answer = await instance.admin<{ result: T }>(method, `/api/now/table/${path}`, body)
        expect(answer.status).toBeLessThan(300)
        return answer.body.result
    }
    const rows = (name: string, query = '') =>
        table('GET', `${name}?sysparm_exclude_reference_link=true&sysparm_query=${encodeURIComponent(query)}`)
    const one = async (name: string, query: string): Promise<Row> => {
        const found = await rows(name, query)
        expect(found).toHaveLength(1)
        return found[0] ?? {}
    }
    const change = async (name: string, query: string, values: Row) =>
        table('PATCH', `${name}/${(await one(name, query))['sys_id']}`, values)
    const install = async (project: string) => {
        // Histories are told apart by their second.
        instance.clock.advance(1000)
        return deployTo(instance.url, { PROJECT: project })
    }
    /** The same with what `now-sdk install` packed before, by its request. */
    const installAgain = async (file: string) => {
        instance.clock.advance(1000)
        await uploadPackage(instance.url, ADMIN_AUTHORIZATION, file)
    }
    /** Update names of the last installation by what became of them. */
    const dispositions = async (): Promise<Record<string, string[]>> => {
        const [history] = await rows('sys_upgrade_history', 'ORDERBYDESCupgrade_started')
        const log = await table(
            'GET',
            `sys_upgrade_history_log?sysparm_display_value=true&sysparm_query=upgrade_history=${history?.['sys_id']}`
        )
        const found: Record<string, string[]> = {}
        for (const { disposition = '', file_name = '' } of log) (found[disposition] ??= []).push(file_name)
        return found
    }
    /** Sign-in, renewal, user, revocation, and what a browser on the allowed origin sees. */
    const flow = async () => {
        const { access_token, refresh_token = '' } = await instance.tokensOf('beth.anglin')
        const { client } = instance
        const { body } = await client.userInfo(access_token)
        const answer = await fetch(`${instance.url}${PATH}/user_info`, {
            headers: { origin: DESK, authorization: `Bearer ${access_token}` },
        })
        return {
            user: body.result['user_name'],
            servedBy: body.result['served_by'],
            allowed: answer.headers.get('access-control-allow-origin'),
            renewed: (await client.renew(refresh_token)).status,
            early: (await client.renew(refreshToken)).status,
            revoked: (await client.revoke(refresh_token, 'refresh_token')).status,
        }
    }

    beforeAll(async () => {
        temp = mkdtempSync(join(tmpdir(), 'upgrade-'))
        next = join(temp, 'next')
        const built = buildNextVersion(next)
        instance = await startDeployed()
        refreshToken = (await instance.tokensOf()).refresh_token ?? ''
        await change('sys_cors_rule', 'name=OpenFin Integration', { domain: DESK, max_age: '60' })
        const gone = await one('sys_cors_rule', 'nameSTARTSWITHOpenFin –')
        await instance.admin('DELETE', `/api/now/table/sys_cors_rule/${gone['sys_id']}`)
        await change('oauth_entity', 'name=OpenFin', { refresh_token_lifespan: '4000' })
        await change('sys_auto_flush', 'tablename=x_opfi_openfin_request', { active: 'false' })
        await change(RULE, 'table=sys_rest_message', { active: 'true', access_lead_s: '900' })
        const unwanted = await one(RULE, 'table=sys_email_account')
        await instance.admin('DELETE', `/api/now/table/${RULE}/${unwanted['sys_id']}`)
        await change('sys_properties', `name=${LIMIT}`, { value: '77' })
        await change('sys_security_acl', `name=${PATH}/revoke_token`, { script: 'answer = true;' })
        await change('sys_security_acl', 'name=x_opfi_openfin_request^operation=read', { active: 'false' })
        await built
        expect(await install(next)).toContain('Installation completed')
        instance.records.snapshot()
    }, 2 * INSTALL_MS)

    afterEach(() => instance.records.restore())
    afterAll(async () => {
        await instance.close()
        rmSync(temp, { recursive: true, force: true })
    })

    it('keeps what an administrator set in first-install records, and brings none back that he deleted', async () => {
        expect(await one('sys_cors_rule', 'name=OpenFin Integration')).toMatchObject({
            domain: DESK,
            max_age: '60',
            active: 'true',
        })
        expect(await rows('sys_cors_rule', 'name=OpenFin – Table API')).toEqual([])
        expect(await one('oauth_entity', 'name=OpenFin')).toMatchObject({
            refresh_token_lifespan: '4000',
            // Not touched by anybody, and yet not the new version's.
            access_token_lifespan: '7200',
            redirect_url: `${instance.url}/oauth_redirect.do`,
        })
        expect(await one('sys_auto_flush', 'tablename=x_opfi_openfin_request')).toMatchObject({
            active: 'false',
        })
        expect(await one(RULE, 'table=sys_rest_message')).toMatchObject({
            active: 'true',
            access_lead_s: '900',
            refresh_lead_s: '604800',
        })
        expect(await rows(RULE, 'table=sys_email_account')).toEqual([])
        expect(await one(RULE, 'table=oauth_2_0_credentials')).toMatchObject({ active: 'false' })
    })

    it('keeps changed properties, scripts and access controls', async () => {
        expect(await one('sys_properties', `name=${LIMIT}`)).toMatchObject({ value: '77' })
        expect(await one('sys_security_acl', `name=${PATH}/revoke_token`)).toMatchObject({
            script: 'answer = true;',
            description: expect.stringContaining('Closes'),
        })
        expect(await one('sys_security_acl', 'name=x_opfi_openfin_request^operation=read')).toMatchObject({
            active: 'false',
        })
    })

    it('lists as skipped what it kept', async () => {
        const names = await Promise.all(
            (
                [
                    ['sys_cors_rule', 'name=OpenFin Integration'],
                    ['oauth_entity', 'name=OpenFin'],
                    ['sys_auto_flush', 'tablename=x_opfi_openfin_request'],
                    ['sys_properties', `name=${LIMIT}`],
                    ['sys_security_acl', `name=${PATH}/revoke_token`],
                ] as const
            ).map(async ([name, query]) => `${name}_${(await one(name, query))['sys_id']}`)
        )
        const { Skipped = [], Updated = [], Unchanged = [] } = await dispositions()
        expect(Skipped).toEqual(expect.arrayContaining(names))
        expect(Updated.filter((name) => names.includes(name))).toEqual([])
        const read = await one('sys_security_acl', 'name=x_opfi_openfin_request^operation=read')
        // Changed here and the same in both versions: there is nothing to decide.
        expect(Unchanged).toContain(`sys_security_acl_${read['sys_id']}`)
    })

    it('brings what is new and what has changed, and takes away what is gone', async () => {
        const property = (name: string) => rows('sys_properties', `name=x_opfi_openfin.integration.${name}`)
        expect((await one('sys_app', 'scope=x_opfi_openfin'))['version']).toBe(NEXT_VERSION)
        expect(await property('grace_period_s')).toMatchObject([{ value: '30' }])
        expect(await property('refusals_per_minute')).toMatchObject([{ value: '90' }])
        expect(await property('failures_before_event')).toEqual([])
        expect(await one('sys_cors_rule', 'name=OpenFin – Import')).toMatchObject({ active: 'false' })
        expect(await rows('sys_dictionary', 'name=x_opfi_openfin_request^element=retries')).toHaveLength(1)
        expect(await one('sys_security_acl', `name=${PATH}/request_tokens`)).toMatchObject({
            description: expect.stringContaining('Shuts'),
        })
        const modules = await rows('sys_module', 'pathSTARTSWITHx_opfi_openfin/')
        expect(modules.length).toBeGreaterThan(0)
        for (const { path } of modules) expect(path).toContain(`/${NEXT_VERSION}/`)
        const { Inserted = [], Deleted = [] } = await dispositions()
        expect(Inserted.length).toBeGreaterThan(0)
        expect(Deleted.length).toBeGreaterThan(0)
    })

    it('keeps recorded requests and tokens, and the whole flow works with the new code', async () => {
        expect((await rows('x_opfi_openfin_request')).length).toBeGreaterThan(0)
        expect(await flow()).toEqual({
            user: 'beth.anglin',
            servedBy: NEXT_VERSION,
            allowed: DESK,
            renewed: 200,
            early: 200,
            revoked: 200,
        })
    })

    it(
        'changes nothing when it is installed once more',
        async () => {
            const before = await everythingOf(rows)
            await installAgain(packedIn(next))
            const after = await everythingOf(rows)
            expect(after.files.length).toBeGreaterThan(50)
            expect({ ...after, app: null }).toEqual({ ...before, app: null })
            expect(after.app?.['version']).toBe(NEXT_VERSION)
            expect(Object.keys(await dispositions()).sort()).toEqual(['Skipped', 'Unchanged'])
        },
        INSTALL_MS
    )

    it(
        'leaves everything as it was where a package is refused',
        async () => {
            const before = await everythingOf(rows)
            const said = await install(buildBrokenVersion(next, join(temp, 'broken'))).then(
                () => 'installed',
                (error: { stdout: string; stderr: string }) => error.stdout + error.stderr
            )
            expect(said).toContain('Unknown table x_opfi_openfin_nowhere')
            expect(await everythingOf(rows)).toEqual(before)
            expect((await flow()).servedBy).toBe(NEXT_VERSION)
        },
        INSTALL_MS
    )

    it(
        'keeps the edits on the way back to 1.0, too',
        async () => {
            await installAgain(PACKAGE)
            expect((await one('sys_app', 'scope=x_opfi_openfin'))['version']).toBe(VERSION)
            expect(await one('sys_cors_rule', 'name=OpenFin Integration')).toMatchObject({ domain: DESK })
            expect(await one('sys_properties', `name=${LIMIT}`)).toMatchObject({ value: '77' })
            expect(await flow()).toMatchObject({
                user: 'beth.anglin',
                allowed: DESK,
                renewed: 200,
                early: 200,
            })
        },
        INSTALL_MS
    )
})
