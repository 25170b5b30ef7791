import { startInstance, SCOPE, THING, type RulesInstance } from './instance'

let instance: RulesInstance

beforeAll(async () => {
    instance = await startInstance()
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const insert = (name: string) =>
    `(function () { var gr = new GlideRecord('${THING}'); gr.name = '${name}';
        return [gr.insert(), gr.getLastErrorMessage(), gr.note.toString()].map(String).join('|') })()`

describe('a write of a script', () => {
    it('runs the rules, and the record contains the values that they set', async () => {
        instance.rule('Note', { script: `current.note = 'set'` })
        expect(await instance.script(insert('a'))).toMatch(/^[0-9a-f]{32}\|null\|set$/)
    })

    it('returns null if a rule aborts it, and names the rule', async () => {
        const id = instance.rule('No', { script: 'current.setAbortAction(true)' })
        expect(await instance.script(insert('a'))).toBe(
            `null|Operation against file '${THING}' was aborted by Business Rule 'No^${id}'. Business Rule Stack:No|`
        )
        expect(instance.names()).toEqual([])
    })

    it('returns null for a duplicate unique key, with a reason without the value', async () => {
        const twice = `
            function add() { var gr = new GlideRecord('${THING}'); gr.code = 'geheim'; var id = gr.insert();
                return (id === null) + ' ' + gr.getLastErrorMessage() }
            add() + ', ' + add()`
        const answer = await instance.script(twice)
        expect(answer).toMatch(/^false null, true .*unique/)
        expect(answer).not.toContain('geheim')
    })

    it('skips them after setWorkflow(false), but not for a table of another scope', async () => {
        instance.rule('Note', { script: `current.note = 'set'` })
        const quiet = (name: string) =>
            `var gr = new GlideRecord('${THING}'); gr.name = '${name}'; gr.setWorkflow(false); gr.insert(); gr.note.toString()`
        expect(await instance.script(quiet('own'))).toBe('')
        expect(await instance.script(quiet('global'), 'global')).toBe('')
        instance.host.store.insert('sys_scope', { scope: 'x_acme_other', name: 'Other' })
        expect(await instance.script(quiet('other'), 'x_acme_other')).toBe('set')
    })

    it('updates and deletes record by record if there are rules', async () => {
        for (const name of ['a', 'b', 'c']) await instance.script(insert(name))
        instance.rule('Not b', {
            action_update: '1',
            action_delete: '1',
            condition: `current.name == 'b'`,
            script: 'current.setAbortAction(true)',
        })
        await instance.script(
            `var gr = new GlideRecord('${THING}'); gr.addQuery('name', '!=', 'x'); gr.setValue('note', 'n'); gr.updateMultiple()`
        )
        const notes = instance.host.store.query(THING, { query: 'ORDERBYname' }).map(({ note }) => note)
        expect(notes).toEqual(['n', null, 'n'])
        await instance.script(`var gr = new GlideRecord('${THING}'); gr.deleteMultiple()`)
        expect(instance.names()).toEqual(['b'])
    })

    it('never treats a query with an unknown field as one for all records', async () => {
        for (const name of ['a', 'b']) await instance.script(insert(name))
        instance.rule('Seen', { action_update: '1', action_delete: '1', script: '' })
        const wrong = (method: string) =>
            `var gr = new GlideRecord('${THING}'); gr.addEncodedQuery('nme=a'); gr.setValue('note', 'n'); gr.${method}()`
        await expect(instance.script(wrong('updateMultiple'))).rejects.toThrow('has no field nme')
        await expect(instance.script(wrong('deleteMultiple'))).rejects.toThrow('has no field nme')
        expect(instance.host.store.count(THING, { query: 'noteISEMPTY' })).toBe(2)
    })

    it('passes a rule the record before and after, even an after rule that saves it again', async () => {
        instance.rule('Count', {
            when: 'after',
            action_insert: '1',
            action_update: '1',
            script: `gs.info(current.operation() + ' ' + current.name.changes() + ' ' + current.note.changes());
                if (current.note.nil()) { current.note = 'again'; current.update() }`,
        })
        await instance.script(insert('a'))
        expect(instance.host.store.first(THING, 'name=a')?.['note']).toBe('again')
        const log = instance.messages().filter((message) => /^(insert|update) /.test(message))
        expect(log).toEqual(['insert true false'])
        expect(instance.messages().join()).toContain('was skipped: it is already running on the same record')
    })

    it('rejects endless recursion', async () => {
        instance.rule('More', {
            when: 'after',
            script: `var gr = new GlideRecord('${THING}'); gr.name = current.name + 'x'; gr.insert()`,
        })
        expect(await instance.script(insert('a'))).toMatch(/^[0-9a-f]{32}/)
        expect(instance.names()).toHaveLength(20)
        expect(instance.messages().join()).toContain(
            `Maximum depth of nested business rules exceeded for table ${THING}`
        )
    })

    it('keeps a rule’s writes to other records, although the record itself is not stored', async () => {
        instance.rule('Trace', {
            order: '1',
            script: `var u = new GlideRecord('${THING}'); u.setWorkflow(false); u.name = 'trace'; u.insert()`,
        })
        instance.rule('No', { order: '2', script: 'current.setAbortAction(true)' })
        await instance.script(insert('a'))
        expect(instance.names()).toEqual(['trace'])
    })
})

describe('the scope of a rule', () => {
    it('is its own: its rights do not depend on the writer', async () => {
        instance.host.store.insert('sys_script_include', {
            name: 'Helper',
            api_name: `${SCOPE}.Helper`,
            script: `function Helper() { this.scope = gs.getCurrentScopeName() }`,
            sys_scope: instance.scopeId,
        })
        instance.rule('Scoped', {
            script: `current.note = gs.getCurrentScopeName() + ' ' + new Helper().scope + ' ' + typeof gs.print`,
        })
        const note = await instance.script(insert('a'), 'global')
        expect(note?.split('|')[2]).toBe(`${SCOPE} ${SCOPE} undefined`)
    })

    it('has its own variables, apart from those of the writing script', async () => {
        instance.rule('Variables', {
            script: `var mine = 1; const current2 = current; current.note = typeof theirs`,
        })
        const source = `var current = 'mine'; (function () { var theirs = 2; ${insert('a')} })(); current + ' ' + typeof mine`
        expect(await instance.script(source)).toBe('mine undefined')
    })

    it('determines whether it may abort: not on a table of another scope', async () => {
        instance.rule('Foreign', {
            sys_scope: null,
            script: `current.note = 'seen'; current.setAbortAction(true)`,
        })
        expect(await instance.script(insert('a'))).toMatch(/^[0-9a-f]{32}\|null\|seen$/)
        expect(instance.messages().join()).toContain(`cannot abort writes to a table of another scope`)
    })

    it('cannot be taken over by the writing script', async () => {
        instance.rule('Plain', {
            sys_scope: null,
            condition: `current.name != 'x'`,
            script: `current.note = 'plain'`,
        })
        const source = `
            String.prototype.replace = Array.prototype.push = Array.prototype.join = function () { return 'gs.print("taken over")' };
            var gr = new GlideRecord('${THING}'); gr.name = 'a'; gr.insert(); gr.note.toString()`
        expect(await instance.script(source)).toBe('plain')
        expect(instance.messages()).not.toContain('taken over')
    })
})

it('runs rules of parent tables', async () => {
    instance.rule('Tasks', {
        collection: 'task',
        sys_scope: null,
        script: `current.short_description = current.getTableName() + ' seen'`,
    })
    const { result } = await instance.api('POST', 'incident', { short_description: 'x' })
    expect(result['short_description']).toBe('incident seen')
})
