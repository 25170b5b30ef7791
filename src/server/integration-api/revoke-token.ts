import type { RESTAPIRequest, RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import { callUpstream } from './call-upstream'
import { parseRevocationRequest } from './parse-token-request'
import { serveOpenRoute } from './serve-open-route'
import { mayRepeat, readRevocationAnswer } from './upstream-answer'

/**
 * `POST /api/x_opfi_openfin/v1/integration/revoke_token`: revokes a token at the instance's own endpoint; 200 also
 * for an unknown token (RFC 7009 §2.2).
 */
export function revokeToken(request: RESTAPIRequest, response: RESTAPIResponse): void {
    serveOpenRoute(
        {
            name: 'revoke_token',
            parse: parseRevocationRequest,
            run: (form, { upstreamTimeoutMs }) => {
                readRevocationAnswer(
                    callUpstream({
                        path: '/oauth_revoke_token.do',
                        form,
                        timeoutMs: upstreamTimeoutMs,
                        mayRetry: mayRepeat,
                    })
                )
                return {}
            },
        },
        request,
        response
    )
}
