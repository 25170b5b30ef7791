import { generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'
import { readJson } from '../json'
import type { Settings } from './settings'

/** Time limit of a sign-in in milliseconds, the same as the platform's limit for its own OAuth requests. */
const SIGN_IN_LIFETIME_MS = 600_000

/** A sign-in in progress. */
export interface PendingSignIn {
    /** Random, valid once; bound to the instance and the client by its name in the store. */
    state: string
    /** RFC 7636 §4.1. */
    verifier: string
}

/** Sign-ins in progress, in the store, so that any process of the app can complete them. */
export interface PendingSignIns {
    begin(): Promise<PendingSignIn>
    /**
     * Removes and returns a sign-in, since a state is valid once. Undefined if it is unknown, already used,
     * expired, or of another instance.
     */
    take(state: string): Promise<PendingSignIn | undefined>
}

export function createPendingSignIns({ store, now, nameOf }: Settings): PendingSignIns {
    /** States that are being removed, because reading and deleting are not atomic in a store. */
    const taking = new Set<string>()
    return {
        async begin() {
            const pending = { state: generateRandomState(), verifier: generateRandomCodeVerifier() }
            const expiresAt = now() + SIGN_IN_LIFETIME_MS
            const value = JSON.stringify({ verifier: pending.verifier, expiresAt })
            await store.set(nameOf('state', pending.state), value, expiresAt)
            return pending
        },
        async take(state) {
            const name = nameOf('state', state)
            if (taking.has(name)) return undefined
            taking.add(name)
            try {
                const value = await store.get(name)
                if (!value || (await store.delete(name)) === false) return undefined
                const { verifier, expiresAt } = readJson(value) as { verifier: string; expiresAt: number }
                return now() < expiresAt ? { state, verifier } : undefined
            } finally {
                taking.delete(name)
            }
        },
    }
}
