import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseEncodedQuery } from 'openfin-servicenow-local-instance/dist/core/store/encoded-query'
import { resolvePath } from 'openfin-servicenow-local-instance/dist/core/store/paths'
import { toSql } from 'openfin-servicenow-local-instance/dist/core/store/to-sql'
import type { QueryOptions, Store, Table } from 'openfin-servicenow-local-instance/dist/core/store/types'
import {
    conditionsOf,
    joinEncoded,
} from 'openfin-servicenow-local-instance/dist/script-engine/glide/records/join-conditions'
import { encode, evaluate, plainQuery, type PlainQuery } from './query-oracle'
import { NOW } from './fuzz-store'
import { openQueryStore, PERSON } from './query-store'
import { CANARY, queryText, TABLES } from './query-text'
import { foreignTokens, placeholdersIn } from './sql-tokens'
import { opened, type Target } from './target'
import { oneOf, weighted } from './words'

/** How a query is run. */
interface Asked {
    /** `none`: it is translated but not run. */
    aspect: 'none' | 'count' | 'page' | 'joined'
    limit: number
    other: string
}

/** Arbitrary text as a query: its SQL, its result, and its interpretation by the script engine. */
export const encodedQueries: Target = {
    name: 'encoded-queries',
    what: 'any text as an encoded query, on SQLite: only known names in the SQL, errors with a code, never more rows',
    share: 150,
    async open() {
        const { store, close } = openQueryStore()
        const names = namesOf(store)
        const arbitrary = fc.record({
            table: fc.constantFrom(...TABLES),
            query: queryText,
            other: queryText,
            userId: fc.constantFrom(undefined, 'p1'),
            aspect: weighted<Asked['aspect']>(
                [7, fc.constant('none')],
                [3, fc.constantFrom('count', 'page', 'joined')]
            ),
            limit: fc.constantFrom(0, 1, 3),
        })
        return opened({
            arbitrary,
            check(input) {
                const table = store.dictionary.table(input.table) as Table
                const options = { query: input.query, ...(input.userId && { userId: input.userId }) }
                isParameterised(store, table, options, names)
                agreesWithScripts(store, table, input.query)
                isFound(store, table, options, input)
            },
            close,
        })
    },
}

/** Queries that a simple evaluator supports, compared with that evaluator. */
export const queryResults: Target = {
    name: 'query-results',
    what: 'encoded queries of 15 operators against an evaluation in memory, by the store and as scripts join them',
    share: 50,
    async open() {
        const { store, close } = openQueryStore()
        const people = store.query(PERSON)
        const idsOf = (query: string) => store.query(PERSON, { query }).map((row) => row['sys_id'] ?? '')
        return opened({
            arbitrary: fc.tuple(plainQuery, plainQuery, oneOf('OR NQ', '', '')),
            check([one, other, prefix]: [PlainQuery, PlainQuery, string]) {
                const expected = evaluate(one, people)
                assert.deepEqual(idsOf(encode(one)).sort(), expected.sort(), encode(one))
                const both = evaluate(other, people).filter((sysId) => expected.includes(sysId))
                const joined = joinEncoded([encode(one), prefix + encode(other)])
                assert.deepEqual(idsOf(joined).sort(), both.sort(), `joined: ${joined}`)
                assert.equal(store.count(PERSON, { query: joined }), both.length)
            },
            close,
        })
    },
}

function namesOf(store: Store): Set<string> {
    const tables = store.dictionary.tables()
    return new Set([
        ...tables.map(({ name }) => name),
        ...tables.flatMap(({ columns }) => [...columns.keys()]),
        ...['sys_user_grmember', 'group', 'user', 'sys_id'],
    ])
}

