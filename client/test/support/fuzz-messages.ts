import type { Overheard } from './overhear'

/**
 * Sends arbitrary messages to the page's newest worker, from the page, some at a time: malformed ones, and
 * ones with a single invalid member. None of them ends the connection.
 * @returns number of replies
 */
export async function fuzzMessages({ count, seed }: { count: number; seed: number }): Promise<number> {
    const { ask } = (window as unknown as { overheard: Overheard }).overheard
    let state = seed
    // Mulberry32: small and deterministic for a seed.
    const random = () => {
        state = (state + 0x6d2b79f5) | 0
        let t = Math.imul(state ^ (state >>> 15), 1 | state)
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    }
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
    const WORDS = [
        'init',
        'begin',
        'finish',
        'request',
        'tokens',
        'access_token',
        'refresh_token',
        'constructor',
        '__proto__',
        'toString',
        '/api/now/table/incident',
        '//evil.example/',
        'https://evil.example/',
        '/oauth_token.do',
        '',
        '\0',
        '\u{1f600}',
        '\ud800',
        'GET',
        'POST',
        'Authorization',
        'Bearer x',
        'x'.repeat(5000),
    ]
    const NAMES = [
        'type',
        'pins',
        'instanceUrl',
        'clientId',
        'redirectUri',
        'tokenRoute',
        'scope',
        'params',
        'state',
        'code',
        'endpoint',
        'method',
        'headers',
        'body',
        'retry',
        'maxBytes',
        'binary',
        'progress',
        'alive',
        'fetchUrl',
    ]
    const scalar = () =>
        pick<() => unknown>([
            () => pick(WORDS),
            () => random() * 10 - 5,
            () => Math.floor(random() * 2 ** 33),
            () => pick([null, undefined, true, false, NaN, Infinity, -0, 10n]),
            () => new Date(random() * 1e12),
            () => /x/g,
            () => new Uint8Array(8),
            () => new Blob(['x']),
        ])()
    const value = (depth: number): unknown => {
        if (depth === 0 || random() < 0.6) return scalar()
        if (random() < 0.2) return new Map([[scalar(), value(depth - 1)]])
        if (random() < 0.4) return Array.from({ length: random() * 4 }, () => value(depth - 1))
        const object: Record<string, unknown> =
            random() < 0.1 ? (JSON.parse('{"__proto__":{"type":"init"}}') as never) : {}
        for (let n = 0; n < random() * 5; n++) object[pick(NAMES)] = value(depth - 1)
        return object
    }
    const RIGHT = [
        {
            type: 'request',
            endpoint: '/api/now/table/incident',
            method: 'GET',
            headers: {},
            retry: 0,
            maxBytes: 1e6,
        },
        { type: 'begin', scope: [], params: {} },
        { type: 'finish', state: 'state', code: 'code' },
        {
            type: 'init',
            pins: {
                instanceUrl: 'https://evil.example',
                clientId: 'x',
                redirectUri: 'y',
                tokenRoute: 'auto',
            },
        },
    ]
    const message = () => {
        if (random() < 0.6) return value(3)
        // Requests reach the instance, which takes time to respond.
        const right: Record<string, unknown> = { ...(random() < 0.05 ? RIGHT[0] : pick(RIGHT.slice(1))) }
        right[pick(Object.keys(right))] = value(2)
        return right
    }
    let answered = 0
    while (answered < count) {
        const batch = Array.from({ length: Math.min(250, count - answered) }, () => ask(message()))
        answered += (await Promise.all(batch)).filter(({ ok }) => typeof ok === 'boolean').length
    }
    return answered
}
