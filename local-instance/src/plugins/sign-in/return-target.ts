import { createHmac, hkdfSync } from 'node:crypto'
import { secretsEqual } from '../../core/timing-safe-equal'
import type { Store } from '../../core/store/types'
import { instanceKey } from '../oauth/token-cipher'

/** The return target after a sign-in. */
export interface ReturnTarget {
    /** Path on this instance, with its query. */
    path: string
    /** Name of the application that wants it, for the page. */
    application?: string
    /** See {@link PageOptions.formTargets}: where the redirects after the sign-in may lead. */
    formTargets?: readonly string[]
}

/** Path of the sign-in page that leads to the target. */
export function signInPath(store: Store, target: ReturnTarget): string {
    return `/login.do?sysparm_return=${signTarget(store, target)}`
}

/**
 * The target as the text that addresses and forms carry. It outlives sessions, so each window keeps its own target
 * whatever happens to the session that they share. The signature keeps anybody from making up another target.
 */
export function signTarget(store: Store, target: ReturnTarget): string {
    const payload = Buffer.from(JSON.stringify(target)).toString('base64url')
    return `${payload}.${signature(store, payload)}`
}

/** The target of a signed text; undefined for everything that this instance did not sign. */
export function readTarget(store: Store, signed: string): ReturnTarget | undefined {
    const [payload = '', sent = '', ...rest] = signed.split('.')
    if (rest.length > 0 || !secretsEqual(sent, signature(store, payload))) return undefined
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as ReturnTarget
}

/** HMAC-SHA-256 with a key for this use alone. */
function signature(store: Store, payload: string): string {
    const key = hkdfSync('sha256', instanceKey(store), '', 'sign-in return target', 32)
    return createHmac('sha256', Buffer.from(key)).update(payload).digest('base64url')
}

/**
 * A path on this instance from an address that came from outside; `/` for everything else: other origins, paths that
 * browsers read as one (`//host`, `/\host`), control characters.
 */
export function localPath(address: string): string {
    // eslint-disable-next-line no-control-regex
    if (!/^\/(?![/\\])/.test(address) || /[\u0000-\u001f\u007f\\]/.test(address)) return '/'
    const base = 'http://instance.invalid'
    if (!URL.canParse(address, base)) return '/'
    const url = new URL(address, base)
    if (url.origin !== base || url.pathname.startsWith('//')) return '/'
    return url.pathname + url.search
}
