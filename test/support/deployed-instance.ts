import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
    createLocalInstance,
    type LocalInstance,
    type LocalInstanceOptions,
} from 'openfin-servicenow-local-instance'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { InstanceClient, type Tokens } from '../../examples/sign-in-flow/instance-client'
import { signIn } from '../../examples/sign-in-flow/sign-in'
import { ADMIN_AUTHORIZATION, adminAuthorization } from './admin-authorization'
import { ROOT } from './deploy'

export { ADMIN_AUTHORIZATION }

/** Database of an instance with the app deployed and set up; created before the tests run. */
export const DEPLOYED = join(ROOT, 'dist/test-instance')

/** The origin that the CORS rules of that instance allow. */
export const ORIGIN = 'http://localhost:8080'

/** A running instance with the app installed, and helpers to use it. */
export interface DeployedInstance extends LocalInstance {
    readonly client: InstanceClient
    /** Path of its SQLite file. */
    readonly databaseFile: string
    /** Authorization header of `admin`, also if Basic authentication is restricted. */
    authorization(): Promise<string>
    /** Signs in `abel.tuter` or the given user and exchanges the code through the app. */
    tokensOf(userName?: string): Promise<Tokens>
    /** Calls the instance as `admin`; the body is parsed if it is JSON. */
    admin<T = Record<string, unknown>>(
        method: string,
        path: string,
        body?: unknown
    ): Promise<{ status: number; body: T }>
    /** Restores the state at start, ten times as fast as another start. */
    reset(): Promise<void>
}

/** Starts a copy of the deployed instance. Close it after the test. */
export async function startDeployed(options: LocalInstanceOptions = {}): Promise<DeployedInstance> {
    const data = mkdtempSync(join(tmpdir(), 'deployed-instance-'))
    cpSync(DEPLOYED, data, { recursive: true })
    const instance = await createLocalInstance({ data, ...options })
    const isRestricted = options.basicAuth === 'enforced'
    let authorization = adminAuthorization(instance, isRestricted)
    // The registered redirect URL still names the port that the instance was deployed at.
    const { records } = instance
    const registration = records.first('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`)
    if (!registration) throw new Error('The deployed instance has no registration "OpenFin"')
    const redirectUrls = (registration['redirect_url'] ?? '').replace(
        /^http:\/\/127\.0\.0\.1:\d+/,
        instance.url
    )
    records.update('oauth_entity', registration['sys_id'] ?? '', { redirect_url: redirectUrls })
    // The snapshot that a reset restores also has the redirect URL of this port.
    records.snapshot()
    const client = new InstanceClient(instance.url, OPENFIN_CLIENT_ID)
    const deployed: DeployedInstance = {
        ...instance,
        client,
        databaseFile: join(data, 'instance.db'),
        authorization: () => authorization(),
        async tokensOf(userName = 'abel.tuter') {
            const { code, verifier, redirectUri } = await signIn({
                instanceUrl: instance.url,
                clientId: OPENFIN_CLIENT_ID,
                userName,
                password: userName,
            })
            const answer = await client.requestTokens(code ?? '', verifier, redirectUri)
            if (answer.status !== 200) throw new Error(`request_tokens returned ${answer.status}`)
            return answer.body
        },
        async admin<T>(method: string, path: string, body?: unknown) {
            const response = await fetch(instance.url + path, {
                method,
                headers: {
                    // The control API accepts Basic authentication only.
                    authorization: path.startsWith('/local/') ? ADMIN_AUTHORIZATION : await authorization(),
                    accept: 'application/json',
                    ...(body !== undefined && { 'content-type': 'application/json' }),
                },
                ...(body !== undefined && { body: JSON.stringify(body) }),
            })
            const text = await response.text()
            const json = response.headers.get('content-type')?.includes('json') && text
            return { status: response.status, body: (json ? JSON.parse(text) : text) as T }
        },
        async reset() {
            const { status } = await deployed.admin('POST', '/local/reset')
            if (status !== 200) throw new Error(`reset returned ${status}`)
            // Tokens issued since the start no longer exist.
            authorization = adminAuthorization(instance, isRestricted)
        },
        async close() {
            await instance.close()
            rmSync(data, { recursive: true, force: true })
        },
    }
    return deployed
}
