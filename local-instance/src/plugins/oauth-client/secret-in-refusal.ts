import type { Store } from '../../core/store/types'
import { tokenCipher } from '../oauth/token-cipher'
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
    return { ...answer, body: answer.body.split(secret).join('***') }
}
