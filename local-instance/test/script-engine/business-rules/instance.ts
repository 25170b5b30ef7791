import { startWithHost, type InstanceWithHost } from '../../../src/create-local-instance'
import type { Row } from '../../../src/core/store/types'

/** The scope of the tests' table and rules. */
export const SCOPE = 'x_acme_rules'
export const THING = `${SCOPE}_thing`

/** A response of the Table API. */
export interface Answer {
    status: number
    result: Record<string, string>
    error: { message: string; detail: string | null }
}

/** A running instance with a table of a scope, with helpers to add rules and records. */
export interface RulesInstance extends InstanceWithHost {
    /** sys_id of the scope. */
    scopeId: string
    /** Adds a business rule of the scope on its table, by default before an insert. */
    rule(name: string, values: Row): string
    /** A Table API call, by default as `admin`. */
    api(method: string, path: string, body?: unknown, user?: string): Promise<Answer>
    /** A control call. */
    local(path: string, body: unknown): Promise<Record<string, unknown>>
    /** Runs a background script in a scope; returns its last value and fails if it throws. */
    script(source: string, scope?: string): Promise<string | null>
    /** Messages of the log, oldest first. */
    messages(): string[]
    /** Names of the stored records. */
    names(): (string | null | undefined)[]
}

/** Starts it on a free port, with two nodes. */
export async function startInstance(): Promise<RulesInstance> {
    const instance = await startWithHost({ nodes: 2 })
    const { store, log } = instance.host
    const scopeId = store.insert('sys_scope', { scope: SCOPE, name: 'Rules' })['sys_id'] ?? ''
    store.define({
        name: THING,
        label: 'Thing',
        scope: SCOPE,
        columns: [
            { name: 'name', type: 'string', maxLength: 80, display: true },
            { name: 'code', type: 'string', maxLength: 40, unique: true },
            { name: 'note', type: 'string', maxLength: 200 },
            { name: 'count', type: 'integer', defaultValue: '7' },
            { name: 'active', type: 'boolean', defaultValue: '1' },
            { name: 'owner', type: 'reference', reference: 'sys_user' },
        ],
        crossScope: { read: true, create: true, update: true, delete: true },
        rights: { read: [], create: [], write: [], delete: [] },
    })
    const call = async (method: string, path: string, body: unknown, user: string) => {
        const response = await fetch(`${instance.url}${path}`, {
            method,
            headers: {
                authorization: `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`,
                'content-type': 'application/json',
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const text = await response.text()
        return { ...(text === '' ? {} : (JSON.parse(text) as object)), status: response.status }
    }
    return {
        ...instance,
        scopeId,
        rule: (name, values) =>
            store.insert('sys_script', {
                name,
                collection: THING,
                when: 'before',
                advanced: '1',
                ...(Object.keys(values).some((key) => key.startsWith('action_'))
                    ? {}
                    : { action_insert: '1' }),
                sys_scope: scopeId,
                ...values,
            })['sys_id'] ?? '',
        api: (method, path, body, user = 'admin') =>
            call(method, `/api/now/table/${path}`, body, user) as Promise<Answer>,
        local: (path, body) => call('POST', `/local${path}`, body, 'admin'),
        async script(script, scope = SCOPE) {
            const answer = (await call('POST', '/local/script', { scope, script }, 'admin')) as {
                status: number
                result?: string | null
                error?: { message: string }
            }
            if (answer.status !== 200) throw new Error(answer.error?.message)
            return answer.result ?? null
        },
        messages: () => log.entries().map(({ message }) => message),
        names: () => store.query(THING, { query: 'ORDERBYname' }).map(({ name }) => name),
    }
}
