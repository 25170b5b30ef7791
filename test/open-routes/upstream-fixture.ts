import { startDeployed } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { CANARY } from './behaviours'
import { startMisbehaving, type Behaviour, type MisbehavingServer } from './misbehaving-server'
import { attempts, CALLS, makeCall, makeCalls, type Call, type Each } from './open-calls'
import type { RawAnswer } from './raw-client'

/** Statuses or counts of a renewal, an exchange and a revocation. */
export type Three = [renewal: number, exchange: number, revocation: number]

/** The deployed app on an instance with a misbehaving server as its own endpoints. */
export interface UpstreamFixture {
    readonly upstream: MisbehavingServer
    /**
     * Makes all three calls while the endpoints behave in these ways, and checks that the responses come from
     * the app.
     */
    callsWhile(...behaviours: Behaviour[]): Promise<Each<RawAnswer>>
    /** Makes one call. */
    call(name: Call): Promise<RawAnswer>
    /** Number of times the calls reached the endpoints since the current behaviour was set. */
    attempts(): Three
    /** Sets the instance's own URL: `glide.servlet.uri`. */
    setServletUri(uri: string): Promise<void>
    /** Sets the time limit of one attempt, in ms. */
    setTimeLimit(ms: number): Promise<void>
    /** Number of requests that the app has recorded. */
    recorded(): Promise<number>
    /** Log lines of the app. */
    log(): Promise<string[]>
    close(): Promise<void>
}

/** Starts a fixture without limits for its address. */
export async function startUpstreamFixture(): Promise<UpstreamFixture> {
    const [instance, upstream] = await Promise.all([startDeployed(), startMisbehaving()])
    const setServletUri = (uri: string) => setProperty(instance, 'glide.servlet.uri', uri)
    await setServletUri(`${upstream.url}/`)
    for (const limit of ['requests_per_minute', 'refusals_per_minute']) {
        await setProperty(instance, `x_opfi_openfin.integration.${limit}`, '100000')
    }
    return {
        upstream,
        setServletUri,
        setTimeLimit: (ms) =>
            setProperty(instance, 'x_opfi_openfin.integration.upstream_timeout_ms', `${ms}`),
        async callsWhile(...behaviours) {
            upstream.behave(...behaviours)
            const given = await makeCalls(instance.url)
            for (const call of CALLS) expectOwnWords(given[call])
            return given
        },
        call: (name) => makeCall(instance.url, name),
        attempts: () => {
            const { renewal, exchange, revocation } = attempts(upstream.seen)
            return [renewal, exchange, revocation]
        },
        async recorded() {
            const path = '/api/now/table/x_opfi_openfin_request?sysparm_fields=sys_id'
            return (await instance.admin<{ result: unknown[] }>('GET', path)).body.result.length
        },
        async log() {
            const { body } = await instance.admin<{ result: { message: string }[] }>('GET', '/local/log')
            return body.result.map(({ message }) => message).filter((text) => text.startsWith('OpenFin'))
        },
        async close() {
            await instance.close()
            await upstream.close()
        },
    }
}

/** The statuses of all three answers. */
export function statuses({ renewal, exchange, revocation }: Each<RawAnswer>): Three {
    return [renewal.status, exchange.status, revocation.status]
}

/** Checks that apply to every response, regardless of the endpoint's. */
function expectOwnWords({ status, headers, text, outcome }: RawAnswer): void {
    expect(text + JSON.stringify(headers)).not.toContain(CANARY)
    expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': expect.stringMatching(/^application\/json/),
        'x-content-type-options': 'nosniff',
    })
    for (const name of ['location', 'access-control-allow-origin', 'www-authenticate', 'x-upstream'])
        expect(headers).not.toHaveProperty(name)
    const known = ['ok', 'invalid_request', 'invalid_client', 'invalid_grant', 'temporarily_unavailable']
    expect(known).toContain(outcome)
    if (status === 200) return
    expect(JSON.parse(text)).toEqual({
        error: { message: expect.stringMatching(/\S/), detail: expect.stringMatching(/\S/), code: outcome },
        status: 'failure',
    })
}
