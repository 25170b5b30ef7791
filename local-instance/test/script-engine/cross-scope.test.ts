import { addApp, addPrivilege, addTable, startScriptInstance, type ScriptInstance } from './script-instance'

/** Reads one row's word; returns the error if denied. */
const read = (table: string) =>
    `(function () { try { const r = new GlideRecord('${table}'); r.query(); return r.next() ? r.getValue('word') : 'none' } catch (e) { return e.message } })()`
/** Writes one row; returns the error if denied. */
const insert = (table: string) =>
    `(function () { try { const r = new GlideRecord('${table}'); r.setValue('word', 'new'); return r.insert() ? 'inserted' : 'null' } catch (e) { return e.message } })()`

describe('H55 what a scope may use of others', () => {
    let instance: ScriptInstance
    const ids: Record<string, string> = {}
    beforeAll(() => {
        instance = startScriptInstance()
        const { store } = instance
        for (const [scope, tracking] of [
            ['x_none', ''],
            ['x_track', 'permissive'],
            ['x_force', 'enforcing'],
        ] as const) {
            ids[scope] = addApp(store, scope, tracking)
        }
        addTable(store, 'u_open', { crossScope: { read: true, create: true, update: true, delete: true } })
        addTable(store, 'u_usual')
        addTable(store, 'u_closed', { crossScope: { read: false } })
        addTable(store, 'x_force_own', { scope: 'x_force' })
        addTable(store, 'local_hidden', { hidden: true })
        for (const table of ['u_open', 'u_usual', 'u_closed', 'x_force_own', 'local_hidden']) {
            store.insert(table, { word: table })
        }
    })
    afterAll(() => instance.close())

    const refused = (operation: string, table: string, scope: string) =>
        `${operation} operation against '${table}' from scope '${scope}' has been refused due to the table's cross-scope access policy`
    const undeclared = (operation: string, target: string, scope: string) =>
        `${operation} operation on ${target} from scope 'App ${scope}' was denied. The application 'App ${scope}' must declare a cross scope access privilege. Please contact the application admin to update their access requests.`

    it('allows a scope to read and write its own tables', async () => {
        const options = { scope: 'x_force' }
        expect(await instance.result(read('x_force_own'), options)).toBe('x_force_own')
        expect(await instance.result(insert('x_force_own'), options)).toBe('inserted')
    })

    it("applies the table's flags without tracking", async () => {
        const options = { scope: 'x_none' }
        expect(await instance.result(read('u_usual'), options)).toBe('u_usual')
        expect(await instance.result(read('u_closed'), options)).toBe(refused('Read', 'u_closed', 'x_none'))
        expect(await instance.result(insert('u_usual'), options)).toBe(refused('Create', 'u_usual', 'x_none'))
        expect(await instance.result(insert('u_open'), options)).toBe('inserted')
    })

    it('applies the flags to global scripts too', async () => {
        expect(await instance.result(read('x_force_own'))).toBe('x_force_own')
        const text = refused('Create', 'x_force_own', 'rhino.global')
        expect(await instance.result(insert('x_force_own'))).toBe(text)
    })

    it('logs a denial', async () => {
        const { log } = await instance.run(read('u_closed'), { scope: 'x_none' })
        const message = `Security restricted: ${refused('Read', 'u_closed', 'x_none')}`
        expect(log).toMatchObject([{ level: 'error', source: 'x_none', message }])
        expect(
            instance.store.count('syslog', { query: 'messageSTARTSWITHSecurity restricted: Read' })
        ).toBeGreaterThan(0)
    })

    it('records the access of a tracked application as allowed, once', async () => {
        for (let n = 0; n < 2; n++)
            expect(await instance.result(read('u_usual'), { scope: 'x_track' })).toBe('u_usual')
        expect(
            instance.store.query('sys_scope_privilege', {
                query: `source_scope=${ids['x_track']}^target_name=u_usual`,
            })
        ).toMatchObject([
            { target_scope: 'global', target_type: 'sys_db_object', operation: 'read', status: 'allowed' },
        ])
    })

    it('denies an enforcing application undeclared access, and records it as requested', async () => {
        const text = undeclared('Read', "table 'u_usual'", 'x_force')
        for (let n = 0; n < 2; n++)
            expect(await instance.result(read('u_usual'), { scope: 'x_force' })).toBe(text)
        expect(
            instance.store.query('sys_scope_privilege', {
                query: `source_scope=${ids['x_force']}^target_name=u_usual`,
            })
        ).toMatchObject([{ operation: 'read', status: 'requested' }])
    })

    it('allows an enforcing application its declared access, for that operation only', async () => {
        addPrivilege(instance.store, { source_scope: ids['x_force'] ?? '', target_name: 'u_open' })
        expect(await instance.result(read('u_open'), { scope: 'x_force' })).toMatch(/^(u_open|new)$/)
        expect(await instance.result(insert('u_open'), { scope: 'x_force' })).toBe(
            undeclared('Create', "table 'u_open'", 'x_force')
        )
    })

    it('requires the flag even with a privilege', async () => {
        addPrivilege(instance.store, { source_scope: ids['x_force'] ?? '', target_name: 'u_closed' })
        const text = refused('Read', 'u_closed', 'x_force')
        expect(await instance.result(read('u_closed'), { scope: 'x_force' })).toBe(text)
    })

    it('applies a denied or revoked privilege at once', async () => {
        const { store } = instance
        const values = { source_scope: ids['x_track'] ?? '', target_name: 'u_open', status: 'denied' }
        addPrivilege(store, values)
        expect(await instance.result(read('u_open'), { scope: 'x_track' })).toBe(
            undeclared('Read', "table 'u_open'", 'x_track')
        )
        store.updateMultiple('sys_scope_privilege', `source_scope=${ids['x_track']}^target_name=u_open`, {
            status: 'allowed',
        })
        expect(await instance.result(read('u_open'), { scope: 'x_track' })).toMatch(/^(u_open|new)$/)
    })

    it('denies scriptable objects that an enforcing application did not declare', async () => {
        const source =
            "(function () { try { new sn_ws.RESTMessageV2().setEndpoint('http://x'); return 'used' } catch (e) { return e.message } })()"
        expect(await instance.result(source, { scope: 'x_none' })).toBe('used')
        const message = await instance.result(source, { scope: 'x_force' })
        const target = /API '([\w.]+)'/.exec(message ?? '')?.[1] ?? ''
        expect(message).toBe(undeclared('Execute', `API '${target}'`, 'x_force'))
        for (let name = target; name;) {
            addPrivilege(instance.store, {
                source_scope: ids['x_force'] ?? '',
                target_name: name,
                target_type: 'scriptable',
                operation: 'execute',
            })
            const next = await instance.result(source, { scope: 'x_force' })
            name = /API '([\w.]+)'/.exec(next ?? '')?.[1] ?? ''
            if (!name) expect(next).toBe('used')
        }
    })

    it.each(['global', 'x_none'])(
        "hides the local instance's internal tables from scope %s",
        async (scope) => {
            expect(await instance.result("gs.tableExists('local_hidden')", { scope })).toBe('false')
            const { result } = await instance.run(read('local_hidden'), { scope })
            expect(result).not.toContain('local_hidden')
        }
    )

    it('restricts script includes to their scope unless they are public', async () => {
        const { store } = instance
        for (const [name, access] of [
            ['Open', 'public'],
            ['Closed', 'package_private'],
        ] as const) {
            store.insert('sys_script_include', {
                name,
                access,
                active: '1',
                sys_scope: ids['x_track'] ?? '',
                api_name: `x_track.${name}`,
                script: `var ${name} = Class.create(); ${name}.prototype = { initialize() {}, scope() { return gs.getCurrentScopeName() } }`,
            })
        }
        const use = (name: string) =>
            `(function () { try { return new x_track.${name}().scope() } catch (e) { return e.message } })()`
        expect(await instance.result(use('Open'), { scope: 'x_none' })).toBe('x_track')
        expect(await instance.result(use('Closed'), { scope: 'x_none' })).toContain('has been refused')
        expect(await instance.result(use('Closed'), { scope: 'x_track' })).toBe('x_track')
        expect(await instance.result(use('Open'), { scope: 'x_force' })).toBe(
            undeclared('Execute', "script include 'Open'", 'x_force')
        )
    })

    it("allows a script to set only its own scope's properties, and hides private ones of others", async () => {
        const { store } = instance
        store.insert('sys_properties', { name: 'x_none.mine', value: '1', sys_scope: ids['x_none'] ?? '' })
        store.insert('sys_properties', {
            name: 'x_track.secret',
            value: 's',
            is_private: '1',
            sys_scope: ids['x_track'] ?? '',
        })
        const options = { scope: 'x_none' }
        expect(
            await instance.result(
                "gs.setProperty('x_none.mine', '2'); gs.getProperty('x_none.mine')",
                options
            )
        ).toBe('2')
        const { error } = await instance.run("gs.setProperty('glide.servlet.uri', 'x')", options)
        expect(error?.message).toContain("not within the scope 'x_none'")
        expect(await instance.result("gs.getProperty('x_track.secret')", options)).toBeNull()
        expect(await instance.result("gs.getProperty('x_track.secret')", { scope: 'x_track' })).toBe('s')
    })
})
