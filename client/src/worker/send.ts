import type { ProgressNotice } from '../protocol'
import { env } from './env'
import { fail } from './fail'

/** A request, and who hears how far its body is; `fetch` itself has no way to tell. */
export interface SendInit extends RequestInit {
    notify?: ((progress: ProgressNotice) => void) | undefined
}

/**
 * Sends a request without cookies and caches. Redirects are not followed: wherever the instance points to, neither a
 * bearer nor a form of ours goes there. The referrer is at most the worker's own origin, which `Origin` says as well.
 * @throws Failure `network`
 */
export function send(url: string, init: SendInit): Promise<Response> {
    return env
        .fetch(url, {
            ...init,
            credentials: 'omit',
            redirect: 'manual',
            cache: 'no-store',
        })
        .catch(() => unreachable())
}

/** Nobody can say why: browsers keep the reasons from scripts. The status is that of an answer that broke off. */
export function unreachable(status?: number): never {
    return fail('request', 'network', { status })
}
