import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { HONEST, startRecorded, type RecordedInstance } from './open-routes'

const FLOWS = Object.entries(HONEST).map(([what, flow]) => ({ what, ...flow }))
const MEGABYTE = 1_000_000

describe('H18 large requests', () => {
    let instance: RecordedInstance

    beforeAll(async () => {
        instance = await startRecorded()
    })
    afterAll(() => instance.close())

    const expectRefused = async (route: string, body: string, status: number, chunked = false) => {
        const answer = await instance.post(route, body, { chunked })
        expect(answer.status).toBe(status)
        expect(answer.json()).toMatchObject({ error: { code: 'invalid_request' }, status: 'failure' })
        expect(instance.upstream.take()).toEqual([])
    }

    describe.each([
        ['with Content-Length', false],
        ['in chunks, without Content-Length', true],
    ])('H18 sent %s', (_how, chunked) => {
        it.each(FLOWS)('H18 a $what with a body of 1 MB is 413', async ({ route, form }) => {
            const long = 'a'.repeat(MEGABYTE)
            await expectRefused(route, `${form}&x=${long}`, 413, chunked)
            await expectRefused(route, `${long}=x&${form}`, 413, chunked)
        })

        it.each(FLOWS)('H18 a $what with 10,000 parameters is 413', async ({ route, form }) => {
            const many = (name: (index: number) => string) =>
                Array.from({ length: 10_000 }, (_, index) => name(index)).join('&')
            for (const filler of [many((index) => `p${index}=1`), many(() => 'x=1'), many(() => 'x')]) {
                await expectRefused(route, `${form}&${filler}`, 413, chunked)
            }
        })

        it.each(FLOWS)(
            'H18 a $what with 41 short parameters is 413, with 40 it is not',
            async ({ route, form }) => {
                const fill = (count: number) => form + '&x='.repeat(count - form.split('&').length)
                await expectRefused(route, fill(41), 413, chunked)
                expect((await instance.post(route, fill(40), { chunked })).status).toBe(200)
                expect(instance.upstream.take()).toHaveLength(1)
            }
        )

        it.each(FLOWS)('H18 a $what with a value of 100 kB is 413', async ({ route, form }) => {
            for (const name of form.split('&').map((pair) => pair.split('=', 1)[0])) {
                const long = form.replace(new RegExp(`\\b${name}=[^&]*`), `${name}=${'a'.repeat(100_000)}`)
                await expectRefused(route, long, 413, chunked)
            }
        })
    })

    it.each(FLOWS)(
        'H18 a $what with one value too long is 400, although the body is small',
        async ({ route, form }) => {
            for (const name of form.split('&').map((pair) => pair.split('=', 1)[0])) {
                const long = form.replace(new RegExp(`\\b${name}=[^&]*`), `${name}=${'a'.repeat(4097)}`)
                await expectRefused(route, long, 400)
            }
        }
    )

    it('H18 a token of maximum length is accepted', async () => {
        const token = 'a'.repeat(4096)
        await instance.post('request_tokens', HONEST.renewal.form.replace('a-token', token))
        await instance.post('revoke_token', HONEST.revocation.form.replace('a-token', token))
        const received = instance.upstream.take().map(({ form }) => Object.fromEntries(form))
        expect(received.map((form) => form['refresh_token'] ?? form['token'])).toEqual([token, token])
    })

    it('H18 a body over the platform’s limit is 400 from the platform itself', async () => {
        const body = 'a'.repeat(10 * 1024 * 1024 + 1)
        for (const chunked of [false, true]) {
            const answer = await instance.post('request_tokens', body, { chunked })
            expect(answer.status).toBe(400)
            expect(answer.json()).toMatchObject({
                error: { message: 'Exception while reading request' },
                status: 'failure',
            })
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it('H18 runs no more statements than a small refused request, and stores nothing', async () => {
        const route = 'request_tokens'
        const statementsOf = async (body: string) => {
            const counted = () => instance.stats.all()[`POST /api/x_opfi_openfin/v1/integration/${route}`]
            const before = counted()?.db_statements ?? 0
            await instance.post(route, body, { chunked: true })
            return (counted()?.db_statements ?? 0) - before
        }
        await statementsOf('')
        const small = await statementsOf('')
        const large = `${HONEST.renewal.form}&x=${'a'.repeat(MEGABYTE)}`
        expect(await statementsOf(large)).toBe(small)
        const sendLarge = async (times: number) => {
            for (let count = 0; count < times; count++) await instance.post(route, large, { chunked: true })
        }
        await sendLarge(10)
        const before = await heapInUse()
        await sendLarge(40)
        // Measured in the thread that reads bodies. Forty of them are 40 MB as bytes, and more as strings.
        expect((await heapInUse()) - before).toBeLessThan(20 * MEGABYTE)
    })
})

/** Bytes in use after garbage collection. */
async function heapInUse(): Promise<number> {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    // Objects freed by one collection may allow the next one to free more.
    for (let round = 0; round < 3; round++) {
        collect()
        await new Promise((resolve) => setImmediate(resolve))
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
}
