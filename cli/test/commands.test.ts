import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { ORIGIN, startDeployed, type DeployedInstance } from '../../test/support/deployed-instance'
import { setProperty } from '../../test/support/set-property'
import { basicEnv, runCli, type Run } from './support/run-cli'
import { VERSION } from '../../test/support/version'

const DESK = 'https://desk.example'
const PAGE = 'https://page.example'

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const cli = (...args: string[]) => runCli([...args, '--instance', instance.url], { env: basicEnv() })
const rules = () =>
    instance.records
        .query('sys_cors_rule', { query: 'active=true^ORDERBYname^ORDERBYdomain' })
        .map((row) => `${row['name']} ${row['domain']}`)
const names = (run: Run) => run.json<{ changed: { name: string }[] }>().changed.map(({ name }) => name)

describe('help', () => {
    it.each([[], ['setup'], ['doctor'], ['status'], ['verify'], ['adopt'], ['atf']])(
        'of %p has examples and ends well',
        async (...args) => {
            const { status, stdout, stderr } = await runCli([...args, '--help'])
            expect([status, stderr]).toEqual([0, ''])
            expect(stdout).toContain('Usage: openfin-servicenow')
            if (args.length > 0) expect(stdout).toMatch(/Examples:\n {2}npx openfin-servicenow/)
        }
    )

    it('knows its version', async () => {
        expect(await runCli(['--version'])).toMatchObject({ status: 0, stdout: `${VERSION}\n` })
    })
})

describe('setup', () => {
    it('shows what would change with --dry-run, and writes nothing', async () => {
        const before = rules()
        const run = await cli('setup', '--origin', DESK, '--dry-run')
        expect([run.status, rules()]).toEqual([0, before])
        expect(run.stdout).toContain(`domain           ${ORIGIN} → ${DESK}`)
        const json = await cli('setup', '--origin', DESK, '--dry-run', '--json')
        expect([json.status, rules()]).toEqual([0, before])
        expect(json.json()).toMatchObject({ ok: true, dryRun: true })
        expect(names(json)).toEqual([`OpenFin Integration (${DESK})`, `OpenFin – Table API (${DESK})`])
    })

    it('asks before it writes, so that it needs a terminal or --yes', async () => {
        const before = rules()
        const run = await cli('setup', '--origin', DESK, '--json')
        expect([run.status, rules()]).toEqual([2, before])
        expect(run.json()).toMatchObject({ ok: false, error: { code: 'confirmation_required' } })
        // What is in line needs no confirmation.
        expect((await cli('setup', '--origin', ORIGIN)).status).toBe(0)
    })

    it('brings all into line with --yes, tells what it did, and has nothing to do the second time', async () => {
        const args = [
            '--origin',
            DESK,
            PAGE,
            '--callback',
            `${PAGE}/cb`,
            '--api',
            'batch',
            '--api',
            'attachment',
        ]
        const run = await cli('setup', ...args, '--yes', '--json')
        expect(run.status).toBe(0)
        expect(run.json()).toMatchObject({
            ok: true,
            instance: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            redirectUrls: [`${instance.url}/oauth_redirect.do`, `${PAGE}/cb`],
            origins: [DESK, PAGE],
            route: 'proxy',
            unchanged: [],
            missing: [],
        })
        expect(run.json<{ changed: object[] }>().changed).toContainEqual({
            table: 'oauth_entity',
            sysId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
            name: 'OpenFin',
            action: 'updated',
            columns: ['redirect_url'],
        })
        expect(rules()).toHaveLength(8)
        const again = await cli('setup', ...args, '--yes', '--json')
        expect([again.status, names(again)]).toEqual([0, []])
        // An option that is left out leaves its part as it is.
        const less = await cli('setup', '--origin', DESK, PAGE, '--yes', '--json')
        expect([less.status, names(less)]).toEqual([0, []])
    })

    it('prints the connection, and recommends the direct route where it can be had', async () => {
        const { stdout } = await cli('setup', '--origin', ORIGIN, '--yes')
        expect(stdout).toContain(OPENFIN_CLIENT_ID)
        expect(stdout).toContain(`connect('${instance.url}', '${OPENFIN_CLIENT_ID}')`)
        expect(stdout).toContain('--route direct')
        // Browsers need a callback page, so the call names it.
        const args = ['--origin', PAGE, '--callback', `${PAGE}/cb`]
        expect((await cli('setup', ...args, '--yes')).stdout).toContain(
            `await connect({\n        instanceUrl: "${instance.url}",\n        clientId: "${OPENFIN_CLIENT_ID}",\n` +
                `        callbackUrl: "${PAGE}/cb",\n    })`
        )
        const direct = await cli('setup', '--origin', ORIGIN, '--route', 'direct', '--yes', '--json')
        expect(direct.json()).toMatchObject({ ok: true, route: 'direct' })
        expect((await cli('doctor', '--json')).json()).toMatchObject({ ok: true })
        const proxy = await cli('setup', '--origin', ORIGIN, '--route', 'proxy', '--yes', '--json')
        expect(proxy.json()).toMatchObject({ ok: true, route: 'proxy' })
    })
})

