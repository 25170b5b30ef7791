import { randomBytes } from 'node:crypto'
import type { Session } from '../../core/session'

/** Where to go once somebody has signed in. Kept in the session, so that no form field can be bent to lead elsewhere. */
export interface ReturnTarget {
    /** Path on this instance, with its query. */
    path: string
    /** Name of the application that wants it, for the page. */
    application?: string
    /** See {@link PageOptions.formTargets}: where the redirects after the sign-in may lead. */
    formTargets?: readonly string[]
}

/** A session remembers so many at once; older ones lead to the start page. */
const LIMIT = 16
const KEY = 'sign-in.return-targets'

/** Remembers the target and answers the path of the sign-in page that leads to it. */
export function signInPath(session: Session, target: ReturnTarget): string {
    const targets = targetsOf(session)
    const id = randomBytes(16).toString('hex')
    targets.set(id, target)
    for (const oldest of targets.keys()) {
        if (targets.size <= LIMIT) break
        targets.delete(oldest)
    }
    return `/login.do?sysparm_return=${id}`
}

/** The target by the id in the sign-in page's address. */
export function returnTarget(session: Session | undefined, id: string): ReturnTarget | undefined {
    return session && targetsOf(session).get(id)
}

function targetsOf(session: Session): Map<string, ReturnTarget> {
    let targets = session.data.get(KEY) as Map<string, ReturnTarget> | undefined
    if (!targets) session.data.set(KEY, (targets = new Map()))
    return targets
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
