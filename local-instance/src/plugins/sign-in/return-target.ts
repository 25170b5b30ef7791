import { createHmac, hkdfSync } from 'node:crypto'
import { secretsEqual } from '../../core/timing-safe-equal'
import type { Store } from '../../core/store/types'
import { instanceKey } from '../oauth/token-cipher'

/** The return target after a sign-in. */
export interface ReturnTarget {
    /** Path on this instance, with its query. */
    path: string
    /** Name of the requesting application, shown on the page. */
    application?: string
    /** See {@link PageOptions.formTargets}: allowed redirect targets after the sign-in. */
    formTargets?: readonly string[]
}

/** Path of the sign-in page with this return target. */
export function signInPath(store: Store, target: ReturnTarget): string {
    return `/login.do?sysparm_return=${signTarget(store, target)}`
}

/**
 * The signed target for URLs and forms. It is independent of sessions, so each window keeps its own target
 * even if the shared session changes. The signature prevents forged targets.
 */
export function signTarget(store: Store, target: ReturnTarget): string {
    const payload = Buffer.from(JSON.stringify(target)).toString('base64url')
    return `${payload}.${signature(store, payload)}`
}

/** Verifies a signed target; undefined if this instance did not sign it. */
export function readTarget(store: Store, signed: string): ReturnTarget | undefined {
    const [payload = '', sent = '', ...rest] = signed.split('.')
    if (rest.length > 0 || !secretsEqual(sent, signature(store, payload))) return undefined
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as ReturnTarget
}

/** HMAC-SHA-256 with a dedicated key. */
function signature(store: Store, payload: string): string {
    const key = hkdfSync('sha256', instanceKey(store), '', 'sign-in return target', 32)
    return createHmac('sha256', Buffer.from(key)).update(payload).digest('base64url')
}

/**
 * A path on this instance from an untrusted URL; `/` for everything else: other origins, paths that browsers
 * parse as a host (`//host`, `/\host`), control characters.
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