describe('doctor', () => {
    it('ends with 0 where no finding is an error', async () => {
        const run = await cli('doctor', '--origin', ORIGIN, '--json')
        expect([run.status, Object.keys(run.json())]).toEqual([
            0,
            ['ok', 'instance', 'release', 'findings', 'passed', 'unknown'],
        ])
        await setProperty(instance, 'x_opfi_openfin.token_refresh.enabled', 'false')
        const warned = await cli('doctor', '--origin', ORIGIN)
        expect([warned.status, warned.stdout]).toEqual([0, expect.stringContaining('refresh_switched_off')])
    })

    it('ends with 1 where one is, with its mend', async () => {
        const run = await cli('doctor', '--origin', DESK)
        expect(run.status).toBe(1)
        expect(run.stdout).toContain('cors_rule_missing')
        expect(run.stdout).toContain(
            `npx openfin-servicenow setup --instance ${instance.url} --origin ${DESK}`
        )
        const json = await cli('doctor', '--origin', DESK, '--json')
        expect([json.status, json.json()]).toMatchObject([1, { ok: false }])
    })
})

describe('status', () => {
    it('tells tokens by outcome', async () => {
        instance.records.insert('x_opfi_openfin_token_status', {
            ...{ requestor_table: 'sys_rest_message', requestor: 'a'.repeat(32) },
            ...{ profile: 'b'.repeat(32), outcome: 'reauthorize', message: 'Rejected.' },
        })
        const run = await cli('status', '--json')
        expect(run.status).toBe(0)
        expect(run.json()).toMatchObject({
            ok: true,
            counts: { reauthorize: 1, valid: 0 },
            needsPeople: [{ table: 'sys_rest_message', outcome: 'reauthorize', message: 'Rejected.' }],
            nextEnds: [],
        })
        const text = await cli('status')
        expect([text.status, text.stdout]).toEqual([0, expect.stringMatching(/reauthorize\s*│ 1/)])
    })
})

describe('adopt', () => {
    const setId = (value: string) => {
        const { records } = instance
        const row = records.first('sys_properties', 'name=instance_id')
        if (row) records.update('sys_properties', row['sys_id'] ?? '', { value })
        else records.insert('sys_properties', { name: 'instance_id', type: 'string', value })
    }
    const codes = async () =>
        (await cli('doctor', '--origin', ORIGIN, '--json'))
            .json<{ findings: { code: string }[] }>()
            .findings.map(({ code }) => code)

    it('notes a copy that has connections of its own, which the doctor had found', async () => {
        setId('original')
        await instance.admin('POST', '/local/jobs/run', { name: 'OpenFin: refresh OAuth tokens' })
        const same = await cli('adopt', '--json')
        expect([same.status, same.json()]).toEqual([0, { ok: true, instance: instance.url }])
        setId('copy')
        expect(await codes()).toContain('instance_cloned')
        const unasked = await cli('adopt', '--json')
        expect([unasked.status, unasked.json()]).toMatchObject([
            2,
            { error: { code: 'confirmation_required' } },
        ])
        expect(await codes()).toContain('instance_cloned')
        const run = await cli('adopt', '--yes', '--json')
        expect([run.status, run.json()]).toEqual([0, { ok: true, instance: instance.url }])
        expect(await codes()).not.toContain('instance_cloned')
    })

    it('is for administrators of the app', async () => {
        const run = await runCli(['adopt', '--yes', '--json', '--instance', instance.url], {
            env: basicEnv('abel.tuter'),
        })
        expect([run.status, run.json()]).toMatchObject([2, { error: { code: 'not_authorized' } }])
    })

    it('says so where the version of the app does not know it', async () => {
        instance.records.deleteMultiple('sys_ws_definition', 'service_id=administration')
        const run = await cli('adopt', '--yes', '--json')
        expect([run.status, run.json()]).toMatchObject([2, { error: { code: 'not_supported' } }])
    })
})
