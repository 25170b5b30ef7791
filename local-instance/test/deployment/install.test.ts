import { id, pack, record, SCOPE, SCOPE_ID, zoo } from './app'
import { BROKEN_PACKAGES } from './broken-packages'
import { describeInstallRights } from './install-rights'
import { basic, startInstance, upload, type DeploymentInstance } from './instance'
import { zip } from './zip'

let instance: DeploymentInstance

beforeAll(async () => {
    instance = await startInstance()
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

describe('installing a package', () => {
    it('creates the application, its table, choices and records', async () => {
        expect(await instance.deploy(pack(zoo()))).toEqual({
            status: 200,
            progress: '2',
            message: 'Installed Zoo 1.0.0',
        })
        const [scope] = await instance.rows('sys_scope', `scope=${SCOPE}`)
        expect(scope).toMatchObject({
            sys_id: SCOPE_ID,
            name: 'Zoo',
            active: 'true',
            sys_class_name: 'sys_app',
        })
        const animal = await instance.table('POST', `${SCOPE}_animal`, { name: 'Baloo' })
        expect(animal).toMatchObject({ name: 'Baloo', legs: '4', tame: 'true', mood: 'calm' })
        expect(
            await instance.rows('sys_choice', `name=${SCOPE}_animal^element=mood^ORDERBYsequence`)
        ).toMatchObject([
            { value: 'calm', label: 'Calm' },
            { value: 'wild', label: 'Wild' },
        ])
        expect(instance.host.store.dictionary.table(`${SCOPE}_animal`)?.scope).toBe(SCOPE)
    })

    it('keeps sys_ids, and records the application of each file', async () => {
        await instance.deploy(pack(zoo()))
        const [role] = await instance.rows('sys_user_role', `name=${SCOPE}.keeper`)
        expect(role).toMatchObject({
            sys_id: id('keeper'),
            sys_scope: SCOPE_ID,
            sys_package: SCOPE_ID,
            sys_update_name: `sys_user_role_${id('keeper')}`,
            sys_created_by: 'admin',
        })
    })

    it('resolves a record that a file references by name only: the role itil of this instance', async () => {
        await instance.deploy(pack(zoo()))
        const [itil] = await instance.rows('sys_user_role', 'name=itil')
        const [link] = await instance.rows('sys_security_acl_role', `sys_security_acl=${id('acl')}`)
        expect(link?.['sys_user_role']).toBe(itil?.['sys_id'])
        const asItil = await fetch(`${instance.url}/api/now/table/${SCOPE}_animal`, {
            headers: { authorization: basic('beth.anglin') },
        })
        expect(asItil.status).toBe(200)
        const asNobody = await fetch(`${instance.url}/api/now/table/${SCOPE}_animal`, {
            headers: { authorization: basic('abel.tuter') },
        })
        expect(asNobody.status).toBe(403)
    })

    it('installs demo data on request', async () => {
        await instance.deploy(pack(zoo()))
        expect((await instance.rows(`${SCOPE}_animal`)).map(({ name }) => name).sort()).toEqual([
            'Athena',
            'Leo',
        ])
        await instance.deploy(pack(zoo()), { demo: true })
        expect((await instance.rows(`${SCOPE}_animal`)).map(({ name }) => name).sort()).toEqual([
            'Athena',
            'Kaa',
            'Leo',
        ])
    })

    it('writes the history that the SDK reads', async () => {
        await instance.deploy(pack(zoo()))
        const [history] = await instance.rows(
            'sys_upgrade_history',
            `to_version=${SCOPE}^ORDERBYDESCupgrade_started`
        )
        expect(history?.['upgrade_finished']).toMatch(/^\d{4}-/)
        const found = await instance.dispositions()
        expect(Object.keys(found)).toEqual(['Inserted'])
        expect(found['Inserted']).toContain(`sys_properties_${id('property')}`)
    })

    it('adds columns to a platform table and leaves the rest of it unchanged', async () => {
        const before = instance.host.store.dictionary.table('incident')
        const augmented =
            '<database><element name="incident" type="collection" access="public" ws_access="false" read_access="false">' +
            `<element name="${SCOPE}_cage" type="string" label="Cage" max_length="40"/></element></database>`
        expect(await instance.deploy(pack(zoo({ 'dictionary/incident.xml': augmented })))).toMatchObject({
            progress: '2',
        })
        const after = instance.host.store.dictionary.table('incident')
        expect(after?.columns.get(`${SCOPE}_cage`)?.label).toBe('Cage')
        expect(after).toMatchObject({
            label: before?.label,
            webServiceAccess: true,
            crossScope: before?.crossScope,
        })
    })

    it('creates a table that extends another of the same package, in any order', async () => {
        const child = `<database><element name="${SCOPE}_a_bird" type="collection" label="Bird" extends="${SCOPE}_animal" access="public" ws_access="true" read_access="true"><element name="wings" type="integer"/></element></database>`
        await instance.deploy(
            pack(
                zoo({
                    [`dictionary/${SCOPE}_a_bird.xml`]: child,
                    'unload/duck.xml': record(`${SCOPE}_a_bird`, 'duck', { name: 'Donald', wings: '2' }),
                })
            )
        )
        const [duck] = await instance.rows(`${SCOPE}_animal`, 'name=Donald')
        expect(duck).toMatchObject({ sys_class_name: `${SCOPE}_a_bird`, legs: '4' })
    })

    it('skips unknown columns of platform tables, and reports them', async () => {
        const page = record('sys_properties', 'property', {
            name: `${SCOPE}.open`,
            value: 'true',
            from_the_future: '1',
        })
        expect(await instance.deploy(pack(zoo({ 'update/property.xml': page })))).toMatchObject({
            progress: '2',
        })
        expect(instance.host.log.entries().map(({ message }) => message)).toContain(
            'Ignored columns that do not exist on this instance: sys_properties.from_the_future'
        )
    })

    it('installs undeclared applications as store applications, and does not convert one into the other', async () => {
        await instance.deploy(pack(zoo()), { query: '' })
        expect((await instance.rows('sys_scope', `scope=${SCOPE}`))[0]?.['sys_class_name']).toBe(
            'sys_store_app'
        )
        const second = await instance.deploy(pack(zoo()))
        expect(second).toMatchObject({ progress: '3' })
        expect(second.message).toContain('not a sys_app')
    })

    it('runs in the background on request, and its progress reports the end', async () => {
        const response = await upload(instance.url, {
            zip: pack(zoo()),
            query: 'sysparm_request_type=custom_app&sysparm_async_fluent_install=true',
            headers: { authorization: basic() },
        })
        const { executionTracker, rollbackContext } = (await response.json()) as Record<string, string>
        expect(rollbackContext).toMatch(/^[0-9a-f]{32}$/)
        for (let status = '0'; status < '2';) {
            const progress = await fetch(`${instance.url}/api/sn_cicd/progress/${executionTracker}`, {
                headers: { authorization: basic() },
            })
            const { result } = (await progress.json()) as {
                result: { status: string; percent_complete: number }
            }
            status = result.status
            expect(result.percent_complete).toBe(status === '2' ? 100 : 0)
        }
        expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toHaveLength(1)
    })
})

describe('H56 a package that cannot be installed', () => {
    it.each(BROKEN_PACKAGES)(
        'with %s is rejected completely, with file and line',
        async (_, changes, message) => {
            const before = count(instance)
            const answer = await instance.deploy(pack(zoo(changes)))
            expect(answer).toMatchObject({ status: 400, progress: '3' })
            expect(answer.message).toContain(message)
            expect(instance.host.store.dictionary.table(`${SCOPE}_animal`)).toBeUndefined()
            expect(count(instance)).toEqual(before)
        }
    )

    it('reports all problems at once, up to ten', async () => {
        const many = Object.fromEntries(
            Array.from({ length: 12 }, (_, n) => [
                `update/${n}.xml`,
                record('nowhere', `x${n}`, { name: 'x' }),
            ])
        )
        const { message } = await instance.deploy(pack(zoo(many)))
        expect(message.split('\n')).toHaveLength(11)
        expect(message).toContain('and 2 more')
    })

    it.each([
        ['is not a zip', Buffer.from('PK is all it has of a zip')],
        ['has a path traversal', zip([{ name: '../../x.xml', data: '<a/>' }])],
        ['was changed after it was packed', pack(zoo(), [{ name: '/update/x.xml', data: '<a/>' }])],
    ])('that %s is rejected', async (_, archive) => {
        expect(await instance.deploy(archive)).toMatchObject({ status: 400, progress: '3' })
        expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toEqual([])
    })

    it('is rejected if the scope belongs to another application, or is not the declared one', async () => {
        const announced = `sysparm_request_type=custom_app&sysparm_fluent_scope_id=${id('other')}`
        expect((await instance.deploy(pack(zoo()), { query: announced })).message).toContain(
            `is not ${id('other')}`
        )
        await instance.deploy(pack(zoo()))
        const other = Object.fromEntries(
            Object.entries(zoo()).map(([path, text]) => [path, text.replaceAll(SCOPE_ID, id('other'))])
        )
        expect((await instance.deploy(pack(other))).message).toContain(
            `The scope ${SCOPE} is already used by another application`
        )
    })
})

describeInstallRights(() => instance)

/** Row counts of the tables that an installation writes to. */
function count({ host }: DeploymentInstance): Record<string, number> {
    const tables = [
        'sys_scope',
        'sys_metadata',
        'sys_db_object',
        'sys_upgrade_history',
        'sys_upgrade_history_log',
    ]
    return Object.fromEntries(
        [...tables, 'local_deployed_record'].map((name) => [name, host.store.count(name)])
    )
}