/** Only dictionary names of a query become SQL, and SQLite accepts the SQL. */
function isParameterised(
    store: Store,
    table: Table,
    options: QueryOptions,
    names: ReadonlySet<string>
): void {
    const parsed = parseEncodedQuery(options.query ?? '')
    for (const invalidFindsNothing of [false, true]) {
        const context = { dictionary: store.dictionary, now: () => NOW, options, invalidFindsNothing }
        const parts = attempt(() => toSql(table, parsed, context))
        if (!parts) return
        for (const sql of [parts.where, parts.order]) {
            assert.deepEqual(foreignTokens(sql, names), [], sql.slice(0, 500))
            assert.ok(!sql.includes(CANARY))
        }
        assert.equal(placeholdersIn(parts.where), parts.values.length)
        assert.equal(placeholdersIn(parts.order), 0)
        const invalid = !accepts(store, table, options.query ?? '')
        if (invalid && invalidFindsNothing) assert.deepEqual([parts.where, parts.values], ['0', []])
    }
}

/** Result of a query by one of several ways, which must agree. */
function isFound(store: Store, table: Table, options: QueryOptions, { aspect, limit, other }: Asked): void {
    const query = options.query ?? ''
    const ids = (text: string) =>
        attempt(() => store.query(table.name, { ...options, query: text, columns: ['sys_id'] }))?.map(
            (row) => row['sys_id'] ?? ''
        )
    const found = aspect === 'none' ? undefined : ids(query)
    if (!found) return
    assert.equal(new Set(found).size, found.length, 'a row is there twice')
    if (aspect === 'count') {
        assert.equal(store.count(table.name, options), found.length)
    } else if (aspect === 'page') {
        const page = store.query(table.name, { ...options, limit, offset: 1, columns: ['sys_id'] })
        assert.equal(page.length, Math.min(limit, Math.max(0, found.length - 1)))
    } else if (accepts(store, table, query) && accepts(store, table, other)) {
        const others = ids(other)
        if (!others) return
        const joined = joinEncoded([query, other])
        const both = found.filter((sysId) => others.includes(sysId))
        assert.deepEqual(ids(joined)?.sort(), both.sort(), `joined by scripts: ${joined.slice(0, 300)}`)
        if ([query, other].some(hasEmptyAlternative) || query.endsWith('^')) return
        const either = new Set([...found, ...others])
        assert.deepEqual(ids(`${query}^NQ${other}`)?.sort(), [...either].sort(), 'joined by ^NQ')
    }
}

/** An alternative without a condition is ignored beside others, although alone it would match all rows. */
function hasEmptyAlternative(query: string): boolean {
    return parseEncodedQuery(query).alternatives.some((groups) => groups.length === 0)
}

/** The script engine finds the same fields and operators. */
function agreesWithScripts(store: Store, table: Table, query: string): void {
    const valid = conditionsOf(query).every(
        ({ field, operator }) => operator && resolvePath(store.dictionary, table, field.split('.'))
    )
    assert.equal(valid, accepts(store, table, query), `scripts say ${valid}: ${query.slice(0, 300)}`)
}

function accepts(store: Store, table: Table, query: string): boolean {
    return parseEncodedQuery(query).malformed.length === 0 && resolves(store, table, query)
}

/** Whether all fields of a query exist, compared fields included. */
function resolves(store: Store, table: Table, query: string): boolean {
    const { alternatives, order } = parseEncodedQuery(query)
    const exists = (path: string[]) => resolvePath(store.dictionary, table, path) !== undefined
    return (
        order.every(({ path }) => exists(path)) &&
        alternatives.flat(2).every(({ path, operator, value }) => {
            const other = /SAMEAS|_FIELD$/.test(operator) ? (value.split('@')[0] ?? '').split('.') : undefined
            return exists(path) && (!other || exists(other))
        })
    )
}

/** Result of a call; undefined if the store rejects the query with its own code. */
function attempt<T>(run: () => T): T | undefined {
    try {
        return run()
    } catch (error) {
        const { name, code } = error as { name?: string; code?: string }
        if (name !== 'StoreError' || !/^(invalid_query|unknown_field)$/.test(code ?? '')) throw error
        return undefined
    }
}
