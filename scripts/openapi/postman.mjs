// @ts-check
/**
 * Makes a Postman collection (format 2.1) of an OpenAPI description: one request for each kind of body. Values that the
 * description leaves open are variables of the collection; tokens of an answer become variables for what follows.
 * @typedef {{ properties?: Record<string, { const?: string }>, required?: string[], oneOf?: Ref[] }} Schema
 * @typedef {{ $ref: string }} Ref
 * @typedef {{ content: Record<string, { schema: Schema | Ref }> }} Body
 * @typedef {{
 *     tags: string[], summary: string, security: object[], requestBody?: Body, responses: Record<string, Body>
 * }} Operation
 * @typedef {{ info: { title: string }, paths: object, components: { schemas: object } }} Description
 */

/** Variables that a person fills in; the others come from answers. */
const VARIABLES = {
    instanceUrl: 'https://example.service-now.com',
    client_id: '',
    code: '',
    code_verifier: '',
    redirect_uri: '',
    adminUser: '',
    adminPassword: '',
    access_token: '',
    refresh_token: '',
}
/** Which variable holds the value of a field, where names differ. */
const SOURCE = /** @type {Record<string, string>} */ ({ token: 'refresh_token' })
const KEPT = ['access_token', 'refresh_token']

/** @param {Description} description */
export function toPostman(description) {
    const schemas = /** @type {Record<string, Schema>} */ (description.components.schemas)
    const nameOf = (/** @type {Schema | Ref} */ schema) =>
        ('$ref' in schema ? schema.$ref.split('/').pop() : '') ?? ''

    /** @param {string} method @param {string} path @param {Operation} operation */
    function requestsOf(method, path, operation) {
        const [type = '', media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
        const kinds = media ? ('oneOf' in media.schema ? (media.schema.oneOf ?? []) : [media.schema]) : [null]
        const answer = operation.responses['200']?.content['application/json']?.schema
        const required = schemas[nameOf(answer ?? {})]?.required ?? []
        return kinds.map((kind) => ({
            name: kinds.length > 1 && kind ? nameOf(kind) : operation.summary,
            request: {
                method: method.toUpperCase(),
                description: operation.summary,
                url: `{{instanceUrl}}${path}`,
                auth: authOf(operation),
                header: [
                    { key: 'Accept', value: 'application/json' },
                    ...(type === 'application/json' ? [{ key: 'Content-Type', value: type }] : []),
                ],
                ...(kind && { body: bodyOf(type, schemas[nameOf(kind)]) }),
            },
            event: [{ listen: 'test', script: { type: 'text/javascript', exec: testOf(required) } }],
        }))
    }

    const items = Object.entries(description.paths).flatMap(([path, methods]) =>
        Object.entries(/** @type {Record<string, Operation>} */ (methods)).flatMap(([method, operation]) =>
            requestsOf(method, path, operation).map((item) => ({ tag: operation.tags[0], item }))
        )
    )
    // Revocation ends the token that user_info needs.
    const isRevocation = (/** @type {{ item: { request: { url: string } } }} */ { item }) =>
        item.request.url.endsWith('/revoke_token')
    const ordered = [...items.filter((one) => !isRevocation(one)), ...items.filter(isRevocation)]
    const tags = [...new Set(items.map(({ tag }) => tag))]
    return {
        info: {
            name: description.info.title,
            schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
        },
        item: tags.map((name) => ({
            name,
            item: ordered.filter(({ tag }) => tag === name).map(({ item }) => item),
        })),
        variable: Object.entries(VARIABLES).map(([key, value]) => ({ key, value })),
    }
}

/** @param {Operation} operation */
function authOf({ tags, security }) {
    if (security.length === 0) return { type: 'noauth' }
    if (tags.includes('OpenFin Administration')) {
        return { type: 'basic', basic: values({ username: '{{adminUser}}', password: '{{adminPassword}}' }) }
    }
    return { type: 'bearer', bearer: values({ token: '{{access_token}}' }) }
}

/** @param {Record<string, string>} pairs */
const values = (pairs) => Object.entries(pairs).map(([key, value]) => ({ key, value, type: 'string' }))

/** @param {string} type @param {Schema} [schema] */
function bodyOf(type, schema) {
    if (type === 'application/json') return { mode: 'raw', raw: '{}' }
    const fields = Object.entries(schema?.properties ?? {}).filter(([name]) =>
        schema?.required?.includes(name)
    )
    return {
        mode: 'urlencoded',
        urlencoded: fields.map(([key, field]) => ({
            key,
            value: field.const ?? `{{${SOURCE[key] ?? key}}}`,
            type: 'text',
        })),
    }
}

/** @param {string[]} required members of the answer */
function testOf(required) {
    return [
        "pm.test('answers 200', () => pm.response.to.have.status(200))",
        'const body = pm.response.json()',
        ...required.map(
            (name) => `pm.test('has ${name}', () => pm.expect(body).to.have.property('${name}'))`
        ),
        ...(required.includes('access_token')
            ? KEPT.map((name) => `if (body.${name}) pm.collectionVariables.set('${name}', body.${name})`)
            : []),
    ]
}
