/** Path of the REST API "OpenFin Integration". */
const INTEGRATION = '/api/x_opfi_openfin/v1/integration'

/** Response of `request_tokens` (RFC 6749 §5.1). */
export interface Tokens {
    access_token: string
    refresh_token?: string
    /** Seconds. */
    expires_in: number
    scope: string
    token_type: string
}

/** A response; the body is parsed if it is JSON. */
export interface Answer<T = unknown> {
    status: number
    headers: Headers
    body: T
}

/** Calls an instance as the official client does: form values without URL encoding. */
export class InstanceClient {
    constructor(
        readonly instanceUrl: string,
        readonly clientId: string
    ) {}

    /** Exchanges a code for tokens. */
    requestTokens(code: string, verifier: string, redirectUri: string): Promise<Answer<Tokens>> {
        return this.post('request_tokens', {
            grant_type: 'authorization_code',
            client_id: this.clientId,
            code,
            code_verifier: verifier,
            redirect_uri: redirectUri,
        })
    }

    /** Refreshes the access token. */
    renew(refreshToken: string): Promise<Answer<Tokens>> {
        return this.post('request_tokens', {
            grant_type: 'refresh_token',
            client_id: this.clientId,
            refresh_token: refreshToken,
        })
    }

    /** Revokes a token (RFC 7009). */
    revoke(token: string, hint: 'access_token' | 'refresh_token'): Promise<Answer> {
        return this.post('revoke_token', { client_id: this.clientId, token, token_type_hint: hint })
    }

    /** Returns the user of the access token. */
    userInfo(accessToken: string): Promise<Answer<{ result: Record<string, string> }>> {
        return this.call(accessToken, 'GET', `${INTEGRATION}/user_info`)
    }

    /** Calls a REST API with an access token. */
    call<T>(
        accessToken: string,
        method: string,
        path: string,
        data?: unknown,
        headers: Record<string, string> = {}
    ): Promise<Answer<T>> {
        return this.send(path, {
            method,
            headers: {
                accept: 'application/json',
                authorization: `Bearer ${accessToken}`,
                ...(data !== undefined && { 'content-type': 'application/json' }),
                ...headers,
            },
            ...(data !== undefined && { body: JSON.stringify(data) }),
        })
    }

    private post<T>(route: string, form: Record<string, string>): Promise<Answer<T>> {
        return this.send(`${INTEGRATION}/${route}`, {
            method: 'POST',
            headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
            body: Object.entries(form)
                .map(([name, value]) => `${name}=${value}`)
                .join('&'),
        })
    }

    private async send<T>(path: string, init: RequestInit): Promise<Answer<T>> {
        const response = await fetch(new URL(path, this.instanceUrl), { ...init, redirect: 'manual' })
        const text = await response.text()
        const json = response.headers.get('content-type')?.includes('json')
        return {
            status: response.status,
            headers: response.headers,
            body: (json && text ? JSON.parse(text) : text) as T,
        }
    }
}
