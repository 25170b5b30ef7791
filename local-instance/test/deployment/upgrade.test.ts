import { application, dictionary, id, pack, record, SCOPE, SCOPE_ID, ANIMAL, zoo } from './app'
import { startInstance, type DeploymentInstance } from './instance'

let instance: DeploymentInstance

beforeAll(async () => {
    instance = await startInstance()
    expect(await instance.deploy(pack(zoo()))).toMatchObject({ progress: '2' })
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const property = (value: string, description = 'Whether the zoo is open') =>
    record('sys_properties', 'property', { name: `${SCOPE}.open`, type: 'boolean', value, description })

async function upgrade(changes: Record<string, string | undefined>): Promise<Record<string, string[]>> {
    expect(await instance.deploy(pack(zoo(changes)))).toMatchObject({ progress: '2' })
    return instance.dispositions()
}

describe('an upgrade', () => {
    it('without changes leaves everything unchanged', async () => {
        const before = await instance.rows('sys_properties', `sys_id=${id('property')}`)
        const found = await upgrade({})
        expect(Object.keys(found).sort()).toEqual(['Skipped', 'Skipped Apply Once', 'Unchanged'])
        expect(await instance.rows('sys_properties', `sys_id=${id('property')}`)).toEqual(before)
    })

    it('updates and adds records', async () => {
        const found = await upgrade({
            [`scope/sys_app_${SCOPE_ID}.xml`]: application({ version: '1.1.0' }),
            'update/property.xml': property('false'),
            'update/new.xml': record('sys_properties', 'new', { name: `${SCOPE}.new`, value: '1' }),
        })
        expect(found['Updated']).toEqual([`sys_properties_${id('property')}`])
        expect(found['Inserted']).toEqual([`sys_properties_${id('new')}`])
        expect(instance.host.store.property(`${SCOPE}.open`)).toBe('false')
        expect((await instance.rows('sys_app', `sys_id=${SCOPE_ID}`))[0]?.['version']).toBe('1.1.0')
    })

    it('adds columns and choices to its table and keeps the rows', async () => {
        await upgrade({
            [`dictionary/${SCOPE}_animal.xml`]: ANIMAL.replace(
                '<index',
                '<element name="age" type="integer" label="Age"/>\n<index'
            ).replace('</choice>', '<element value="angry" label="Angry" sequence="3"/></choice>'),
        })
        const lion = await instance.table('PATCH', `${SCOPE}_animal/${id('lion')}`, {
            age: '7',
            mood: 'angry',
        })
        expect(lion).toMatchObject({ name: 'Leo', age: '7', mood: 'angry' })
    })

    it('H75 keeps an administrator’s changes, and reports them', async () => {
        await instance.table('PATCH', `sys_properties/${id('property')}`, { value: 'false' })
        const found = await upgrade({ 'update/property.xml': property('true', 'A new description') })
        expect(found['Skipped']).toContain(`sys_properties_${id('property')}`)
        expect(instance.host.store.property(`${SCOPE}.open`)).toBe('false')
        expect((await instance.rows('sys_properties', `sys_id=${id('property')}`))[0]?.['description']).toBe(
            'Whether the zoo is open'
        )
    })

    it('replaces a change marked "replace on upgrade"', async () => {
        await instance.table('PATCH', `sys_properties/${id('property')}`, { value: 'false' })
        const [update] = await instance.rows('sys_update_xml', `name=sys_properties_${id('property')}`)
        await instance.table('PATCH', `sys_update_xml/${update?.['sys_id']}`, { replace_on_upgrade: 'true' })
        await upgrade({ 'update/property.xml': property('true', 'A new description') })
        expect(instance.host.store.property(`${SCOPE}.open`)).toBe('true')
    })

    it('does not restore records that an administrator deleted', async () => {
        await instance.table('DELETE', `sys_properties/${id('property')}`)
        await upgrade({ 'update/property.xml': property('true', 'A new description') })
        expect(await instance.rows('sys_properties', `name=${SCOPE}.open`)).toEqual([])
    })

    it('H75 deletes records that the new version dropped, unless an administrator changed them', async () => {
        await instance.table('PATCH', `sys_properties/${id('property')}`, { value: 'false' })
        const found = await upgrade({
            'update/property.xml': undefined,
            'update/second_property.xml': undefined,
        })
        expect(found['Deleted']).toEqual([`sys_properties_${id('second_property')}`])
        expect(await instance.rows('sys_properties', `nameSTARTSWITH${SCOPE}.`)).toMatchObject([
            { name: `${SCOPE}.open` },
        ])
    })

    it('deletes by an explicit DELETE, including a table with its rows', async () => {
        const files = {
            'author_elective_update/gone.xml': record('sys_properties', 'property', {}, 'DELETE'),
            'update/property.xml': undefined,
        }
        expect((await upgrade(files))['Deleted']).toEqual([`sys_properties_${id('property')}`])
        const table = instance.host.store.first('sys_db_object', `name=${SCOPE}_animal`)
        const withoutTable = Object.fromEntries(
            Object.keys(zoo())
                .filter((path) => /animal|lion|snake|owl/.test(path))
                .map((path) => [path, undefined])
        )
        await upgrade({
            ...files,
            ...withoutTable,
            'author_elective_update/table.xml': record('sys_db_object', 'table', {}, 'DELETE').replace(
                id('table'),
                table?.['sys_id'] ?? ''
            ),
        })
        expect(instance.host.store.dictionary.table(`${SCOPE}_animal`)).toBeUndefined()
        await upgrade({})
        expect(await instance.rows(`${SCOPE}_animal`)).toEqual([])
    })

    it('keeps tables that the new version merely omits', async () => {
        const withoutTable = Object.fromEntries(
            Object.keys(zoo())
                .filter((path) => /animal|lion|snake|owl/.test(path))
                .map((path) => [path, undefined])
        )
        await upgrade(withoutTable)
        expect(await instance.rows(`${SCOPE}_animal`)).toHaveLength(2)
    })

    it('H75 leaves first-install records as an administrator left them, including deleted ones', async () => {
        await instance.table('PATCH', `sys_cors_rule/${id('rule')}`, { domain: 'https://mine.example.com' })
        await instance.table('DELETE', `${SCOPE}_animal/${id('lion')}`)
        const found = await upgrade({
            'unload/rule.xml': record('sys_cors_rule', 'rule', {
                name: 'Zoo',
                domain: 'https://new.example.com',
                rest_api: 'b0c65f6c8f3b4a0f9d1c2a7e54d3f81a',
            }),
        })
        expect(found['Skipped']).toEqual(
            expect.arrayContaining([`sys_cors_rule_${id('rule')}`, `${SCOPE}_animal_${id('lion')}`])
        )
        expect((await instance.rows('sys_cors_rule', `sys_id=${id('rule')}`))[0]?.['domain']).toBe(
            'https://mine.example.com'
        )
        expect(await instance.rows(`${SCOPE}_animal`, 'name=Leo')).toEqual([])
    })

    it('also leaves unchanged first-install records alone, and installs new ones', async () => {
        await upgrade({
            'unload/lion.xml': record(`${SCOPE}_animal`, 'lion', { name: 'Leo II' }),
            'unload/bear.xml': record(`${SCOPE}_animal`, 'bear', { name: 'Baloo' }),
        })
        expect((await instance.rows(`${SCOPE}_animal`)).map(({ name }) => name).sort()).toEqual([
            'Athena',
            'Baloo',
            'Leo',
        ])
    })

    it('applies a record of apply_once once', async () => {
        await instance.table('DELETE', `${SCOPE}_animal/${id('owl')}`)
        const found = await upgrade({})
        expect(found['Skipped Apply Once']).toEqual([`${SCOPE}_animal_${id('owl')}`])
        expect(await instance.rows(`${SCOPE}_animal`, 'name=Athena')).toEqual([])
    })

    it('skips records of another application, and reports it', async () => {
        const { store } = instance.host
        store.insert('sys_properties', { name: `${SCOPE}.clash`, value: 'theirs', sys_scope: 'global' })
        const found = await upgrade({
            'update/clash.xml': record('sys_properties', 'clash', { name: `${SCOPE}.clash`, value: 'ours' }),
        })
        expect(found['Skipped Error']).toHaveLength(1)
        expect(store.property(`${SCOPE}.clash`)).toBe('theirs')
    })

    it('H75 that fails midway changes nothing', async () => {
        const answer = await instance.deploy(
            pack(
                zoo({
                    'update/property.xml': property('false'),
                    [`dictionary/${SCOPE}_plant.xml`]: dictionary(
                        `${SCOPE}_plant`,
                        '<element name="a" type="string" unique="true"/>'
                    ),
                    'unload/zy.xml': record(`${SCOPE}_plant`, 'oak', { a: 'green' }),
                    'unload/zz.xml': record(`${SCOPE}_plant`, 'elm', { a: 'green' }),
                })
            )
        )
        expect(answer.message).toContain('unload/zz.xml:3: ')
        expect(instance.host.store.property(`${SCOPE}.open`)).toBe('true')
        expect(instance.host.store.dictionary.table(`${SCOPE}_plant`)).toBeUndefined()
        expect(Object.keys(await upgrade({})).sort()).toEqual(['Skipped', 'Skipped Apply Once', 'Unchanged'])
    })
})

describe('the record of administrators’ changes', () => {
    it('has the changed file as XML, in the application’s update set', async () => {
        await instance.table('PATCH', `sys_properties/${id('property')}`, { value: 'a <b> & c' })
        const [update] = await instance.rows('sys_update_xml', `name=sys_properties_${id('property')}`)
        expect(update).toMatchObject({
            action: 'INSERT_OR_UPDATE',
            type: 'System Property',
            target_name: `${SCOPE}.open`,
            application: SCOPE_ID,
        })
        expect(update?.['payload']).toContain('<value>a &lt;b&gt; &amp; c</value>')
        const [set] = await instance.rows('sys_update_set', `sys_id=${update?.['update_set']}`)
        expect(set).toMatchObject({ name: 'Default', application: SCOPE_ID, is_default: 'true' })
    })

    it('has one row per file, however often it changes, and none without a change', async () => {
        for (const value of ['1', '2', '3'])
            await instance.table('PATCH', `sys_properties/${id('property')}`, { value })
        await instance.table('PATCH', `sys_properties/${id('second_property')}`, { value: 'Central Zoo' })
        expect(await instance.rows('sys_update_xml', 'nameSTARTSWITHsys_properties')).toHaveLength(1)
    })

    it('contains no secret', async () => {
        await instance.table('POST', 'oauth_entity', {
            name: 'Secret',
            client_secret: 'do-not-tell',
            type: 'oauth_provider',
        })
        const payloads = (await instance.rows('sys_update_xml', 'nameSTARTSWITHoauth_entity_')).map(
            ({ payload }) => payload
        )
        expect(payloads.length).toBeGreaterThan(0)
        expect(payloads.join()).not.toContain('do-not-tell')
    })

    it('ignores data, and writes of the platform itself', async () => {
        await instance.table('PATCH', `${SCOPE}_animal/${id('lion')}`, { name: 'Simba' })
        instance.host.store.update('sys_properties', id('property'), { value: 'false' })
        expect(await instance.rows('sys_update_xml', `application=${SCOPE_ID}`)).toEqual([])
    })
})
