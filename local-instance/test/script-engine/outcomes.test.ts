import { addTable, principal, startScriptInstance, type ScriptInstance } from './script-instance'

describe('the outcome of a script', () => {
    let instance: ScriptInstance
    beforeAll(() => {
        instance = startScriptInstance()
        addTable(instance.store, 'u_word')
    })
    afterAll(() => instance.close())

    it.each([
        ['1 + 1', '2'],
        ["var x = 'a'; x + 'b'", 'ab'],
        ['if (true) { 5 } else { 6 }', '5'],
        ["try { throw new Error('no') } catch (e) { 'caught ' + e.message }", 'caught no'],
        ['({ a: [1] })', '{"a":[1]}'],
        ['null', null],
        ['var only = 1', null],
    ])('%j returns %j', async (source, expected) => {
        expect(await instance.result(source)).toBe(expected)
    })

    it.each([
        ["\n\nthrow new Error('here')", 'here', 3],
        ['let a = 1\nlet = = 2', "Unexpected token '='", 2],
        ['missing.name', 'missing is not defined', 1],
        ['\nnull.name', "Cannot read properties of null (reading 'name')", 2],
        ["throw 'text'", 'text', null],
        ['} evil {', "Unexpected token '}'", 1],
        ['return 1', 'Illegal return statement', 1],
    ])('%j fails with message and line', async (source, message, line) => {
        const outcome = await instance.run(source)
        expect(outcome).toMatchObject({ result: null, error: { message, line, code: 'script_error' } })
        const place = line === null ? '' : `, line ${line}`
        expect(outcome.log).toMatchObject([
            { level: 'error', source: 'global', message: `test: ${message}${place}` },
        ])
    })

    it('returns the variable answer, as an access control script sets it', async () => {
        expect(await instance.run("answer = gs.hasRole('itil')")).toMatchObject({ answer: true })
        const user = principal(instance.store, 'abel.tuter', [])
        expect(await instance.run("var answer = gs.hasRole('itil')", { user })).toMatchObject({
            answer: false,
        })
    })

    it('runs a script only after its guards have permitted it', async () => {
        const guard = (label: string, source: string) => ({ scope: 'global', label, source })
        const yes = guard('yes', 'var answer = true')
        const run = (...guards: ReturnType<typeof guard>[]) =>
            instance.run("'ran ' + typeof answer", { guards })
        expect(await run(yes, yes)).toMatchObject({ result: 'ran undefined' })
        for (const source of ['answer = false', '1', 'answer = 1', "throw new Error('no')", 'answer = {}']) {
            const outcome = await run(yes, guard('other', source))
            expect(outcome).toMatchObject({ result: null, refusedBy: 'other' })
        }
    })

    it('logs to the outcome and to the system log, with the scope as source', async () => {
        const { log } = await instance.run("gs.info('a {0}', 'b'); gs.error('c')")
        expect(log.map(({ level, source, message }) => [level, source, message])).toEqual([
            ['info', 'global', 'a b'],
            ['error', 'global', 'c'],
        ])
        expect(instance.store.count('syslog', { query: 'message=a b^source=global' })).toBe(1)
    })

    it("counts the script's own statements, not the platform's", async () => {
        const source = `
            const r = new GlideRecord('u_word')
            r.setValue('word', 'one')
            r.insert()
            const q = new GlideRecord('u_word')
            q.addQuery('word', 'one')
            q.query()
            q.next()
            gs.info('not counted')
            q.canRead()
            gs.getProperty('glide.servlet.uri')`
        expect(await instance.run(source)).toMatchObject({ statements: 2, outboundCalls: 0 })
    })

    it('binds the record and the event of a job', async () => {
        const row = instance.store.insert('u_word', { word: 'bound' })
        const outcome = await instance.run("current.getValue('word') + event.parm1 + event.parm2", {
            current: { table: 'u_word', sysId: row['sys_id'] ?? '' },
            event: { name: 'e', parm1: '1', parm2: '2', sysId: row['sys_id'] ?? '' },
        })
        expect(outcome.result).toBe('bound12')
    })

    it('passes a request byte by byte and returns the response', async () => {
        const outcome = await instance.run(
            "response.setStatus(201); response.setHeader('X-A', 'b'); response.setBody({ got: request.body.dataString, form: request.queryParams.q })",
            {
                rest: {
                    method: 'POST',
                    url: 'http://127.0.0.1/api/x/a?q=1',
                    uri: '/api/x/a',
                    queryString: 'q=1',
                    headers: { 'content-type': 'application/json' },
                    pathParams: {},
                    queryParams: { q: ['1'] },
                    contentType: 'application/json',
                    body: Buffer.from('"ü\u2028€"'),
                    produces: ['application/json'],
                    accept: 'application/json',
                },
            }
        )
        expect(outcome.rest).toMatchObject({ status: 201, headers: { 'X-A': 'b' } })
        expect(JSON.parse(outcome.rest?.body ?? '')).toEqual({ result: { got: '"ü\u2028€"', form: ['1'] } })
    })

    it("uses the instance's clock", async () => {
        instance.clock.set(Date.UTC(2031, 4, 6, 7, 8, 9))
        const source =
            '[new Date().getUTCFullYear(), new Date(Date.now()).getUTCMonth(), Date().includes("2031"), new Date(0).getTime(), new Date() instanceof Date].join()'
        expect(await instance.result(source)).toBe('2031,4,true,0,true')
        expect(await instance.result('new GlideDateTime().getValue()')).toMatch(/^2031-05-06 07:08:/)
    })

    it('queues events', async () => {
        await instance.run("gs.eventQueue('u.happened', null, 'one', 'two', 'slow')")
        expect(instance.store.query('sysevent', { query: 'name=u.happened' })).toMatchObject([
            { parm1: 'one', parm2: 'two', queue: 'slow', state: 'ready' },
        ])
    })

    it('logs a rejected write', async () => {
        instance.store.define({
            name: 'u_unique',
            label: 'Unique',
            columns: [{ name: 'key', type: 'string', unique: true }],
        })
        instance.store.insert('u_unique', { key: 'k' })
        const { result, log } = await instance.run(
            "const r = new GlideRecord('u_unique'); r.setValue('key', 'k'); String(r.insert())"
        )
        expect(result).toBe('null')
        expect(log).toMatchObject([
            { level: 'warn', message: 'A record with the same unique value already exists in u_unique' },
        ])
        expect(instance.store.count('u_unique')).toBe(1)
    })
})
