import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { dictionary, id, pack, record, SCOPE, zoo } from './app'
import { basic, startInstance, type DeploymentInstance } from './instance'

let instance: DeploymentInstance

beforeAll(async () => {
    instance = await startInstance()
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const install = async (changes: Record<string, string>) =>
    expect(await instance.deploy(pack(zoo(changes)))).toMatchObject({ progress: '2' })
const log = () => instance.host.log.entries().map(({ message }) => message)
const row = async (table: string, name: string) => (await instance.rows(table, `sys_id=${id(name)}`))[0]
const tableOf = (name: string) => instance.host.store.dictionary.table(name)

describe('records of platform tables that are only stored', () => {
    it('are stored with the columns that the SDK describes; others are skipped and logged', async () => {
        expect(tableOf('sys_script_client')).toBeUndefined()
        await install({
            'update/script.xml': record('sys_script_client', 'script', {
                name: 'Greet',
                table: 'incident',
                script: 'x'.repeat(20_000),
                isolate_script: 'true',
                from_the_future: '1',
            }),
        })
        expect(await row('sys_script_client', 'script')).toMatchObject({
            name: 'Greet',
            script: 'x'.repeat(20_000),
            isolate_script: 'true',
            active: 'true',
            sys_scope: expect.stringMatching(/./),
        })
        expect(await row('sys_script_client', 'script')).not.toHaveProperty('from_the_future')
        expect(log()).toContain(
            'Ignored columns that do not exist on this instance: sys_script_client.from_the_future'
        )
    })

    it.each([
        [
            'with a parent that is also created',
            'alm_hardware',
            { asset_tag: 'A1', eligible_for_refresh: 'true' },
        ],
        ['whose parent the SDK omits', 'sc_cat_item_producer', { name: 'Report', table_name: 'incident' }],
        [
            'that the SDK writes and does not describe',
            'io_set_item',
            { order: '100', variable_set: id('set') },
        ],
        ['of a class of the CMDB', 'cmdb_ci_computer', { name: 'PC 1', ram: '1543', asset_tag: 'A2' }],
        ['of a flow', 'sys_hub_action_instance_v2', { flow: id('flow'), values: 'H4sI' }],
    ])('are stored in a table %s', async (_what, table, values) => {
        await install({ 'update/x.xml': record(table, 'x', values) })
        expect(await row(table, 'x')).toMatchObject(values)
        await instance.deploy(pack(zoo({ 'update/x.xml': record(table, 'x', values) })))
        expect((await instance.dispositions())['Unchanged']).toContain(`${table}_${id('x')}`)
        await instance.deploy(pack(zoo()))
        expect(await row(table, 'x')).toBeUndefined()
    })

    it('may include columns that a table of this instance lacks, if the SDK describes them', async () => {
        expect(tableOf('incident')?.columns.has('rejection_goto')).toBe(false)
        await install({
            'unload/incident.xml': record('incident', 'x', { rejection_goto: id('y') }),
        })
        expect(await row('incident', 'x')).toMatchObject({ rejection_goto: id('y') })
        expect(tableOf('task')?.columns.get('rejection_goto')).toMatchObject({ reference: 'task' })
    })

    it('may be deleted by columns that no record contains', async () => {
        await install({
            'update/x.xml': `<record_update><sys_hub_alias_mapping action="delete_multiple" query="source_id=${id('x')}^ORsource_table=x"/></record_update>`,
        })
        expect(tableOf('sys_hub_alias_mapping')?.columns.has('source_id')).toBe(true)
    })

    it('are accessible to administrators only, and are removed with a rejected package', async () => {
        const file = record('sys_app_category', 'x', { name: 'Zoo' })
        const refused = zoo({ 'update/x.xml': file, 'update/y.xml': record('no_such_table', 'y', {}) })
        expect((await instance.deploy(pack(refused))).message).toContain('Unknown table no_such_table')
        expect(tableOf('sys_app_category')).toBeUndefined()
        await install({ 'update/x.xml': file })
        const answer = await fetch(`${instance.url}/api/now/table/sys_app_category`, {
            headers: { authorization: basic('beth.anglin') },
        })
        expect(((await answer.json()) as { result?: unknown[] }).result ?? []).toEqual([])
    })

    it.each([
        'incident_',
        'sys_nonexistent',
        'x_other_table',
        'u_table',
        'local_hub',
        'cmdb_ci_',
        'sys_hubris',
    ])('are rejected in %s, which no platform has', async (table) => {
        const answer = await instance.deploy(pack(zoo({ 'update/x.xml': record(table, 'x', {}) })))
        expect(answer).toMatchObject({ status: 400, message: `update/x.xml:3: Unknown table ${table}` })
    })
})

it('allow tables of an application to extend and reference such tables', async () => {
    const table = dictionary(
        `${SCOPE}_feeding`,
        '<element name="place" type="reference" reference="cmn_location"/>',
        {
            attributes: 'extends="sc_task"',
        }
    )
    await install({
        [`dictionary/${SCOPE}_feeding.xml`]: table,
        'unload/place.xml': record('cmn_location', 'place', { name: 'North gate' }),
        'unload/x.xml': record(`${SCOPE}_feeding`, 'x', { place: id('place'), short_description: 'Hay' }),
    })
    expect(tableOf(`${SCOPE}_feeding`)?.lineage).toEqual([`${SCOPE}_feeding`, 'sc_task', 'task'])
    const query = `${SCOPE}_feeding?sysparm_fields=place.name,short_description&sysparm_query=place.nameSTARTSWITHNorth`
    expect(await instance.table('GET', query)).toEqual([
        { 'place.name': 'North gate', short_description: 'Hay' },
    ])
})

describe('a value that is invalid for its column', () => {
    const DIARY = dictionary(
        `${SCOPE}_diary`,
        `<element name="name" type="string"/><element name="at" type="glide_date_time"/>
        <element name="day" type="glide_date"/><element name="count" type="integer"/>
        <element name="weight" type="decimal"/><element name="tame" type="boolean"/>
        <element name="since" type="glide_date" default_value="01/02/2024"/>`
    )

    it.each([
        ['at', '01-01-2024 12:00:00', 'is not a date and time (yyyy-MM-dd HH:mm:ss)'],
        ['at', '2024-13-45 12:00:00', 'is not a date and time'],
        ['at', '2024-01-01 12:00', 'is not a date and time'],
        ['at', 'tomorrow', 'is not a date and time'],
        ['day', '31.12.2024', 'is not a date (yyyy-MM-dd)'],
        ['count', 'four', 'is not a whole number'],
        ['weight', '1,5 kg', 'is not a number'],
    ])('is left empty with a warning: %s %j', async (column, value, message) => {
        const files = {
            [`dictionary/${SCOPE}_diary.xml`]: DIARY,
            'unload/x.xml': record(`${SCOPE}_diary`, 'x', { name: 'x', tame: 'true', [column]: value }),
        }
        await install(files)
        expect(await row(`${SCOPE}_diary`, 'x')).toMatchObject({
            name: 'x',
            tame: 'true',
            [column]: '',
            since: '',
        })
        const warning = instance.host.log.entries().find(({ level }) => level === 'warn')?.message
        expect(warning).toContain(`unload/x.xml:3: The value of ${column} ${message}`)
        expect(warning).not.toContain(value)
    })

    it('is replaced by the instance for system columns', async () => {
        await install({
            'update/property.xml': record('sys_properties', 'property', {
                name: `${SCOPE}.open`,
                value: 'true',
                sys_created_on: '01-01-2024',
                sys_mod_count: 'many',
            }),
        })
        expect(await row('sys_properties', 'property')).toMatchObject({
            sys_created_on: expect.stringMatching(/^20/),
            sys_mod_count: '0',
        })
    })
})

it('the list of tables matches the installed SDK', () => {
    const script = join(__dirname, '../../../scripts/sdk-tables.mjs')
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow()
})
