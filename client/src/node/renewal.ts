import { sessionExpired } from './failures'
import { toGrant, type Grant, type Grants } from './grants'
import type { RunLocked } from './locks'
import type { Settings } from './settings'
import type { TokenEndpoint } from './token-endpoint'

/** Pause between early renewals after a failed one, in milliseconds. */
const PAUSE_MS = 10_000

/** Renews access tokens, one renewal at a time per grant. */
export interface Renewal {
    /**
     * The grant with an access token that has not expired by the clock. It is renewed early; a failure of an
     * early renewal is ignored.
     *
     * @throws AuthTokenExpiredError, ApiRequestError `network`, `timeout`, `http`
     */
    fresh(name: string, grant: Grant): Promise<Grant>
    /**
     * The grant with a new access token, after the instance rejected this one. Concurrent callers share the
     * renewal.
     *
     * @throws AuthTokenExpiredError, ApiRequestError `network`, `timeout`, `http`
     */
    renew(name: string, refused: string): Promise<Grant>
}

/** Dependencies of renewals. */
export interface RenewalParts {
    settings: Settings
    grants: Grants
    endpoint: TokenEndpoint
    runLocked: RunLocked
}

export function createRenewal({ settings, grants, endpoint, runLocked }: RenewalParts): Renewal {
    const { now } = settings
    const running = new Map<string, Promise<Grant>>()
    const pausedUntil = new Map<string, number>()

    async function renewNow(name: string, refused: string): Promise<Grant> {
        const grant = await grants.read(name)
        if (!grant) throw sessionExpired()
        if (grant.accessToken !== refused) return grant
        const issued = grant.refreshToken === undefined ? null : await endpoint.renew(grant.refreshToken)
        // Another process may have renewed, signed in or signed out meanwhile; the newer state applies.
        const stored = await grants.read(name)
        if (!stored) {
            if (issued) await endpoint.revoke(issued).catch(() => undefined)
            throw sessionExpired()
        }
        if (stored.accessToken !== refused) return stored
        if (!issued) {
            await grants.end(name, stored)
            throw sessionExpired()
        }
        const renewed = toGrant(issued, stored, now())
        await grants.write(name, renewed)
        return renewed
    }

    function renew(name: string, refused: string): Promise<Grant> {
        const shared = running.get(name)
        if (shared) return shared
        const own = runLocked(name, () => renewNow(name, refused)).finally(() => running.delete(name))
        running.set(name, own)
        return own
    }

    return {
        renew,
        async fresh(name, grant) {
            const { accessToken, refreshToken, expiresAt = Infinity, renewAt = Infinity } = grant
            if (now() >= expiresAt) return renew(name, accessToken)
            const paused = now() < (pausedUntil.get(name) ?? 0)
            if (now() < renewAt || refreshToken === undefined || paused) return grant
            try {
                const renewed = await renew(name, accessToken)
                pausedUntil.delete(name)
                return renewed
            } catch (error) {
                // Any other error is temporary, and the token is still valid.
                if ((error as { code?: string }).code === 'session_expired') throw error
                for (const [other, until] of pausedUntil) if (until <= now()) pausedUntil.delete(other)
                pausedUntil.set(name, now() + PAUSE_MS)
                return grant
            }
        },
    }
}
