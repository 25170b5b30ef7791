import { planRules, RULE_KINDS, type RuleKind } from './cors-rules'
import type { TableRow } from './table-client'

const [integration, tableApi] = RULE_KINDS as [RuleKind, RuleKind]
const [A, B, C] = ['https://a.example', 'https://b.example', 'https://c.example'] as const

/** A rule as the setup leaves it, of the kind "OpenFin Integration". */
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
    it('begin with the packaged one, which takes the first origin', () => {
        expect(plan([packaged], [A])).toEqual([['update', 'packaged', A]])
        expect(planRules(integration, [packaged], [A], 'api')[0]).toMatchObject({
            values: { domain: A, active: true },
        })
    })

    it('are made for each further origin, with the same settings', () => {
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

    it('are left alone when in line, in whatever order the origins come', () => {
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

    it('are switched off when their origin leaves the list', () => {
        expect(plan([rule('packaged', A), rule('second', B)], [A])).toEqual([
            ['none', 'packaged', A],
            ['deactivate', 'second', B],
        ])
    })

    it('are used again for a new origin', () => {
        expect(plan([rule('packaged', A), rule('second', B)], [A, C])).toEqual([
            ['none', 'packaged', A],
            ['update', 'second', C],
        ])
    })

    it('come back when their origin does', () => {
        const rules = [rule('packaged', A), rule('second', B, { active: 'false' })]
        expect(plan(rules, [A])).toEqual([['none', 'packaged', A]])
        expect(plan(rules, [A, B])).toEqual([
            ['none', 'packaged', A],
            ['update', 'second', B],
        ])
    })

    it('are one for an origin, not two', () => {
        expect(plan([rule('packaged', A), rule('double', A)], [A])).toEqual([
            ['none', 'packaged', A],
            ['deactivate', 'double', A],
        ])
    })

    it('are made anew where somebody deleted them', () => {
        expect(plan([], [A])).toEqual([['create', null, A]])
    })

    it('are known by their origin in whatever case it was typed, and put right', () => {
        const changes = planRules(integration, [rule('packaged', 'https://A.example')], [A], 'api')
        expect(changes).toEqual([{ action: 'update', origin: A, sysId: 'packaged', values: { domain: A } }])
    })

    it('lose what would open more than they should', () => {
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

    it('open the Table API for reading, creating and changing', () => {
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
