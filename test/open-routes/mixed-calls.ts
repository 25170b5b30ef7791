import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { ROUTES } from './raw-client'

/** A request of any kind, with its label. */
export interface MixedCall {
    kind: string
    path: string
    method?: string
    headers?: Record<string, string>
    body?: string
}

/** Returns a new secret each time. */
export type NextSecret = () => string

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const TOKENS = `${ROUTES}/request_tokens`
const REVOKE = `${ROUTES}/revoke_token`

const form = (kind: string, path: string, fields: [string, string][], headers = {}): MixedCall => ({
    kind,
    path,
    method: 'POST',
    headers: { ...FORM, ...headers },
    body: new URLSearchParams(fields).toString(),
})

/** A renewal by the official client. */
export function renewal(kind: string, token: string, clientId = OPENFIN_CLIENT_ID): MixedCall {
    const fields: [string, string][] = [
        ['grant_type', 'refresh_token'],
        ['client_id', clientId],
        ['refresh_token', token],
    ]
    return form(kind, TOKENS, fields)
}

function exchange(kind: string, code: string, verifier: string): MixedCall {
    const fields: [string, string][] = [
        ['grant_type', 'authorization_code'],
        ['client_id', OPENFIN_CLIENT_ID],
        ['code', code],
        ['code_verifier', verifier],
        ['redirect_uri', 'https://instance.example/oauth_redirect.do'],
    ]
    return form(kind, TOKENS, fields)
}

/** Refused and malformed calls, each with secrets in valid and invalid places. */
export function badCalls(secret: NextSecret): MixedCall[] {
    const [id, grant] = [OPENFIN_CLIENT_ID, 'refresh_token']
    return [
        renewal('wrong refresh token', secret()),
        exchange('wrong code', secret(), secret()),
        exchange('short verifier', secret(), secret().slice(0, 42)),
        exchange('code that is too long', secret().repeat(120), secret()),
        renewal('refresh token with a line break', `${secret()}\r\n${secret()}`),
        renewal('secret as client id', secret(), secret()),
        form('secret as grant', TOKENS, [['grant_type', secret()]]),
        form('secret as a name', TOKENS, [[secret(), secret()]]),
        form('token twice', TOKENS, [
            ['grant_type', grant],
            ['client_id', id],
            ['refresh_token', secret()],
            ['refresh_token', secret()],
        ]),
        form('password and client secret', TOKENS, [
            ['grant_type', 'password'],
            ['client_id', id],
            ['client_secret', secret()],
            ['username', 'admin'],
            ['password', secret()],
        ]),
        form('revocation of an unknown token', REVOKE, [
            ['client_id', id],
            ['token', secret()],
            ['token_type_hint', secret()],
        ]),
        form('revocation by an unknown client', REVOKE, [
            ['client_id', 'nobody'],
            ['token', secret()],
        ]),
        form('secrets in headers', TOKENS, [['grant_type', grant]], {
            cookie: `JSESSIONID=${secret()}`,
            'x-usertoken': secret(),
            referer: `https://app.example/callback?code=${secret()}`,
            'user-agent': secret(),
        }),
        form('unusable bearer', TOKENS, [['grant_type', grant]], { authorization: `Bearer ${secret()}` }),
        form('unusable password', TOKENS, [['grant_type', grant]], {
            authorization: `Basic ${Buffer.from(`admin:${secret()}`).toString('base64')}`,
        }),
        {
            kind: 'JSON',
            path: TOKENS,
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ code: secret() }),
        },
        { kind: 'GET with a token', path: `${TOKENS}?refresh_token=${secret()}` },
        {
            kind: 'POST to a path that is a token',
            path: `${ROUTES}/${secret()}`,
            method: 'POST',
            headers: FORM,
        },
        {
            kind: 'user_info without authentication',
            path: `${ROUTES}/user_info`,
            headers: { authorization: `Bearer ${secret()}` },
        },
        {
            kind: 'Table API without authentication',
            path: '/api/now/table/incident',
            headers: { authorization: `Bearer ${secret()}` },
        },
    ]
}
