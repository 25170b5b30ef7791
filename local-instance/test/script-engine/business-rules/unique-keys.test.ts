import { startInstance, SCOPE, THING, type RulesInstance } from './instance'

let instance: RulesInstance

beforeAll(async () => {
    instance = await startInstance()
    instance.host.store.define({
        name: `${SCOPE}_claim`,
        label: 'Claim',
        scope: SCOPE,
        columns: [
            { name: 'requestor', type: 'string' },
            { name: 'profile', type: 'string' },
            { name: 'claimed_by', type: 'string' },
            { name: 'node', type: 'integer' },
        ],
        indexes: [{ columns: ['requestor', 'profile'], unique: true }],
    })
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

/** Runs a script on both nodes in parallel, in a number of threads of each. */
async function atOnce(source: (thread: number) => string, perNode = 2): Promise<(string | null)[]> {
    const user = instance.host.principalOf(
        instance.host.store.first('sys_user', 'user_name=admin')?.['sys_id'] ?? '',
        'basic'
    )
    if (!user) throw new Error('There is no administrator')
    const run = async (node: number, thread: number) => {
        const job = { scope: SCOPE, source: source(thread), label: 'test', user, clientIp: '', node }
        const { result, error } = await instance.host.scripts.run(job)
        if (error) throw new Error(error.message)
        return result
    }
    const threads = Array.from({ length: perNode * 2 }, (_, index) => index)
    // Starts the threads first, so that the scripts really run in parallel.
    await Promise.all(
        threads.map((index) =>
            instance.host.scripts.run({
                scope: SCOPE,
                source: '',
                label: 'test',
                user,
                clientIp: '',
                node: 1 + (index % 2),
            })
        )
    )
    return Promise.all(threads.map((index) => run(1 + (index % 2), index)))
}

describe('inserts under a unique key by several threads of two nodes', () => {
    it('succeed for exactly one each; the others return null with a reason', async () => {
        const answers = await atOnce(
            (thread) => `var wins = 0, reasons = {};
                for (var i = 0; i < 60; i++) {
                    var gr = new GlideRecord('${SCOPE}_claim');
                    gr.requestor = 'r' + i; gr.profile = 'p'; gr.claimed_by = '${thread}';
                    if (gr.insert() === null) reasons[gr.getLastErrorMessage()] = true; else wins++;
                }
                JSON.stringify([wins, Object.keys(reasons)])`
        )
        const outcomes = answers.map((answer) => JSON.parse(answer ?? '') as [number, string[]])
        expect(outcomes.reduce((sum, [wins]) => sum + wins, 0)).toBe(60)
        const rows = instance.host.store.query(`${SCOPE}_claim`)
        expect(new Set(rows.map(({ requestor }) => requestor)).size).toBe(60)
        expect(rows).toHaveLength(60)
        for (const [, reasons] of outcomes) for (const reason of reasons) expect(reason).toMatch(/unique/)
    })
})

describe('updateMultiple without business rules', () => {
    it('is one conditional statement, so that each row is claimed by one thread', async () => {
        for (let index = 0; index < 40; index++)
            instance.host.store.insert(`${SCOPE}_claim`, { requestor: `r${index}`, profile: 'p' })
        const answers = await atOnce(
            (thread) => `var own = 0;
                for (var i = 0; i < 40; i++) {
                    var gr = new GlideRecord('${SCOPE}_claim');
                    gr.addQuery('requestor', 'r' + i); gr.addNullQuery('claimed_by');
                    gr.setValue('claimed_by', '${thread}'); gr.updateMultiple();
                }
                var mine = new GlideRecord('${SCOPE}_claim'); mine.addQuery('claimed_by', '${thread}'); mine.query();
                String(mine.getRowCount())`
        )
        const rows = instance.host.store.query(`${SCOPE}_claim`)
        expect(
            rows.every(({ claimed_by, sys_mod_count }) => claimed_by !== null && sys_mod_count === '1')
        ).toBe(true)
        expect(answers.reduce((sum, answer) => sum + Number(answer), 0)).toBe(40)
    })

    it('counts as one statement, however many rows', async () => {
        for (let index = 0; index < 10; index++) instance.host.store.insert(THING, { name: 'x' })
        const user = instance.host.principalOf(
            instance.host.store.first('sys_user', 'user_name=admin')?.['sys_id'] ?? '',
            'basic'
        )
        if (!user) throw new Error('There is no administrator')
        const outcome = await instance.host.scripts.run({
            scope: SCOPE,
            source: `var gr = new GlideRecord('${THING}'); gr.addQuery('name', 'x'); gr.setValue('note', 'n'); gr.updateMultiple()`,
            label: 'test',
            user,
            clientIp: '',
        })
        expect(outcome.statements).toBe(1)
        expect(instance.host.store.count(THING, { query: 'note=n' })).toBe(10)
    })
})
