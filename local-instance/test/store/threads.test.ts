import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { openTestStore, type TestStore } from './open-test-store'
import { peopleSchema } from './people-schema'

let test: TestStore
beforeEach(() => {
    test = openTestStore(peopleSchema)
    test.store.define({
        name: 'x_ticket',
        label: 'Ticket',
        columns: [
            { name: 'number', type: 'string', unique: true },
            { name: 'count', type: 'integer' },
        ],
        autoNumber: { prefix: 'TKT', digits: 7 },
    })
})
afterEach(() => test.close())

/** A thread that works on the same database; returns its last message. */
function thread(
    task: string,
    count: number
): { worker: Worker; done: Promise<unknown>; started: Promise<void> } {
    const workerData = { handle: test.store.handle, task, count }
    const worker = new Worker(join(__dirname, 'writing-thread.js'), { workerData })
    const started = new Promise<void>((resolve) => worker.once('message', () => resolve()))
    const done = new Promise((resolve, reject) => {
        let last: unknown
        worker.on('message', (message) => (last = message))
        worker.once('error', reject)
        worker.once('exit', () => resolve(last))
    })
    return { worker, done, started }
}

describe('threads of one instance', () => {
    it('write concurrently without conflicts, and no number repeats', async () => {
        const { store } = test
        const others = [thread('insert', 150), thread('insert', 150), thread('insert', 150)]
        await Promise.all(others.map(({ started }) => started))
        for (let at = 0; at < 150; at++) store.insert('x_ticket', {})
        const answers = await Promise.all(others.map(({ done }) => done))
        expect(answers).toEqual(['done', 'done', 'done'])
        const numbers = store.query('x_ticket', { columns: ['number'] }).map((row) => row['number'])
        expect(numbers).toHaveLength(600)
        expect(new Set(numbers).size).toBe(600)
        expect([...numbers].sort().at(-1)).toBe('TKT0010600')
    })

    it('lose no update when they read and write in a transaction', async () => {
        const { store } = test
        store.insert('x_ticket', { sys_id: 'shared', count: '0' })
        const others = [thread('increment', 100), thread('increment', 100)]
        await Promise.all(others.map(({ done }) => done))
        expect(store.get('x_ticket', 'shared')).toMatchObject({ count: '200', sys_mod_count: '200' })
    })

    it('see tables and properties that another one adds', async () => {
        const { store } = test
        const version = store.metadataVersion()
        await thread('define', 1).done
        expect(store.metadataVersion()).toBeGreaterThan(version)
        expect(store.dictionary.table('x_from_thread')?.columns.has('colour')).toBe(true)
        expect(store.query('x_from_thread', { columns: ['colour'] })).toMatchObject([{ colour: 'red' }])
    })

    it('release the database when one is terminated during a transaction', async () => {
        const { store } = test
        const other = thread('hang', 1)
        // Not earlier: terminating a thread inside the database's native code crashes the process.
        await new Promise<void>((resolve) =>
            other.worker.on('message', (message) => message === 'hanging' && resolve())
        )
        await other.worker.terminate()
        store.insert('x_ticket', {})
        expect(store.count('x_ticket')).toBe(1)
    })
})
