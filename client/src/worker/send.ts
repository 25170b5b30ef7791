import type { ProgressNotice } from '../protocol'
import { env } from './env'
import { fail } from './fail'

/** A request with an optional callback for upload progress, which `fetch` does not report. */
export interface SendInit extends RequestInit {
    notify?: ((progress: ProgressNotice) => void) | undefined
}

/**
 * Sends a request without cookies. Redirects are not followed, so that neither an access token nor a form
 * reaches another URL. The referrer is at most the worker's own origin, which `Origin` contains as well.
 *
 * No response comes from the browser's cache. Cache mode `no-store` would ensure that, but Chromium ignores
 * its preflight cache in every mode that reloads or revalidates
 * (services/network/cors/preflight_controller.cc), so each call would be two requests. In the default mode
 * the platform's responses are not stored either, because they are `no-store`. A response that a cache may
 * reuse is requested again without the cache.
 * @throws Failure `network`
 */
export async function send(url: string, init: SendInit): Promise<Response> {
    const attempt = (cache?: RequestCache) =>
        env
            .fetch(url, { cache, ...init, credentials: 'omit', redirect: 'manual' } as RequestInit)
            .catch(() => unreachable())
    const response = await attempt()
    // Browsers reuse responses to GET only.
    if (init.method !== 'GET' || !isReusable(response)) return response
    void response.body?.cancel()
    return attempt('no-store')
}

/**
 * Whether a cache may reuse a response without revalidation (RFC 9111 §4.2): within its lifetime, or, without
 * one, for a time that the cache derives from `Last-Modified` or from a status such as 301 or 410. Scripts
 * may read these headers without a CORS rule that exposes them (Fetch standard, CORS-safelisted
 * response-header name).
 */
function isReusable({ status, headers }: Response): boolean {
    const control = headers.get('cache-control') ?? ''
    if (/no-(store|cache)(?!=)/i.test(control)) return false
    if (/max-age/i.test(control)) return /=["0]*[1-9]/.test(control)
    return headers.has('expires') || headers.has('last-modified') || /^(0|30.|410)$/.test(status as never)
}

/**
 * Fails without a reason, because browsers hide it from scripts. The status is that of a response that broke
 * off.
 */
export function unreachable(status?: number): never {
    return fail('request', 'network', { status })
}
