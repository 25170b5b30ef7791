import type { InstanceAnswer, InstanceClient, InstanceRequest } from './instance-client'
import { runTests } from './run-tests'

const MINUTE = 60_000

/** An instance with scripted progress of a run; each pause is a minute. */
class Fixture {
    now = 1_000_000
    readonly requests: string[] = []
    readonly #statuses: string[]

    /** @param statuses of the progress, one per query; the last one is repeated */
    constructor(...statuses: string[]) {
        this.#statuses = statuses
    }

    run(limitMinutes: number) {
        const client: InstanceClient = {
            url: 'https://test.example',
            inPage: false,
            sent: () => this.requests.length,
            send: async (request) => this.#answer(request),
        }
        return runTests(client, {
            pause: async () => void (this.now += MINUTE),
            now: () => this.now,
            limitMs: limitMinutes * MINUTE,
        })
    }

    #answer({ method, path }: InstanceRequest): InstanceAnswer {
        this.requests.push(`${method} ${path.split('?', 1)[0]}`)
        const isTable = path.startsWith('/api/now/table/')
        const status = this.#statuses.length > 1 ? this.#statuses.shift() : this.#statuses[0]
        const links = { progress: { id: 'p1' }, ...(Number(status) > 1 && { results: { id: 'r1' } }) }
        const result = isTable
            ? [{ test_name: 'One', status: 'success', output: '' }]
            : { status, status_message: 'Done', links }
        return { status: 200, headers: new Headers(), text: JSON.stringify({ result }) } as InstanceAnswer
    }
}

describe('a run of the test suite', () => {
    it('is followed to its end', async () => {
        const fixture = new Fixture('0', '1', '1', '2')
        expect(await fixture.run(30)).toEqual({
            ok: true,
            suite: 'OpenFin for ServiceNow',
            message: 'Done',
            tests: [{ name: 'One', status: 'success', output: '' }],
        })
        expect(fixture.requests).toEqual([
            'POST /api/sn_cicd/testsuite/run',
            ...Array.from({ length: 3 }, () => 'GET /api/sn_cicd/progress/p1'),
            'GET /api/now/table/sys_atf_test_result',
        ])
    })

    it.each([['3'], ['4'], ['unheard-of']])('is not ok if it ends with the status %s', async (status) => {
        expect((await new Fixture('1', status).run(30)).ok).toBe(false)
    })

    it.each([
        ['0', 'The run has not begun after 5 minutes.'],
        ['1', 'The run has not ended after 5 minutes.'],
    ])('is abandoned after the time limit in the status %s', async (status, message) => {
        const fixture = new Fixture(status)
        const begun = fixture.now
        await expect(fixture.run(5)).rejects.toMatchObject({
            code: 'timed_out',
            message: expect.stringContaining(message),
        })
        expect(fixture.now - begun).toBe(5 * MINUTE)
    })

    it('is queried once more at the time limit, so that a run that ended in time counts', async () => {
        expect((await new Fixture('1', '1', '2').run(2)).ok).toBe(true)
    })
})
