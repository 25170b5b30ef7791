import { planRules, RULE_KINDS, type RuleKind } from './cors-rules'
import type { TableRow } from './table-client'

const [integration, tableApi] = RULE_KINDS as [RuleKind, RuleKind]
const [A, B, C] = ['https://a.example', 'https://b.example', 'https://c.example'] as const

/** A rule "OpenFin Integration" as configured by the setup. */
function rule(sysId: string, domain: string, rest: Record<string, string> = {}): TableRow {
    return {
        sys_id: sysId,
        name: integration.name,
        rest_api: 'api',
        domain,
        active: 'true',
        get: 'true',
        post: 'true',
        put: 'false',
        patch: 'false',
        delete: 'false',
        max_age: '86400',
        exposed_headers: 'Retry-After,X-Total-Count,Link',
        ...rest,
    }
}

const packaged = rule('packaged', 'https://not-set.invalid', { active: 'false' })
const plan = (rules: TableRow[], origins: string[]) =>
    planRules(integration, rules, origins, 'api').map((change) => [
        change.action,
        'sysId' in change ? change.sysId : null,
        change.origin,
    ])

describe('the CORS rules', () => {
    it('start with the packaged one, which gets the first origin', () => {
        expect(plan([packaged], [A])).toEqual([['update', 'packaged', A]])
        expect(planRules(integration, [packaged], [A], 'api')[0]).toMatchObject({
            values: { domain: A, active: true },
        })
    })

    it('are created for each further origin, with the same settings', () => {
        expect(plan([packaged], [A, B])).toEqual([
            ['update', 'packaged', A],
            ['create', null, B],
        ])
        expect(planRules(integration, [packaged], [A, B], 'api')[1]).toMatchObject({
            values: {
                name: 'OpenFin Integration',
                rest_api: 'api',
                domain: B,
                active: true,
                get: true,
                post: true,
                put: false,
                patch: false,
                delete: false,
                max_age: 86400,
                exposed_headers: 'Retry-After,X-Total-Count,Link',
            },
        })
    })

    it('are unchanged if up to date, in any order of origins', () => {
        const rules = [rule('packaged', A), rule('second', B)]
        expect(plan(rules, [A, B])).toEqual([
            ['none', 'packaged', A],
            ['none', 'second', B],
        ])
        expect(plan(rules, [B, A])).toEqual([
            ['none', 'second', B],
            ['none', 'packaged', A],
        ])
    })

    it('are deactivated when their origin is removed from the list', () => {
        expect(plan([rule('packaged', A), rule('second', B)], [A])).toEqual([
            ['none', 'packaged', A],
            ['deactivate', 'second', B],
        ])
    })

    it('are reused for a new origin', () => {
        expect(plan([rule('packaged', A), rule('second', B)], [A, C])).toEqual([
            ['none', 'packaged', A],
            ['update', 'second', C],
        ])
    })

    it('are reactivated when their origin returns', () => {
        const rules = [rule('packaged', A), rule('second', B, { active: 'false' })]
        expect(plan(rules, [A])).toEqual([['none', 'packaged', A]])
        expect(plan(rules, [A, B])).toEqual([
            ['none', 'packaged', A],
            ['update', 'second', B],
        ])
    })

    it('are one per origin, not two', () => {
        expect(plan([rule('packaged', A), rule('double', A)], [A])).toEqual([
            ['none', 'packaged', A],
            ['deactivate', 'double', A],
        ])
    })

    it('are created again if deleted', () => {
        expect(plan([], [A])).toEqual([['create', null, A]])
    })

    it('are matched by origin case-insensitively, and corrected', () => {
        const changes = planRules(integration, [rule('packaged', 'https://A.example')], [A], 'api')
        expect(changes).toEqual([{ action: 'update', origin: A, sysId: 'packaged', values: { domain: A } }])
    })

    it('lose settings that would allow more than intended', () => {
        const changes = planRules(
            integration,
            [rule('packaged', A, { delete: 'true', rest_api: 'other' })],
            [A],
            'api'
        )
        expect(changes).toEqual([
            { action: 'update', origin: A, sysId: 'packaged', values: { rest_api: 'api', delete: false } },
        ])
    })

    it('allow reads, inserts and updates through the Table API', () => {
        const [change] = planRules(tableApi, [], [A], 'table')
        expect(change).toMatchObject({
            values: {
                name: 'OpenFin – Table API',
                rest_api: 'table',
                get: true,
                post: true,
                put: true,
                patch: true,
                delete: false,
            },
        })
    })
})
