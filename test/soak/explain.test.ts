import { explain } from './explain'
import type { Exchange } from './exchange'
import { PATHS, type Route } from './paths'
import { Troubles, type Trouble } from './troubles'
import { countSecrets } from './check-secrets'
import { createRandom } from './random'
import { planTrouble } from './trouble-plan'

describe('a refusal', () => {
    const time = { low: 0, high: 0 }
    const temporary = { error: { code: 'temporarily_unavailable' } }
    const refusal = (status: number, body?: unknown): Exchange<unknown> => {
        const now = performance.now()
        return { from: now, until: now, sent: time, ended: time, status, body }
    }
    /** Whether a fault explains a refusal while it lasts and after its end. */
    const explanations = (
        trouble: Omit<Trouble, 'from' | 'until'>,
        route: Route,
        answer: Exchange<unknown>
    ) => {
        const troubles = new Troubles()
        const begun = troubles.begin(trouble)
        const during = explain(troubles, route, { ...answer, from: begun.from, until: begun.from })
        begun.until = begun.from
        const later = explain(troubles, route, { ...answer, from: begun.from + 1, until: begun.from + 2 })
        return [during, later]
    }
    const fault = (path: string, status: number) => ({ kind: 'fault', path, status }) as const

    it.each([
        ['user_info', refusal(0), { kind: 'kill' } as const, 'no response (process killed)'],
        ['user_info', refusal(0), fault(PATHS.user_info, 0), 'no response (fault)'],
        ['incident', refusal(500), fault(PATHS.incident, 500), '500 (fault)'],
        [
            'revoke_token',
            refusal(503, temporary),
            fault(PATHS.revoke_endpoint, 0),
            '503 (fault behind the route)',
        ],
        ['request_tokens', refusal(503), { kind: 'memory hog' } as const, '503 (script threads ended)'],
    ] as const)('of %s is explained by its fault, while that lasts', (route, answer, trouble, why) => {
        expect(explanations(trouble, route, answer)).toEqual([why, undefined])
    })

    it.each([
        [
            'a missing response, with a fault of another endpoint',
            'incident',
            refusal(0),
            fault(PATHS.user_info, 0),
        ],
        ['another status than the fault’s', 'incident', refusal(503), fault(PATHS.incident, 500)],
        [
            'a script error, with a fault of its endpoint',
            'request_tokens',
            refusal(500),
            fault(PATHS.token_endpoint, 500),
        ],
        ['a response timeout, with a kill', 'incident', refusal(-1), { kind: 'kill' } as const],
        ['a lost record, with a kill', 'incident', refusal(404), { kind: 'kill' } as const],
        ['a refused query, with a memory hog', 'incident', refusal(503), { kind: 'memory hog' } as const],
    ] as const)('is not explained: %s', (_what, route, answer, trouble) => {
        expect(explanations(trouble, route, answer)).toEqual([undefined, undefined])
    })
})

describe('trouble', () => {
    const plan = (seed: string) => planTrouble(createRandom(seed), { lengthMs: 60_000, kills: 3 })

    it('is determined by the seed', () => {
        expect(plan('one')).toEqual(plan('one'))
        expect(plan('two')).not.toEqual(plan('one'))
    })

    it('includes every kind, and the last kill is at the end', () => {
        const chosen = plan('any')
        expect(new Set(chosen.map(({ kind }) => kind)).size).toBe(8)
        expect(chosen.at(-1)).toEqual({ kind: 'kill', atMs: 60_000 })
        expect(chosen.every(({ atMs }) => atMs >= 0 && atMs <= 60_000)).toBe(true)
    })
})

it('secrets are found anywhere in a text', () => {
    const [one, two] = ['a'.repeat(86), 'b'.repeat(43)]
    const secrets = new Set([one, two])
    expect(countSecrets(`token=${one}&x ${two.slice(1)}`, secrets)).toBe(1)
    expect(countSecrets(`xx${one}yy"z${two}z"${two}`, secrets)).toBe(2)
    expect(countSecrets('nothing at all', secrets)).toBe(0)
})
