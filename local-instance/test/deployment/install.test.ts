import { application, dictionary, id, pack, record, SCOPE, SCOPE_ID, zoo } from './app'
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

/** A number of columns that nothing else uses. */
function columns(count: number, name = 'extra'): string {
    const more = count === 1 ? [name] : Array.from({ length: count }, (_, at) => `${name}_${at}`)
    return ['name', 'legs', 'tame', ...more].map((one) => `<element name="${one}" type="string"/>`).join('')
}

describe('H56 a package that cannot be installed', () => {
    const broken: [string, Record<string, string | undefined>, string][] = [
        ['malformed XML', { 'update/role.xml': '<record_update>\n<sys_user_role>' }, 'update/role.xml:'],
        [
            'an unknown table',
            { 'update/x.xml': record('sys_nonexistent', 'x', { name: 'x' }) },
            'update/x.xml:3: Unknown table sys_nonexistent',
        ],
        [
            'a hidden table of the local instance',
            { 'update/x.xml': record('local_deployed_record', 'x', { application: 'x' }) },
            'Unknown table local_deployed_record',
        ],
        [
            'a folder named like a prototype property',
            { 'constructor/x.xml': record('sys_properties', 'x', { name: 'x' }) },
            'constructor/x.xml: Unknown folder constructor',
        ],
        [
            'the application in a folder below its own',
            { [`scope/sys_app_${SCOPE_ID}.xml`]: undefined, 'scope/a/app.xml': application() },
            'scope/a/app.xml: The file is outside the folders of an application package',
        ],
        [
            'a column named like a prototype property',
            { [`dictionary/${SCOPE}_animal.xml`]: dictionary(`${SCOPE}_animal`, columns(1, 'constructor')) },
            'Invalid name: "constructor"',
        ],
        [
            'more columns than a table may have',
            { [`dictionary/${SCOPE}_animal.xml`]: dictionary(`${SCOPE}_animal`, columns(1001)) },
            `dictionary/${SCOPE}_animal.xml:3: The table ${SCOPE}_animal has more than 1000 columns`,
        ],
        [
            'a record that creates a column with an invalid name',
            {
                'update/x.xml': record('sys_dictionary', 'x', {
                    name: 'sys_user',
                    element: 'a"b',
                    internal_type: 'string',
                }),
            },
            'update/x.xml:3: Invalid name: "a\\"b"',
        ],
        [
            'records of a table that it deletes',
            { 'update/x.xml': record('sys_db_object', 'x', { name: `${SCOPE}_animal` }, 'DELETE') },
            `Table ${SCOPE}_animal is deleted by this package`,
        ],
        [
            'an unknown column of its own table',
            { 'unload/x.xml': record(`${SCOPE}_animal`, 'x', { name: 'x', wings: '2' }) },
            `unload/x.xml:3: Table ${SCOPE}_animal has no column wings`,
        ],
        [
            'a violated unique index',
            { 'unload/x.xml': record(`${SCOPE}_animal`, 'x', { name: 'Leo' }) },
            'unload/x.xml:3: ',
        ],
        [
            'one sys_id with two contents',
            { 'unload/x.xml': record(`${SCOPE}_animal`, 'lion', { name: 'Not Leo' }) },
            `unload/x.xml:3: ${SCOPE}_animal ${id('lion')} is also in unload/lion.xml, with different content`,
        ],
        [
            'a record that a platform rule rejects',
            {
                'unload/rule.xml': record('sys_cors_rule', 'rule', {
                    name: 'Zoo',
                    domain: 'https://*com',
                    rest_api: 'x',
                }),
            },
            'unload/rule.xml:3: Invalid domain',
        ],
        [
            'a table with the name of another scope',
            { 'dictionary/x.xml': '<database><element name="x_other_t" type="collection"/></database>' },
            `dictionary/x.xml:1: The name of table x_other_t must start with ${SCOPE}_`,
        ],
        [
            'a table that extends an unknown one',
            {
                'dictionary/x.xml': `<database><element name="${SCOPE}_t" type="collection" extends="nowhere"/></database>`,
            },
            'dictionary/x.xml:1: Unknown table nowhere',
        ],
        [
            'a reference to an unknown table',
            {
                'dictionary/x.xml': `<database><element name="${SCOPE}_t" type="collection"><element name="a" type="reference" reference="nowhere"/></element></database>`,
            },
            'references the unknown table nowhere',
        ],
        [
            'an index of an unknown column',
            {
                'dictionary/x.xml': `<database><element name="${SCOPE}_t" type="collection"><index name="i"><element name="a"/></index></element></database>`,
            },
            'An index contains the unknown column a',
        ],
        [
            'a deletion by a column that does not exist',
            {
                'update/x.xml':
                    '<record_update><w><sys_properties action="delete_multiple" query="nonsense=1"/></w></record_update>',
            },
            'update/x.xml:1: ',
        ],
        ['an unknown folder', { 'elsewhere/x.xml': '<a/>' }, 'elsewhere/x.xml: Unknown folder elsewhere'],
        ['a file outside the folders', { 'x.xml': '<a/>' }, 'x.xml: The file is outside the folders'],
        [
            'no application',
            { [`scope/sys_app_${SCOPE_ID}.xml`]: undefined },
            'must contain exactly one file in the folder scope',
        ],
        [
            'a forbidden scope',
            { [`scope/sys_app_${SCOPE_ID}.xml`]: application({ scope: 'global' }) },
            'Invalid scope name: "global"',
        ],
        [
            'an entity bomb',
            {
                'update/x.xml':
                    '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><record_update>&z;</record_update>',
            },
            'update/x.xml:1: Document type declarations are not allowed',
        ],
    ]

    it.each(broken)('with %s is rejected completely, with file and line', async (_, changes, message) => {
        const before = count(instance)
        const answer = await instance.deploy(pack(zoo(changes)))
        expect(answer).toMatchObject({ status: 400, progress: '3' })
        expect(answer.message).toContain(message)
        expect(instance.host.store.dictionary.table(`${SCOPE}_animal`)).toBeUndefined()
        expect(count(instance)).toEqual(before)
    })

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

describe('the right to install', () => {
    const signIn = async (user: string) => {
        const login = await fetch(`${instance.url}/angular.do?sysparm_type=view_form.login`, {
            method: 'POST',
            body: new URLSearchParams({ sysparm_type: 'login', user_name: user, user_password: user }),
        })
        const cookie = login.headers
            .getSetCookie()
            .map((line) => line.split(';', 1)[0])
            .join('; ')
        const token = await fetch(`${instance.url}/angular.do?sysparm_type=get_user`, {
            method: 'POST',
            headers: { cookie },
        })
        return { cookie, token: token.headers.get('x-usertoken-response') ?? '' }
    }

    it('requires an administrator with a session and its token, in the form or in the header', async () => {
        const { cookie, token } = await signIn('admin')
        expect(token).not.toBe('')
        const zipped = pack(zoo())
        expect((await upload(instance.url, { zip: zipped, headers: { cookie } })).status).toBe(401)
        expect(
            (await upload(instance.url, { zip: zipped, headers: { cookie }, token: 'a'.repeat(64) })).status
        ).toBe(401)
        expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toEqual([])
        expect((await upload(instance.url, { zip: zipped, headers: { cookie }, token })).status).toBe(200)
        const inHeader = { cookie, 'x-usertoken': token }
        expect((await upload(instance.url, { zip: zipped, headers: inHeader })).status).toBe(200)
    })

    it.each(['beth.anglin', 'abel.tuter'])('is denied to %s', async (user) => {
        const { cookie, token } = await signIn(user)
        const bySession = await upload(instance.url, { zip: pack(zoo()), headers: { cookie }, token })
        expect(bySession.status).toBe(401)
        const byPassword = await upload(instance.url, {
            zip: pack(zoo()),
            headers: { authorization: basic(user) },
        })
        expect(byPassword.status).toBe(401)
        expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toEqual([])
    })

    it('is denied without authentication, and so is reading the progress', async () => {
        expect((await upload(instance.url, { zip: pack(zoo()) })).status).toBe(401)
        expect((await fetch(`${instance.url}/api/sn_cicd/progress/${id('x')}`)).status).toBe(401)
        const asUser = await fetch(`${instance.url}/api/sn_cicd/progress/${id('x')}`, {
            headers: { authorization: basic('beth.anglin') },
        })
        expect(asUser.status).toBe(403)
    })

    it('requires a file, and an existing progress id', async () => {
        const headers = { authorization: basic() }
        expect((await upload(instance.url, { zip: undefined, headers })).status).toBe(400)
        const noForm = await fetch(`${instance.url}/sn_appclient_upload_processor.do`, {
            method: 'POST',
            headers,
            body: 'x',
        })
        expect(noForm.status).toBe(400)
        expect((await fetch(`${instance.url}/api/sn_cicd/progress/${id('x')}`, { headers })).status).toBe(404)
        expect((await fetch(`${instance.url}/api/sn_cicd/progress/..%2F..`, { headers })).status).toBe(404)
    })
})

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
