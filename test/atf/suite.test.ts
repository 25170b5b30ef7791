import { BuiltApp } from '../support/built-app'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { until } from '../support/until'

const app = BuiltApp.read()
const SUITE = 'OpenFin for ServiceNow'
const RUN = `/api/sn_cicd/testsuite/run?test_suite_name=${encodeURIComponent(SUITE)}`

interface Progress {
    result: { status: string; status_message: string; links: Record<string, { id: string }> }
}
interface Results {
    result: Record<string, unknown> & { links: { results: { id: string } } }
}

describe('the packaged test suite', () => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed()
        await setProperty(instance, 'sn_atf.runner.enabled', 'true')
        instance.records.snapshot()
    })
    afterEach(() => instance.reset())
    afterAll(() => instance.close())

    /** Runs the suite to its end; answers the results, and what the tests that did not pass said. */
    const runAll = async () => {
        const started = await instance.admin<Progress>('POST', RUN)
        expect(started).toMatchObject({
            status: 200,
            body: { result: { status: '1', status_label: 'Running' } },
        })
        const { id } = started.body.result.links['progress']!
        const progress = async () =>
            (await instance.admin<Progress>('GET', `/api/sn_cicd/progress/${id}`)).body.result
        await until(async () => Number((await progress()).status) > 1)
        const ended = await progress()
        const results = ended.links['results']!.id
        const { body } = await instance.admin<Results>('GET', `/api/sn_cicd/testsuite/results/${results}`)
        const failed = instance.records
            .query('sys_atf_test_result', { query: `parent=${results}^status!=success` })
            .map((row) => `${row['test_name']}: ${row['output']}`)
        return { status: ended.status, results: body.result, failed }
    }
    const spoilModule = (path: string, find: string, replace: string) => {
        const [row] = instance.records.query('sys_module', { query: `pathENDSWITH${path}` })
        const content = row?.['content'] ?? ''
        expect(content).toContain(find)
        instance.records.update('sys_module', row?.['sys_id'] ?? '', {
            content: content.replace(find, replace),
        })
    }

    const aclOf = (table: string, operation: string) => {
        const query = `name=x_opfi_openfin_${table}^operation=${operation}^type=record`
        const [acl] = instance.records.query('sys_security_acl', { query })
        return acl?.['sys_id'] ?? ''
    }
    const updateAcl = (table: string, operation: string, values: Record<string, string>) =>
        instance.records.update('sys_security_acl', aclOf(table, operation), values)
    const rolesOf = (table: string, operation: string) =>
        instance.records.query('sys_security_acl_role', {
            query: `sys_security_acl=${aclOf(table, operation)}`,
        })
    const giveTo = (table: string, operation: string, role: string) => {
        const [found] = instance.records.query('sys_user_role', { query: `name=${role}` })
        for (const row of rolesOf(table, operation))
            instance.records.update('sys_security_acl_role', row['sys_id'] ?? '', {
                sys_user_role: found?.['sys_id'] ?? '',
            })
    }

    it('passes, and leaves nothing but the rows of the two requests', async () => {
        const own = app.values('sys_db_object').map(({ name = '' }) => name)
        const tables = [...own, 'sys_user', 'sys_user_has_role']
        const counts = () => tables.map((table) => `${table} ${instance.records.query(table, {}).length}`)
        const before = counts()
        const { status, results, failed } = await runAll()
        expect(failed).toEqual([])
        expect(status).toBe('2')
        expect(results).toMatchObject({
            test_suite_name: SUITE,
            test_suite_status: 'success',
            rolledup_test_success_count: app.values('sys_atf_test').length,
            rolledup_test_failure_count: 0,
            rolledup_test_error_count: 0,
            rolledup_test_skip_count: 0,
            child_suite_results: [],
        })
        const changed = counts().filter((count) => !before.includes(count))
        expect(changed.map((count) => count.split(' ')[0])).toEqual(['x_opfi_openfin_request'])
    })

    const takenOut: [string, () => unknown][] = [
        [
            'user_info returns the caller',
            () => spoilModule('/integration-api/user-info.ts', "'mobile_phone',", ''),
        ],
        [
            'an invalid refresh rule is rejected',
            () =>
                instance.records.updateMultiple('sys_script', 'name=OpenFin: reject invalid refresh rules', {
                    active: 'false',
                }),
        ],
        [
            'a copied instance is recognized',
            () => spoilModule('/clones/clone-guard.ts', 'noted !== present', 'false'),
        ],
        [
            'when an expiry notice is sent',
            () => spoilModule('/expiry-notices/notice.ts', 'sent <= nearest', 'false'),
        ],
        ['when a token is refreshed', () => spoilModule('/token-refresh/due.ts', 'leadS * 1000', '0')],
        [
            'user_info requires authentication',
            () =>
                instance.records.updateMultiple('sys_ws_operation', 'relative_path=/user_info', {
                    requires_authentication: 'false',
                    requires_acl_authorization: 'false',
                }),
        ],
        [
            'request_tokens refuses an unknown client',
            () =>
                instance.records.updateMultiple('sys_ws_operation', 'relative_path=/request_tokens', {
                    operation_script: 'response.setStatus(200);',
                }),
        ],
        [
            'revoke_token refuses an unknown client',
            () =>
                instance.records.updateMultiple('sys_ws_operation', 'relative_path=/revoke_token', {
                    operation_script: 'response.setStatus(200);',
                }),
        ],
        [
            'a viewer reads, and changes nothing',
            () => giveTo('refresh_rule', 'write', 'x_opfi_openfin.viewer'),
        ],
        [
            'an administrator of the app writes rules only',
            () => updateAcl('refresh_rule', 'create', { script: 'answer = false;' }),
        ],
        ['a user without a role sees nothing', () => giveTo('token_status', 'read', 'public')],
    ]

    it('has a test below for each of its own', () => {
        const names = app.values('sys_atf_test').map(({ name }) => name)
        expect(takenOut.map(([name]) => `OpenFin: ${name}`).sort()).toEqual(names.sort())
    })

    it.each(takenOut)('fails in "%s" alone when what it guards is taken out', async (name, takeOut) => {
        takeOut()
        const { status, results, failed } = await runAll()
        expect(failed).toEqual([expect.stringContaining(`OpenFin: ${name}: `)])
        expect([status, results['test_suite_status']]).toEqual(['3', 'failure'])
    })

    it('is refused to people without the role, and does not run while tests are disabled', async () => {
        const as = async (authorization?: string) =>
            (
                await fetch(instance.url + RUN, {
                    method: 'POST',
                    headers: authorization ? { authorization } : {},
                })
            ).status
        expect(await as()).toBe(401)
        expect(await as(`Basic ${btoa('abel.tuter:abel.tuter')}`)).toBe(403)
        expect((await instance.admin('POST', '/api/sn_cicd/testsuite/run')).status).toBe(404)
        await setProperty(instance, 'sn_atf.runner.enabled', 'false')
        const { body } = await instance.admin<Progress>('POST', RUN)
        expect(body.result.status).toBe('3')
        expect(body.result.status_message).toContain('sn_atf.runner.enabled')
    })
})
