import { valuesOf, type FormFields } from './form-fields'
import { invalidRequest, Refusal } from './refusal'

/** A validated request to exchange a code or to refresh a token; only these values are ever forwarded. */
export type TokenRequest =
    | {
          grant_type: 'authorization_code'
          client_id: string
          code: string
          code_verifier: string
          redirect_uri: string
      }
    | { grant_type: 'refresh_token'; client_id: string; refresh_token: string }

/** A validated request to revoke a token (RFC 7009 §2.1). */
export interface RevocationRequest {
    client_id: string
    token: string
    token_type_hint?: 'access_token' | 'refresh_token'
}

/** Maximum length of a value, in characters; opaque tokens have about 86, JWTs up to about 2,000. */
const MAX_VALUE = 4096
/** Printable ASCII (RFC 6749 appendix A), without the space that an unencoded `+` is decoded to. */
const OPAQUE = /^[\x21-\x7e]+$/
/**
 * Generated client ids are 32 hex digits; administrators may choose others. `^` would end a condition of an encoded
 * query, and a value after `javascript:` would be evaluated.
 */
const CLIENT_ID = /^(?!javascript:)[A-Z0-9._~:@/-]{1,100}$/i
/** RFC 7636 §4.1. */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/

/**
 * Parses a request to `request_tokens`. Parameters beyond the allow-list (such as `scope=`, which the official client
 * sends, or a `client_secret`) are dropped.
 *
 * @throws Refusal `invalid_request` or `unsupported_grant_type`
 */
export function parseTokenRequest(fields: FormFields): TokenRequest {
    const grantType = required(fields, 'grant_type', OPAQUE)
    if (grantType === 'authorization_code') {
        return {
            grant_type: grantType,
            client_id: required(fields, 'client_id', CLIENT_ID),
            code: required(fields, 'code', OPAQUE),
            code_verifier: required(fields, 'code_verifier', VERIFIER),
            redirect_uri: required(fields, 'redirect_uri', OPAQUE),
        }
    }
    if (grantType === 'refresh_token') {
        return {
            grant_type: grantType,
            client_id: required(fields, 'client_id', CLIENT_ID),
            refresh_token: required(fields, 'refresh_token', OPAQUE),
        }
    }
    throw new Refusal('unsupported_grant_type', {
        status: 400,
        message: 'Unsupported grant type.',
        detail: 'grant_type must be authorization_code or refresh_token.',
    })
}

/**
 * Parses a request to `revoke_token`. An unknown hint is ignored (RFC 7009 §2.1).
 *
 * @throws Refusal `invalid_request`
 */
export function parseRevocationRequest(fields: FormFields): RevocationRequest {
    const request = {
        client_id: required(fields, 'client_id', CLIENT_ID),
        token: required(fields, 'token', OPAQUE),
    }
    const hint = single(fields, 'token_type_hint')
    return hint === 'access_token' || hint === 'refresh_token'
        ? { ...request, token_type_hint: hint }
        : request
}

function required(fields: FormFields, name: string, pattern: RegExp): string {
    const value = single(fields, name)
    if (!value) throw invalidRequest(`The parameter ${name} is missing.`)
    if (!pattern.test(value)) throw invalidRequest(`The parameter ${name} is malformed.`)
    return value
}

function single(fields: FormFields, name: string): string {
    const values = valuesOf(fields[name])
    if (values.length > 1) throw invalidRequest(`The parameter ${name} must be sent only once.`)
    const value = String(values[0] ?? '')
    if (value.length > MAX_VALUE) throw invalidRequest(`The parameter ${name} is too long.`)
    return value
}
