/**
 * Client id of the packaged application registration "OpenFin", the same on every instance: a public client's id is
 * no secret, and one id lets an app ship without a setting for each instance.
 */
export const OPENFIN_CLIENT_ID = '6f0382bf392a91207729d1e3ce67d7b1'

/** Names of the packaged CORS rules, which never change. The second one has an en dash. */
export const INTEGRATION_RULE = 'OpenFin Integration'
export const TABLE_API_RULE = 'OpenFin – Table API'

/** Names of the rules that the setup makes where an app wants these APIs as well. */
export const ATTACHMENT_API_RULE = 'OpenFin – Attachment API'
export const BATCH_API_RULE = 'OpenFin – Batch API'

/**
 * Domain of the packaged CORS rules until an origin is given: the column is mandatory, and no page can have this
 * origin, since `.invalid` is never registered (RFC 2606 §2).
 */
export const NO_ORIGIN = 'https://not-set.invalid'

/** Headers of answers that pages may read. */
export const EXPOSED_HEADERS = 'Retry-After,X-Total-Count,Link'

/** Seconds for which browsers keep the answer to a preflight. */
export const MAX_AGE_S = 86_400
