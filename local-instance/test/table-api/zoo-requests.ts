import type { Row } from '../../src/core/store/types'
import type { Answer, Asked, TestInstance } from './instance'

/** Path of the table of animals. */
export const ANIMALS = '/api/now/table/zoo_animal'

/** The `result` of a response. */
export type Result = Record<string, unknown>

/** Reads of tables; `path` follows `/api/now/table/`, `user` is `abel.tuter` by default. */
export interface Reads {
    get(path: string, user?: string | null, headers?: Record<string, string>): Promise<Answer>
    /** The rows of a list. */
    list(path: string, user?: string): Promise<Result[]>
    /** A record. */
    one(path: string, user?: string): Promise<Result>
}

/** Reads of an instance with the tables of the zoo. */
export function readsFrom(instance: () => TestInstance): Reads {
    const get: Reads['get'] = (path, user = 'abel.tuter', headers = {}) =>
        instance().send('GET', `/api/now/table/${path}`, { user, headers })
    return {
        get,
        list: async (path, user) => (await get(path, user)).json.result as unknown as Result[],
        one: async (path, user) => (await get(path, user)).json.result as unknown as Result,
    }
}

/** A request to write animals; `path` follows the table's. */
export type WriteRequest = Asked & { path?: string }

/** Writes of animals, by `beth.anglin`. */
export interface Writes {
    post(body: unknown, more?: WriteRequest): Promise<Answer>
    /** The stored row; empty if there is none. */
    stored(sysId: string): Row
    /** Inserts an animal by a request, and returns the stored row. */
    created(body: unknown, more?: WriteRequest): Promise<Row>
}

/** Writes to that instance. */
export function writesTo(instance: () => TestInstance): Writes {
    const writes: Writes = {
        post: (body, more = {}) =>
            instance().send('POST', `${ANIMALS}${more.path ?? ''}`, { user: 'beth.anglin', body, ...more }),
        stored: (sysId) => instance().host.store.get('zoo_animal', sysId) ?? {},
        async created(body, more) {
            const { json } = await writes.post(body, more)
            return writes.stored((json.result as { sys_id: string }).sys_id)
        },
    }
    return writes
}
