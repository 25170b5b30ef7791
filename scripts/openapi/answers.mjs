// @ts-check
/**
 * Answers of the app's REST resources as OpenAPI response objects. Each function returns one entry of `responses`.
 * @typedef {Record<string, unknown>} Json
 */

/** Header objects by name, for `components.headers`. @type {Record<string, Json>} */
export const HEADERS = {
    'Cache-Control': {
        description: 'Forbids caching (RFC 6749 section 5.1).',
        required: true,
        schema: { const: 'no-store' },
    },
    'Retry-After': {
        description: 'Seconds after which to retry.',
        required: true,
        schema: { type: 'string', pattern: '^[1-9][0-9]*$' },
    },
}

const text = { type: 'string', minLength: 1 }

/** An object with exactly these members. @param {Json} properties @param {string[]} [required] default: all */
export function exactly(properties, required = Object.keys(properties)) {
    return { type: 'object', properties, required, additionalProperties: false }
}

/** The platform's envelope of an error, without a code. */
export const PLATFORM_ERROR = exactly({
    error: exactly({ message: text, detail: { type: ['string', 'null'] } }),
    status: { const: 'failure' },
})

/** The same envelope with a code of RFC 6749. @param {string[]} codes */
function refusal(codes) {
    return exactly({
        error: exactly({ message: text, detail: text, code: { enum: codes } }),
        status: { const: 'failure' },
    })
}

/** @param {Json} schema */
const json = (schema) => ({ 'application/json': { schema } })
const ref = (/** @type {string} */ name) => ({ $ref: `#/components/headers/${name}` })

/** A success of the app. @param {string} schema name in `components.schemas` @param {string} description */
export function success(schema, description) {
    return {
        200: {
            description,
            headers: { 'Cache-Control': ref('Cache-Control') },
            content: json({ $ref: `#/components/schemas/${schema}` }),
        },
    }
}

/**
 * A refusal by the app.
 * @param {number} status
 * @param {string[]} codes
 * @param {string} description
 * @param {{ retryAfter?: boolean, orPlatform?: boolean }} [more] `orPlatform`: the platform may refuse before the app
 */
export function refuses(status, codes, description, { retryAfter = false, orPlatform = false } = {}) {
    const own = refusal(codes)
    const platform = { $ref: '#/components/schemas/PlatformError' }
    return {
        [status]: {
            description,
            headers: {
                'Cache-Control': ref('Cache-Control'),
                ...(retryAfter && { 'Retry-After': ref('Retry-After') }),
            },
            content: json(orPlatform ? { oneOf: [own, platform] } : own),
        },
    }
}

/** A refusal by the platform, before any code of the app runs. @param {number} status @param {string} description */
export function platformRefuses(status, description) {
    return { [status]: { description, content: json({ $ref: '#/components/schemas/PlatformError' }) } }
}
