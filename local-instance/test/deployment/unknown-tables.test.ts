import { pack, record, zoo } from './app'
import { startInstance, type DeploymentInstance } from './instance'

const POLICY = record('sys_arp_network_policy', 'policy', {
    policy_type: 'now_outbound',
    host: 'https://api.example.com',
    status: 'allowed',
})
const PACKAGE = pack(
    zoo({
        'update/policy.xml': POLICY,
        'update/tidy.xml':
            '<record_update><sys_arp_segment_policy action="delete_multiple" query="active=true"/></record_update>',
        'update/property.xml': record('sys_properties', 'property', {
            name: 'x_acme_zoo.open',
            value: 'yes',
        }),
    })
)

let instance: DeploymentInstance
afterEach(() => instance.close())

const skip = () => {
    const name = 'local_instance.deployment.skip_unknown_tables'
    const row = instance.records.first('sys_properties', `name=${name}`)
    expect(row?.['value']).toBe('false')
    instance.records.update('sys_properties', row?.['sys_id'] ?? '', { value: 'true' })
}
const warnings = () => instance.log.entries().filter(({ level }) => level === 'warn')

describe('a package with records of a table of a later release', () => {
    it('is rejected as a whole, with file and line', async () => {
        instance = await startInstance({ release: 'xanadu' })
        expect(await instance.deploy(PACKAGE)).toEqual({
            status: 400,
            progress: '3',
            message:
                'update/policy.xml:3: Unknown table sys_arp_network_policy\n' +
                'update/tidy.xml:1: Unknown table sys_arp_segment_policy',
        })
        expect(instance.records.first('sys_scope', 'scope=x_acme_zoo')).toBeUndefined()
    })

    it('is installed without them if the instance skips them, and they are logged', async () => {
        instance = await startInstance({ release: 'xanadu' })
        skip()
        expect(await instance.deploy(PACKAGE)).toMatchObject({ status: 200, progress: '2' })
        expect(instance.records.first('sys_properties', 'name=x_acme_zoo.open')).toMatchObject({
            value: 'yes',
        })
        expect(instance.records.dictionary.table('sys_arp_network_policy')).toBeUndefined()
        expect(warnings().map(({ message }) => message)).toEqual([
            'Skipped records of unknown tables:\n' +
                'update/policy.xml:3: Unknown table sys_arp_network_policy\n' +
                'update/tidy.xml:1: Unknown table sys_arp_segment_policy',
        ])
        // A second installation also skips the records, and does not treat them as deleted.
        expect(await instance.deploy(pack(zoo()))).toMatchObject({ progress: '2' })
    })

    it('installs them if the release has the table, regardless of the property', async () => {
        instance = await startInstance({ release: 'brazil' })
        skip()
        expect(await instance.deploy(PACKAGE)).toMatchObject({ progress: '2' })
        expect(instance.records.query('sys_arp_network_policy')).toMatchObject([
            { host: 'https://api.example.com', status: 'allowed' },
        ])
        expect(warnings()).toEqual([])
    })

    it('is rejected if a table of its own extends the unknown one, since it would be incomplete', async () => {
        instance = await startInstance({ release: 'xanadu' })
        skip()
        const table =
            '<?xml version="1.0"?><database><element name="x_acme_zoo_policy" type="collection" ' +
            'extends="sys_arp_network_policy"><element name="note" type="string"/></element></database>'
        expect(await instance.deploy(pack(zoo({ 'dictionary/x_acme_zoo_policy.xml': table })))).toMatchObject(
            {
                status: 400,
                message: expect.stringContaining('Unknown table sys_arp_network_policy'),
            }
        )
    })
})
