import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import { ROOT } from '../support/deploy'

/** A documented response. */
export interface DocumentedAnswer {
    /** Names of the headers that the response must have; other documented headers must be absent. */
    headers: string[]
    /** Whether a parsed body has the documented shape. */
    matches: ValidateFunction
    /**
     * Codes that `error.code` may have; `none` stands for a body without a code: the platform's envelope or a
     * success.
     */
    codes: string[]
}

/** The API described by docs/openapi.json. */
export interface ApiDescription {
    /** Documented responses by operation (`POST /api/…`) and status. */
    operations: Map<string, Map<number, DocumentedAnswer>>
    /** Names of all documented response headers. */
    headers: string[]
}

interface OpenApi {
    paths: Record<string, Record<string, { responses: Record<string, Answer> }>>
    components: { headers: Record<string, object>; schemas: Record<string, object> }
}
interface Answer {
    headers?: Record<string, object>
    content: { 'application/json': { schema: Schema } }
}
interface Schema {
    oneOf?: Schema[]
    properties?: { error?: { properties: { code?: { enum: string[] } } } }
}

/** Reads docs/openapi.json and compiles its schemas (JSON Schema 2020-12, as OpenAPI 3.1 requires). */
export function readDescription(): ApiDescription {
    const file = join(ROOT, 'docs/openapi.json')
    const description = JSON.parse(readFileSync(file, 'utf8')) as OpenApi
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    ajv.addSchema(description, 'api')
    const compile = (path: string[]) =>
        ajv.compile({ $ref: `api#/${path.map((name) => encodeURIComponent(escaped(name))).join('/')}` })
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { responses }]) => {
            const answers = Object.entries(responses).map(([status, answer]) => {
                const at = [
                    'paths',
                    path,
                    method,
                    'responses',
                    status,
                    'content',
                    'application/json',
                    'schema',
                ]
                const { schema } = answer.content['application/json']
                return [
                    Number(status),
                    {
                        headers: Object.keys(answer.headers ?? {}),
                        matches: compile(at),
                        codes: (schema.oneOf ?? [schema]).flatMap(codesOf),
                    },
                ] as const
            })
            return [`${method.toUpperCase()} ${path}`, new Map(answers)] as const
        })
    )
    return { operations: new Map(operations), headers: Object.keys(description.components.headers) }
}

/** RFC 6901 §3. */
function escaped(name: string): string {
    return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function codesOf({ properties }: Schema): string[] {
    return properties?.error?.properties.code?.enum ?? ['none']
}
