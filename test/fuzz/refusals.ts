import assert from 'node:assert/strict'
import { Refusal } from '../../src/server/integration-api/refusal'
import { refusalResponse } from '../../src/server/integration-api/response'

/** Result of a call, or the refusal that it throws; other errors are rethrown. */
export function refusalOf<T>(run: () => T): { value?: T; refusal?: Refusal } {
    try {
        return { value: run() }
    } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown
        return { refusal: thrown }
    }
}

const STATUSES: Record<string, number[]> = {
    invalid_request: [400, 413],
    invalid_client: [401],
    invalid_grant: [400],
    unsupported_grant_type: [400],
    temporarily_unavailable: [429, 502, 503, 504],
}

/**
 * Checks that a refusal has a matching code and status, contains no sent value, and fits the platform's
 * envelope.
 */
export function isCleanRefusal(refusal: Refusal, sent: string[]): void {
    assert.ok(STATUSES[refusal.code]?.includes(refusal.status), `${refusal.code} with ${refusal.status}`)
    const answer = refusalResponse(refusal)
    assert.equal(answer.headers['Cache-Control'], 'no-store')
    assert.equal(answer.headers['X-Content-Type-Options'], 'nosniff')
    const { message, detail, code, reason } = refusal
    assert.deepEqual(answer.body, { error: { message, detail, code }, status: 'failure' })
    const retryAfter = answer.headers['Retry-After']
    assert.ok(retryAfter === undefined || /^[1-9]\d{0,3}$/.test(retryAfter), `Retry-After: ${retryAfter}`)
    if (refusal.status === 429) assert.ok(retryAfter !== undefined)
    const words = JSON.stringify([message, detail, reason])
    for (const text of sent) {
        // Short texts and grant names occur in any message.
        if (text.length > 7 && !/^[a-z_]+$/.test(text)) assert.ok(!words.includes(text), `tells ${text}`)
    }
}
