import type { RESTAPIRequest, RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import { callUpstream } from './call-upstream'
import { parseTokenRequest } from './parse-token-request'
import { serveOpenRoute } from './serve-open-route'
import { mayRepeat, mayRepeatCode, readTokenAnswer } from './upstream-answer'

/**
 * `POST /api/x_opfi_openfin/v1/integration/request_tokens`: exchanges a code, or refreshes an access token, at the
 * instance's own token endpoint, which browsers cannot call for lack of CORS.
 */
export function requestTokens(request: RESTAPIRequest, response: RESTAPIResponse): void {
    serveOpenRoute(
        {
            name: 'request_tokens',
            parse: parseTokenRequest,
            run: (form, { upstreamTimeoutMs }) =>
                readTokenAnswer(
                    callUpstream({
                        path: '/oauth_token.do',
                        form,
                        timeoutMs: upstreamTimeoutMs,
                        mayRetry: form.grant_type === 'authorization_code' ? mayRepeatCode : mayRepeat,
                    })
                ),
        },
        request,
        response
    )
}
