import type { Store } from '../../core/store/types'
import { tokenCipher } from '../oauth/token-cipher'
import { basicCredentials } from './endpoint-form'
import type { Provider } from './providers'

/** Minimum length of a secret; shorter texts would match ordinary words. */
const MIN_LENGTH = 8

/**
 * Redacts the client secret in an error response that echoes it, before a script or a log sees it. The secret
 * is added outside any script, so no script could know what to redact.
 */
export function withoutSecret<T extends { status: number; body: string }>(
    store: Store,
    { entity }: Provider,
    answer: T
): T {
    if (answer.status >= 200 && answer.status <= 299) return answer
    const secret = tokenCipher(store).decrypt(entity['client_secret'])
    if (secret === null || secret.length < MIN_LENGTH) return answer
    let { body } = answer
    for (const form of formsOf(entity['client_id'] ?? '', secret)) body = body.split(form).join('***')
    return { ...answer, body }
}

/** As a provider may repeat it: as it is, in JSON, encoded, and in the header; the longest first. */
function formsOf(clientId: string, secret: string): string[] {
    return [
        ...[secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)],
        new URLSearchParams({ x: secret }).toString().slice(2),
        basicCredentials(clientId, secret),
        Buffer.from(`${clientId}:${secret}`).toString('base64'),
    ].sort((one, other) => other.length - one.length)
}
