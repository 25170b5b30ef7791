import type { ProgressNotice } from '../protocol'
import { env } from './env'
import { fail } from './fail'

/** A request, and who hears how far its body is; `fetch` itself has no way to tell. */
export interface SendInit extends RequestInit {
    notify?: ((progress: ProgressNotice) => void) | undefined
}

/**
 * Sends a request without cookies. Redirects are not followed: wherever the instance points to, neither a bearer nor a
 * form of ours goes there. The referrer is at most the worker's own origin, which `Origin` says as well.
 *
 * No answer comes from the browser's cache. Cache mode `no-store` would ensure that, but Chromium ignores its preflight
 * cache in every mode that reloads or revalidates (services/network/cors/preflight_controller.cc), so each call would be
 * two requests. In the default mode the platform's answers are not stored either, because they are `no-store`. An answer
 * that a cache may reuse is requested again past the cache.
 * @throws Failure `network`
 */
export async function send(url: string, init: SendInit): Promise<Response> {
    const attempt = (cache?: RequestCache) =>
        env
            .fetch(url, { cache, ...init, credentials: 'omit', redirect: 'manual' } as RequestInit)
            .catch(() => unreachable())
    const response = await attempt()
    // Browsers reuse answers to GET only.
    if (init.method !== 'GET' || !isReusable(response)) return response
    void response.body?.cancel()
    return attempt('no-store')
}

/**
 * Whether a cache may reuse an answer without asking the instance (RFC 9111 §4.2): within its lifetime, or, without one,
 * for a time that the cache derives from `Last-Modified` or from a status such as 301 or 410. Scripts may read these
 * headers without a CORS rule that exposes them (Fetch standard, CORS-safelisted response-header name).
 */
function isReusable({ status, headers }: Response): boolean {
    const control = headers.get('cache-control') ?? ''
    if (/no-(store|cache)(?!=)/i.test(control)) return false
    if (/max-age/i.test(control)) return /=["0]*[1-9]/.test(control)
    return headers.has('expires') || headers.has('last-modified') || /^(0|30.|410)$/.test(`${status}`)
}

/** Nobody can say why: browsers keep the reasons from scripts. The status is that of an answer that broke off. */
export function unreachable(status?: number): never {
    return fail('request', 'network', { status })
}
