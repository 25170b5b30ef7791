import { NO_ORIGIN } from '../packaged'
import type { Reading } from '../reading'
import type { TableRow } from '../table-client'
import { findTargets, originsOf, wildcardCovers } from './targets'

const A = 'https://a.example'
const B = 'https://b.example'
const rule = (sysId: string, values: Record<string, string>): TableRow => ({
    sys_id: sysId,
    name: 'OpenFin Integration',
    active: 'true',
    rest_api: 'own',
    domain: A,
    ...values,
})
const apis = [
    { sys_id: 'own', namespace: 'x_opfi_openfin', service_id: 'integration' },
    { sys_id: 'table', namespace: 'now', service_id: 'table' },
    { sys_id: 'batch', namespace: 'now', service_id: 'batch' },
]
const targets = async (rules: TableRow[], given?: string[]) => {
    const listed = (rows: TableRow[]) => async () => ({ rows, total: rows.length, hidden: 0 })
    const reading = { apis: listed(apis), rules: listed(rules) } as unknown as Reading
    const found = await findTargets(reading, given)
    return found.map(({ origin, kind, rule: of }) => [origin, kind.api.serviceId, of?.sys_id ?? null])
}

describe('the required origins and APIs', () => {
    it('default to those of the app’s active rules', async () => {
        expect(
            originsOf([
                rule('1', {}),
                rule('2', { domain: 'HTTPS://A.example' }),
                rule('3', { domain: B, active: 'false' }),
                rule('4', { domain: NO_ORIGIN }),
                rule('5', { domain: 'https://*.example.com' }),
                rule('6', { domain: 'https://theirs.example', name: 'Theirs' }),
            ])
        ).toEqual([A])
    })

    it('are the app’s own API and the Table API for each origin, regardless of who created the rule', async () => {
        const theirs = rule('2', { name: 'Theirs', rest_api: 'table' })
        expect(await targets([rule('1', {}), theirs])).toEqual([
            [A, 'integration', '1'],
            [A, 'table', '2'],
        ])
        expect(await targets([rule('1', {})], [B])).toEqual([
            [B, 'integration', null],
            [B, 'table', null],
        ])
    })

    it('include optional APIs only if there is an active rule', async () => {
        const batch = rule('3', { rest_api: 'batch', name: 'OpenFin – Batch API' })
        expect((await targets([batch], [A])).map(([, api]) => api)).toEqual(['integration', 'table', 'batch'])
        const off = { ...batch, active: 'false' }
        expect((await targets([off], [A])).map(([, api]) => api)).toEqual(['integration', 'table'])
    })

    it('use the oldest of equal rules, as the platform does', async () => {
        const found = await targets([rule('old', {}), rule('new', {})], [A])
        expect(found[0]).toEqual([A, 'integration', 'old'])
    })
})

describe('a wildcard', () => {
    it.each([
        ['https://*.example.com', 'https://a.example.com', true],
        ['https://*.example.com', 'https://a.b.example.com', true],
        ['https://*.example.com', 'https://example.com', false],
        ['https://*.example.com', 'http://a.example.com', false],
        ['https://*.example.com', 'https://a.example.com:8443', false],
        ['https://*.example.com', 'https://badexample.com', false],
        ['https://a.example.com', 'https://a.example.com', false],
    ])('%s covers %s: %p', (domain, origin, covers) => {
        expect(wildcardCovers(rule('1', { domain }), origin)).toBe(covers)
    })
})
