import fc from 'fast-check'
import { asAdmin } from '../../examples/echo/as-admin'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'

/** Number of responses per script, and number of scripts. */
const [BATCH, BATCHES] = [100, 10]

/** Results of the built script include and of the platform's parent for a response. */
interface Taken {
    ours: Record<string, string>
    parents: Record<string, string>
    threw: boolean
    /** Names of new globals. */
    leaked: string[]
}

/**
 * Passes responses to `x_opfi_openfin.OAuthCustomUtil` and to `global.OAuthUtil`. The parent fails at the
 * first member that it cannot convert to text, so it gets the response member by member.
 */
const SCRIPT = (answers: string) => `
    var results = [];
    var answers = JSON.parse(${JSON.stringify(answers)});
    function take(type, body) {
        var map = new sn_auth.GlideOAuthStringMap();
        var context = {
            getQueryParameter: function (name) {
                return { grant_type: 'refresh_token', refresh_token: 'the one sent' }[name] || null;
            },
            getOAuthProfile: function () { return { sys_id: '' }; },
        };
        new type(context).postprocessAccessToken({
            getBody: function () { return body; },
            getContentType: function () { return 'application/json'; },
            getparameters: function () { return map; },
        });
        return map;
    }
    function entries(map, into) {
        map.getKeys().forEach(function (key) {
            Object.defineProperty(into, key, { value: map.get(key), enumerable: true, configurable: true, writable: true });
        });
        return into;
    }
    answers.forEach(function (body) {
        var result = { ours: {}, parents: {}, threw: false, leaked: [] };
        var before = Object.getOwnPropertyNames(globalThis);
        try {
            entries(take(x_opfi_openfin.OAuthCustomUtil, body), result.ours);
        } catch (error) {
            result.threw = true;
        }
        result.leaked = Object.getOwnPropertyNames(globalThis).filter(function (name) { return before.indexOf(name) < 0; });
        var answer = Object(JSON.parse(body) === null ? {} : JSON.parse(body));
        Object.keys(answer).forEach(function (name) {
            var single = {};
            Object.defineProperty(single, name, { value: answer[name], enumerable: true });
            try {
                entries(take(global.OAuthUtil, JSON.stringify(single)), result.parents);
            } catch (error) {}
        });
        delete globalThis.param;
        results.push(result);
    });
    JSON.stringify(results);`

describe('H60 arbitrary JSON responses', () => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed()
    })
    afterAll(() => instance.close())

    const takeAll = async (bodies: string[]): Promise<Taken[]> => {
        const { result } = await asAdmin<{ result: string }>(instance, 'POST', '/local/script', {
            scope: 'global',
            script: SCRIPT(JSON.stringify(bodies)),
        })
        return JSON.parse(result) as Taken[]
    }

    it('give the parent’s result, without an echoed refresh token', async () => {
        const refreshToken = fc.constantFrom('the one sent', 'another one', '', null, 7, ['the one sent'])
        const odd = fc.constantFrom(
            '__proto__',
            'constructor',
            'toString',
            'hasOwnProperty',
            '',
            ' ',
            '\u0000',
            '\ud83d'
        )
        const answer = fc.oneof(
            { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
            {
                weight: 4,
                arbitrary: fc
                    .tuple(
                        fc.dictionary(fc.oneof(fc.string(), odd), fc.jsonValue({ maxDepth: 2 })),
                        refreshToken
                    )
                    .map(([members, refresh_token]) => ({ ...members, refresh_token })),
            }
        )
        const batch = fc.array(
            answer.map((value) => JSON.stringify(value)),
            {
                minLength: BATCH,
                maxLength: BATCH,
            }
        )
        await fc.assert(
            fc.asyncProperty(batch, async (bodies) => {
                const taken = await takeAll(bodies)
                taken.forEach(({ ours, parents, threw, leaked }, index) => {
                    const expected = { ...parents }
                    if (expected['refresh_token'] === 'the one sent') delete expected['refresh_token']
                    expect({ body: bodies[index], ours, threw, leaked }).toEqual({
                        body: bodies[index],
                        ours: expected,
                        threw: false,
                        leaked: [],
                    })
                })
            }),
            { numRuns: BATCHES }
        )
    })

    it('of a megabyte are also processed', async () => {
        const body = JSON.stringify({
            access_token: 'a',
            text: 'x'.repeat(1_000_000),
            refresh_token: 'the one sent',
        })
        const [taken] = await takeAll([body])
        expect(Object.keys(taken?.ours ?? {})).toEqual(['access_token', 'text'])
        expect(taken?.ours['text']).toHaveLength(1_000_000)
    })
})
