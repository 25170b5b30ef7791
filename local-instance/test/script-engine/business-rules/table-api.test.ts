import { startInstance, THING, type RulesInstance } from './instance'

let instance: RulesInstance

beforeAll(async () => {
    instance = await startInstance()
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

describe('a rule before an insert by the Table API', () => {
    it('gets defaults and sys_id, and its changes are stored and returned', async () => {
        instance.rule('Fill in', {
            script: `current.note = [current.count, current.active, current.sys_id.toString().length,
                current.operation(), previous === null, current.isNewRecord()].join(' ')`,
        })
        const { status, result } = await instance.api('POST', THING, { name: 'a' })
        expect(status).toBe(201)
        expect(result['note']).toBe('7 true 32 insert true true')
        expect(instance.host.store.first(THING, 'name=a')).toMatchObject({
            note: result['note'],
            sys_created_by: 'admin',
        })
    })

    it('aborts it: 403 with the platform’s text, nothing is stored, and its messages are not in the response', async () => {
        const id = instance.rule('No bad names', {
            filter_condition: 'name=bad',
            script: `gs.addErrorMessage('Secret reason'); current.setAbortAction(true)`,
        })
        expect(await instance.api('POST', THING, { name: 'bad' })).toEqual({
            status: 403,
            error: {
                message: 'Operation Failed',
                detail: `Operation against file '${THING}' was aborted by Business Rule 'No bad names^${id}'. Business Rule Stack:No bad names`,
            },
        })
        expect((await instance.api('POST', THING, { name: 'good' })).status).toBe(201)
        expect(instance.names()).toEqual(['good'])
        expect(instance.messages().join('\n')).toContain(`was aborted by Business Rule 'No bad names^${id}'`)
    })

    it('also aborts without a script, and then runs none', async () => {
        instance.rule('Closed', {
            advanced: '0',
            abort_action: '1',
            template: 'note=set',
            script: `gs.info('ran all the same')`,
        })
        expect((await instance.api('POST', THING, { name: 'a' })).status).toBe(403)
        expect(instance.messages()).not.toContain('ran all the same')
        expect(instance.names()).toEqual([])
    })

    it('runs the others after an abort, and they may revoke it', async () => {
        instance.rule('First', { order: '1', script: 'current.setAbortAction(true)' })
        instance.rule('Second', {
            order: '2',
            script: `current.note = 'aborted ' + current.isActionAborted();
                if (current.name == 'ok') current.setAbortAction(false)`,
        })
        const { status, result } = await instance.api('POST', THING, { name: 'ok' })
        expect([status, result['note']]).toEqual([201, 'aborted true'])
        expect((await instance.api('POST', THING, { name: 'not ok' })).status).toBe(403)
    })

    it('continues after an exception, which is logged with its line', async () => {
        instance.rule('Broken', { order: '1', script: `current.note = 'half'\nnothing.there()` })
        instance.rule('Next', { order: '2', script: `current.note += ' done'` })
        const { status, result } = await instance.api('POST', THING, { name: 'a' })
        expect([status, result['note']]).toEqual([201, 'half done'])
        expect(instance.messages()).toContain(`Business rule 'Broken': nothing is not defined, line 2`)
    })

    it('runs by its order, and not if inactive, for display or on other tables', async () => {
        const add = `current.note = (current.note || '') + '$'`
        for (const [name, values] of Object.entries<Record<string, string>>({
            c: { order: '300' },
            a: { order: '-1' },
            b: { order: '20' },
            off: { active: '0' },
            shown: { when: 'before_display' },
            elsewhere: { collection: 'incident' },
            updates: { action_update: '1' },
        })) {
            instance.rule(name, { script: add.replace('$', name), ...values })
        }
        expect((await instance.api('POST', THING, { name: 'x' })).result['note']).toBe('abc')
    })

    it('checks roles, filter and condition', async () => {
        const add = (text: string) => ({ script: `current.note = (current.note || '') + '${text}'` })
        instance.rule('1 admins', { ...add('1'), role_conditions: 'admin' })
        instance.rule('2 itil', { ...add('2'), role_conditions: 'nobody,itil' })
        instance.rule('3 filter', { ...add('3'), filter_condition: 'count>10^ORnameSTARTSWITHx^EQ' })
        instance.rule('4 condition', {
            ...add('4'),
            condition: `current.name == 'xy' && gs.hasRole('itil');`,
        })
        instance.rule('broken condition', { ...add('5'), condition: 'nothing.there' })
        instance.rule('no expression', { ...add('6'), condition: 'if (true)' })
        const note = async (name: string, user?: string) =>
            (await instance.api('POST', THING, { name }, user)).result['note']
        expect(await note('xy', 'beth.anglin')).toBe('234')
        expect(await note('xz', 'abel.tuter')).toBe('3')
        expect(await note('a', 'admin')).toBe('12')
        expect(instance.messages().join()).toContain(
            `Business rule 'broken condition': nothing is not defined`
        )
        expect(instance.messages().join()).toContain(`Business rule 'no expression': `)
    })

    it('sets field values without a script', async () => {
        instance.rule('Set', { advanced: '0', template: 'count=5^noteSAMEASname^active=false^EQ' })
        const { result } = await instance.api('POST', THING, { name: 'same' })
        expect(result).toMatchObject({ count: '5', note: 'same', active: 'false' })
    })

    it('grants no rights: a user who may not create is rejected before any rule runs', async () => {
        instance.rule('Seen', { collection: 'incident', script: `gs.info('rule ran')`, sys_scope: null })
        const refused = await instance.api('POST', 'incident', { short_description: 'x' }, 'abel.tuter')
        expect(refused.status).toBe(403)
        expect(instance.messages()).not.toContain('rule ran')
        expect((await instance.api('POST', 'incident', { short_description: 'x' })).status).toBe(201)
        expect(instance.messages()).toContain('rule ran')
    })

    it('is subject to unique keys afterwards', async () => {
        instance.rule('Code', { script: `current.code = 'one'` })
        expect((await instance.api('POST', THING, { name: 'a' })).status).toBe(201)
        expect((await instance.api('POST', THING, { name: 'b' })).status).toBe(403)
        expect(instance.names()).toEqual(['a'])
    })
})

describe('rules on changes and deletions by the Table API', () => {
    const add = async (name: string) => (await instance.api('POST', THING, { name })).result['sys_id'] ?? ''

    it('get the previous and the new record', async () => {
        const id = await add('a')
        instance.rule('Changes', {
            action_update: '1',
            script: `current.note = [previous.name, current.name, current.name.changes(), current.count.changes(),
                current.name.changesFrom('a'), current.name.changesTo('b'), current.operation()].join(' ')`,
        })
        const { result } = await instance.api('PATCH', `${THING}/${id}`, { name: 'b', count: '7' })
        expect(result['note']).toBe('a b true false true true update')
    })

    it('filter by changes', async () => {
        const id = await add('a')
        const rules = {
            valchanges: 'nameVALCHANGES',
            from: 'nameCHANGESFROMa',
            to: 'nameCHANGESTOb',
            other: 'countVALCHANGES',
            never: 'nameCHANGESTOa',
            either: 'countVALCHANGES^ORactive=true',
        }
        for (const [name, filter_condition] of Object.entries(rules))
            instance.rule(name, { action_update: '1', filter_condition, script: `gs.info('ran ${name}')` })
        await instance.api('PATCH', `${THING}/${id}`, { name: 'b' })
        const ran = instance.messages().filter((message) => message.startsWith('ran '))
        expect(ran).toEqual(['ran either', 'ran from', 'ran to', 'ran valchanges'])
    })

    it('do not run if nothing changes', async () => {
        const id = await add('a')
        instance.rule('Seen', { action_update: '1', script: `gs.info('rule ran')` })
        expect((await instance.api('PATCH', `${THING}/${id}`, { name: 'a' })).status).toBe(200)
        expect(instance.messages()).not.toContain('rule ran')
    })

    it('abort them and leave the record unchanged', async () => {
        const id = await add('a')
        instance.rule('Locked', {
            action_update: '1',
            action_delete: '1',
            script: 'current.setAbortAction(true)',
        })
        expect((await instance.api('PATCH', `${THING}/${id}`, { name: 'b' })).status).toBe(403)
        expect((await instance.api('DELETE', `${THING}/${id}`)).status).toBe(403)
        expect(instance.names()).toEqual(['a'])
        expect((await instance.api('DELETE', `${THING}/${'0'.repeat(32)}`)).status).toBe(404)
    })

    it('run after the write, with the record as stored; changes to current are lost, an abort is too late', async () => {
        const id = await add('a')
        instance.rule('After', {
            when: 'after',
            action_update: '1',
            action_delete: '1',
            script: `current.note = 'lost'; current.setAbortAction(true);
                var stored = new GlideRecord('${THING}');
                gs.info(current.operation() + ' ' + previous.name + ' ' + stored.get(current.getUniqueValue()) + ' ' + current.name.changesTo('b'))`,
        })
        const { status, result } = await instance.api('PATCH', `${THING}/${id}`, { name: 'b' })
        expect([status, result['note']]).toEqual([200, ''])
        expect((await instance.api('DELETE', `${THING}/${id}`)).status).toBe(204)
        expect(instance.messages()).toEqual(
            expect.arrayContaining(['update a true true', 'delete b false false'])
        )
    })

    it('return the record as changed by rules after the write', async () => {
        instance.rule('Again', {
            when: 'after',
            script: `var gr = new GlideRecord('${THING}'); gr.get(current.sys_id); gr.note = 'later'; gr.update()`,
        })
        expect((await instance.api('POST', THING, { name: 'a' })).result['note']).toBe('later')
    })
})

it('count the statements of rules with those of the write', async () => {
    const route = 'POST /api/now/table/{tableName}'
    const cost = async () => {
        const before = instance.host.stats.all()[route]?.db_statements ?? 0
        await instance.api('POST', THING, { name: 'a' })
        return (instance.host.stats.all()[route]?.db_statements ?? 0) - before
    }
    instance.rule('Quiet', { script: '' })
    await cost()
    const quiet = await cost()
    instance.rule('Asks', {
        script: `new GlideRecord('incident').query(); new GlideRecord('sys_user').query()`,
    })
    await cost()
    expect((await cost()) - quiet).toBe(2)
})
