import { INTEGRATION, type ScriptedInstance, type Seen } from './scripted-instance'
import { createFixture, type Answer, type FixturePage, type WorkerFixture } from './worker-fixture'

/** The reply to a call of a session that has ended. */
export const EXPIRED = { ok: false, error: { kind: 'expired', code: 'session_expired' } }

/** An endpoint of the instance that tests call. */
export const PATH = '/api/now/table/incident'

/** The route that issues and renews tokens. */
export const TOKENS = `${INTEGRATION}/request_tokens`

/** A signed-in page, and what its instance returns to renewals. */
export interface RenewalFixture {
    fixture: WorkerFixture
    page: FixturePage
    instance: ScriptedInstance
    /** The requests that renew tokens. */
    renewals(): Seen[]
    /** Sets the responses to renewals only. */
    onRenewal(answer: () => Response | Error | Promise<Response>): void
    /** Makes the instance reject the access token. */
    lapse(): void
    /** Sends calls at the same time. */
    all(count: number): Promise<Answer[]>
}

/**
 * Signs in.
 * @param tokens additional members of the token responses
 * @param random value of Math.random()
 */
export async function signInForRenewal(
    tokens: Record<string, unknown> = {},
    random?: number
): Promise<RenewalFixture> {
    const fixture = createFixture({ ...(random !== undefined && { random }) })
    const { instance } = fixture
    instance.tokens = tokens
    const page = fixture.page()
    expect((await page.connect()).ok).toBe(true)
    return {
        ...{ fixture, page, instance },
        renewals: () => instance.grants('refresh_token'),
        onRenewal(answer) {
            instance.on[TOKENS] = ({ form }) =>
                form['grant_type'] === 'refresh_token' ? answer() : undefined
        },
        lapse: () => void (instance.good = 'none'),
        all: (count) => Promise.all(Array.from({ length: count }, (_, n) => page.get(`${PATH}/${n}`))),
    }
}
