import { createInstanceClient } from './instance-client'

const URL = 'https://example.service-now.com'
interface Sent {
    url: string
    init: RequestInit
}

/** A client whose responses are controlled by the test. */
function held(options: Partial<Parameters<typeof createInstanceClient>[1]> = {}) {
    const sent: Sent[] = []
    const answers: (() => void)[] = []
    const client = createInstanceClient(URL, {
        authorization: 'Bearer canary',
        fetch: (url, init = {}) => {
            sent.push({ url: String(url), init })
            return new Promise((resolve, reject) => {
                answers.push(() => resolve(new Response('{}')))
                init.signal?.addEventListener('abort', () =>
                    reject(new DOMException('aborted', 'AbortError'))
                )
            })
        },
        ...options,
    })
    return { client, sent, answers }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the client of an instance', () => {
    it('sends at most three concurrent requests, in order', async () => {
        const { client, sent, answers } = held()
        const all = ['/1', '/2', '/3', '/4', '/5'].map((path) => client.send({ method: 'GET', path }))
        await settle()
        expect(sent.map(({ url }) => url)).toEqual([`${URL}/1`, `${URL}/2`, `${URL}/3`])
        answers[1]?.()
        await settle()
        expect(sent.map(({ url }) => url).slice(3)).toEqual([`${URL}/4`])
        for (const index of [0, 2, 3]) answers[index]?.()
        await settle()
        answers[4]?.()
        expect((await Promise.all(all)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
        expect(client.sent()).toBe(5)
    })

    it('continues after a failed request', async () => {
        const failing = createInstanceClient(URL, { fetch: () => Promise.reject(new TypeError('no')) })
        const all = [1, 2, 3, 4, 5].map((index) => failing.send({ method: 'GET', path: `/${index}` }))
        const settled = await Promise.allSettled(all)
        expect(settled.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'))
    })

    it('omits credentials and cookies from anonymous requests', async () => {
        const { client, sent, answers } = held()
        const asked = client.send({ method: 'POST', path: '/x', signedIn: false, body: 'a=b' })
        await settle()
        answers[0]?.()
        await asked
        expect(JSON.stringify(sent[0]?.init)).not.toContain('canary')
        expect(sent[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'manual', method: 'POST' })
    })

    it('authenticates for a page of the instance with its token, and knows that it runs in one', async () => {
        const { client, sent, answers } = held({ authorization: undefined as never, userToken: 'ck' })
        const asked = client.send({ method: 'GET', path: '/x' })
        await settle()
        answers[0]?.()
        await asked
        expect(sent[0]?.init.headers).toEqual({ Accept: 'application/json', 'X-UserToken': 'ck' })
        expect([client.inPage, held().client.inPage]).toEqual([true, false])
    })

    it('distinguishes an interruption from an instance that does not respond', async () => {
        const stop = new AbortController()
        const stopped = held({ signal: stop.signal }).client.send({ method: 'GET', path: '/x' })
        await settle()
        stop.abort()
        await expect(stopped).rejects.toMatchObject({ code: 'interrupted' })
        const late = held({ timeoutMs: 1 }).client.send({ method: 'GET', path: '/x' })
        await expect(late).rejects.toMatchObject({
            code: 'unreachable',
            message: expect.stringContaining('no response within') as string,
        })
    })
})
