import { startDeployed, type DeployedInstance } from '../../test/support/deployed-instance'
import { setProperty } from '../../test/support/set-property'
import { basicEnv, runCli } from './support/run-cli'

describe('atf', () => {
    let instance: DeployedInstance
    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterAll(() => instance.close())

    const atf = (user: string, ...more: string[]) =>
        runCli(['atf', '--instance', instance.url, ...more], { env: basicEnv(user) })

    it('says why no test runs, then runs all, then tells of the one that fails', async () => {
        const disabled = await atf('admin')
        expect([disabled.status, disabled.stdout]).toEqual([
            1,
            expect.stringContaining('sn_atf.runner.enabled'),
        ])
        await setProperty(instance, 'sn_atf.runner.enabled', 'true')
        const passed = await atf('admin')
        expect([passed.status, passed.stdout.match(/✓ OpenFin: /g)?.length]).toEqual([0, 11])
        instance.records.updateMultiple('sys_script', 'name=OpenFin: reject invalid refresh rules', {
            active: 'false',
        })
        const failed = await atf('admin', '--json')
        const { ok, tests } = failed.json<{ ok: boolean; tests: { name: string; status: string }[] }>()
        expect([failed.status, ok]).toEqual([1, false])
        expect(tests.filter(({ status }) => status !== 'success').map(({ name }) => name)).toEqual([
            'OpenFin: an invalid refresh rule is rejected',
        ])
    })

    it.each([['0'], ['1.5'], ['soon'], ['1441']])('refuses the time limit %s', async (limit) => {
        const { status, stderr } = await atf('admin', '--time-limit', limit)
        expect([status, stderr]).toEqual([2, expect.stringContaining('whole minutes from 1 to 1440')])
    })

    it('ends with 2 where it may not look', async () => {
        expect((await atf('abel.tuter')).status).toBe(2)
    })
})
