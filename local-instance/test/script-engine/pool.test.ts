import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startScriptInstance, type ScriptInstance } from './script-instance'

describe('script threads', () => {
    let instance: ScriptInstance
    let server: Server
    let url = ''
    let arrived = 0
    /** Resolves when a number of requests have arrived at /hold. */
    let held: { count: number; done: () => void } | undefined

    beforeAll(async () => {
        instance = startScriptInstance({ nodes: 3 })
        server = createServer((request, response) => {
            if (request.url === '/script') {
                void instance.result("gs.getProperty('none', 'inner')").then((text) => response.end(text))
            } else if (request.url === '/hold') {
                arrived += 1
                if (arrived === held?.count) held.done()
            } else {
                response.end('echo')
            }
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterAll(async () => {
        server.closeAllConnections()
        server.close()
        await instance.close()
    })

    const call = (path: string) => `(function () {
        const message = new sn_ws.RESTMessageV2()
        message.setEndpoint('${url}${path}')
        message.setHttpMethod('post')
        message.setRequestBody('x')
        message.setHttpTimeout(25000)
        return String(message.execute().getBody())
    })()`
    const many = (count: number, source: string, node = 0) =>
        Promise.all(Array.from({ length: count }, () => instance.run(source, { node })))
    const holding = (count: number) => {
        arrived = 0
        return new Promise<void>((resolve) => {
            held = { count, done: resolve }
        })
    }

    it('runs 50 concurrent scripts with outbound calls', async () => {
        const outcomes = await many(50, call('/echo'))
        expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(['echo']))
        expect(outcomes.every(({ outboundCalls }) => outboundCalls === 1)).toBe(true)
    })

    it('runs 50 concurrent scripts whose calls need another script of the same node', async () => {
        const outcomes = await many(50, call('/script'))
        expect(outcomes.filter(({ result }) => result === 'inner')).toHaveLength(50)
    })

    it('separates the jobs of 50 scripts', async () => {
        const outcomes = await Promise.all(
            Array.from({ length: 50 }, (_, n) =>
                instance.run(`gs.info('line ${n}'); ${n} * 2`, { label: `l${n}` })
            )
        )
        outcomes.forEach(({ result, log }, n) => {
            expect(result).toBe(String(n * 2))
            expect(log.map(({ message }) => message)).toEqual([`line ${n}`])
        })
    })

    it('terminates scripts on a killed node at once, and none of other nodes', async () => {
        const reached = holding(3)
        const lost = many(2, call('/hold'), 1)
        const kept = instance.run(`${call('/hold')}; 'kept'`, { node: 2, timeLimitMs: 1000 })
        await reached
        await instance.scripts.kill(1)
        const ended = { message: 'Node 1 ended', line: null, code: 'thread_lost' }
        expect((await lost).map(({ error }) => error)).toEqual([ended, ended])
        expect((await kept).error?.code).toBe('time_limit')
    })

    it('rejects jobs of a node that is down until it is restarted', async () => {
        await instance.scripts.kill(1)
        expect((await instance.run('1', { node: 1 })).error).toEqual({
            message: 'Node 1 is down',
            line: null,
            code: 'thread_lost',
        })
        await instance.scripts.restart(1)
        expect(await instance.result('1 + 1', { node: 1 })).toBe('2')
    })

    it('loses jobs that wait in the queue of a killed node', async () => {
        const jobs = many(12, 'for (;;);', 1)
        await instance.scripts.kill(1)
        const outcomes = await jobs
        expect(new Set(outcomes.map(({ error }) => error?.code))).toEqual(new Set(['thread_lost']))
        await instance.scripts.restart(1)
    })

    it('leaves the database usable when a node is killed during a write', async () => {
        instance.store.define({ name: 'u_row', label: 'Row', columns: [{ name: 'word', type: 'string' }] })
        const source = `
            for (let n = 0; ; n++) {
                const r = new GlideRecord('u_row')
                r.setValue('word', String(n))
                r.insert()
                if (n === 20) { ${call('/hold')} }
            }`
        for (let round = 1; round <= 3; round++) {
            const reached = holding(1)
            const writing = instance.run(
                "for (;;) { const r = new GlideRecord('u_row'); r.setValue('word', 'x'); r.insert() }",
                {
                    node: 2,
                }
            )
            const job = instance.run(source, { node: 2 })
            await reached
            await instance.scripts.kill(2)
            expect([(await writing).error?.code, (await job).error?.code]).toEqual([
                'thread_lost',
                'thread_lost',
            ])
            const before = instance.store.count('u_row')
            instance.store.insert('u_row', { word: 'after' })
            expect(instance.store.count('u_row')).toBe(before + 1)
            await instance.scripts.restart(2)
            expect(
                await instance.result("const q = new GlideRecord('u_row'); q.query(); q.getRowCount()", {
                    node: 2,
                })
            ).toBe(String(before + 1))
        }
    })

    it('has only the nodes that it was started with', async () => {
        await expect(instance.run('1', { node: 3 })).rejects.toThrow('Unknown node 3')
        await expect(instance.scripts.kill(-1)).rejects.toThrow('Unknown node -1')
    })
})

describe('closing an instance', () => {
    it('succeeds with scripts still running, and can be repeated', async () => {
        const instance = startScriptInstance()
        await instance.result('1')
        const job = instance.run('for (;;);')
        await instance.scripts.close()
        expect((await job).error?.code).toBe('thread_lost')
        await instance.close()
    })

    it('succeeds before its first thread is ready', async () => {
        const instance = startScriptInstance()
        const job = instance.run('1')
        await instance.close()
        expect((await job).error?.code).toBe('thread_lost')
    })
})
