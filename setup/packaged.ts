/**
 * Client id of the packaged application registration "OpenFin", the same on every instance: the id of a public client is
 * not secret, and a fixed one saves apps a setting per instance.
 */
export const OPENFIN_CLIENT_ID = '6f0382bf392a91207729d1e3ce67d7b1'

/** Names of the packaged CORS rules, which never change. The second one has an en dash. */
export const INTEGRATION_RULE = 'OpenFin Integration'
export const TABLE_API_RULE = 'OpenFin – Table API'

/** Names of the optional rules, which the setup creates on request. */
export const ATTACHMENT_API_RULE = 'OpenFin – Attachment API'
export const BATCH_API_RULE = 'OpenFin – Batch API'

/**
 * Placeholder domain of the packaged CORS rules: the column is mandatory, and no page can have this origin, since
 * `.invalid` is never registered (RFC 2606 §2).
 */
export const NO_ORIGIN = 'https://not-set.invalid'

/** Response headers that pages may read. */
export const EXPOSED_HEADERS = 'Retry-After,X-Total-Count,Link'

/** Seconds for which browsers cache the response to a preflight. */
export const MAX_AGE_S = 86_400
