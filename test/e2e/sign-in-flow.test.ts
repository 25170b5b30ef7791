import { playFlow } from '../../examples/sign-in-flow/play-flow'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

describe('the whole sign-in flow of an OpenFin client', () => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed({ basicAuth: 'enforced' })
    })
    afterAll(() => instance.close())

    it.each(['abel.tuter', 'beth.anglin', 'admin'])('succeeds for %s', async (userName) => {
        const steps = await playFlow({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            userName,
            password: userName,
            advanceClock: async (seconds) => instance.clock.advance(seconds * 1000),
        })
        expect(steps.map(({ name }) => name)).toEqual([
            'sign in and consent',
            'request_tokens',
            'user_info',
            'query incident',
            'create a case',
            'renew',
            'revoke_token',
        ])
    })

    it('fails with the name of the failed step', async () => {
        await expect(
            playFlow({
                instanceUrl: instance.url,
                clientId: OPENFIN_CLIENT_ID,
                userName: 'abel.tuter',
                password: 'wrong',
            })
        ).rejects.toMatchObject({
            code: 'flow_broken',
            message: expect.stringContaining('sign in and consent'),
        })
    })
})
