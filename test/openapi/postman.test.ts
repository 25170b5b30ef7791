import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { ROOT } from '../support/deploy'

let instance: DeployedInstance

beforeAll(async () => {
    instance = await startDeployed()
})
afterAll(() => instance.close())

/** Runs the collection in a separate process, since the instance uses this one. */
async function runCollection(variables: Record<string, string>) {
    const newman = require.resolve('newman/bin/newman.js')
    const given = Object.entries(variables).flatMap(([name, value]) => ['--env-var', `${name}=${value}`])
    const args = [newman, 'run', 'docs/openfin.postman_collection.json', '--color', 'off', ...given]
    return promisify(execFile)(process.execPath, args, { cwd: ROOT }).then(
        ({ stdout }) => ({ ok: true, stdout }),
        (error: { stdout: string }) => ({ ok: false, stdout: error.stdout })
    )
}

it('newman runs the Postman collection through a whole sign-in, and reports an unusable code', async () => {
    const { code, verifier, redirectUri } = await signIn({
        instanceUrl: instance.url,
        clientId: OPENFIN_CLIENT_ID,
        userName: 'beth.anglin',
        password: 'beth.anglin',
    })
    const variables = {
        instanceUrl: instance.url,
        client_id: OPENFIN_CLIENT_ID,
        code: code ?? '',
        code_verifier: verifier,
        redirect_uri: redirectUri,
        adminUser: 'admin',
        adminPassword: 'admin',
    }
    const first = await runCollection(variables)
    expect(first).toMatchObject({ ok: true })
    expect(first.stdout).toMatch(/requests\s*│\s*6\s*│\s*0/)
    // The code is used up.
    expect((await runCollection(variables)).ok).toBe(false)
})
