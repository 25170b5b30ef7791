import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import type { SeenRequest } from './misbehaving-server'
import { postForm, type RawAnswer } from './raw-client'

/** The three calls that the open routes forward, each well-formed. */
export const CALLS = ['renewal', 'exchange', 'revocation'] as const

/** One of {@link CALLS}. */
export type Call = (typeof CALLS)[number]

/** A value per call. */
export type Each<T> = Record<Call, T>

/** The forms of the calls. */
const FORMS: Each<Record<string, string>> = {
    renewal: {
        grant_type: 'refresh_token',
        client_id: OPENFIN_CLIENT_ID,
        refresh_token: 'sent-refresh-token',
    },
    exchange: {
        grant_type: 'authorization_code',
        client_id: OPENFIN_CLIENT_ID,
        code: 'sent-code',
        code_verifier: 'sent-verifier'.repeat(4),
        redirect_uri: 'https://instance.example/oauth_redirect.do',
    },
    revocation: { client_id: OPENFIN_CLIENT_ID, token: 'sent-token', token_type_hint: 'refresh_token' },
}

/** Makes one of the calls. */
export function makeCall(url: string, call: Call): Promise<RawAnswer> {
    return postForm(url, call === 'revocation' ? 'revoke_token' : 'request_tokens', FORMS[call])
}

/** Makes all three calls at once. */
export async function makeCalls(url: string): Promise<Each<RawAnswer>> {
    const [renewal, exchange, revocation] = await Promise.all([
        makeCall(url, 'renewal'),
        makeCall(url, 'exchange'),
        makeCall(url, 'revocation'),
    ])
    return { renewal, exchange, revocation }
}

/** Number of times each call reached the upstream server. */
export function attempts(seen: SeenRequest[]): Each<number> {
    const count = (path: string, form: Record<string, string>) =>
        seen.filter((request) => {
            const sent = Object.fromEntries(new URLSearchParams(request.body))
            return request.path === path && JSON.stringify(sent) === JSON.stringify(form)
        }).length
    return {
        renewal: count('/oauth_token.do', FORMS.renewal),
        exchange: count('/oauth_token.do', FORMS.exchange),
        revocation: count('/oauth_revoke_token.do', FORMS.revocation),
    }
}
