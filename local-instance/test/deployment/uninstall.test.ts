import { id, pack, SCOPE, SCOPE_ID, zoo } from './app'
import { basic, startInstance, type DeploymentInstance } from './instance'

let instance: DeploymentInstance

beforeAll(async () => {
    instance = await startInstance()
    expect(await instance.deploy(pack(zoo()))).toMatchObject({ progress: '2' })
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

/** Calls the processor that the SDK uses to remove applications. */
async function call(
    parameters: Record<string, string>,
    user = 'admin'
): Promise<{ status: number; text: string }> {
    const response = await fetch(`${instance.url}/xmlhttp.do`, {
        method: 'POST',
        headers: { authorization: basic(user), accept: '*/*' },
        body: new URLSearchParams({ sysparm_processor: 'com.snc.apps.AppsAjaxProcessor', ...parameters }),
    })
    return { status: response.status, text: await response.text() }
}

async function remove(
    sysId: string
): Promise<{ status: string; status_message: string; percent_complete: number }> {
    const { text } = await call({ sysparm_function: 'deleteApplication', sysparm_sys_id: sysId })
    const [, tracker] =
        /^<\?xml version="1\.0" encoding="UTF-8"\?><xml answer="([0-9a-f]{32})"\/>$/.exec(text) ?? []
    const response = await fetch(`${instance.url}/api/sn_cicd/progress/${tracker}`, {
        headers: { authorization: basic() },
    })
    return ((await response.json()) as { result: never }).result
}

describe('removing an application', () => {
    it('removes its records, tables and data, and nothing else', async () => {
        const { store } = instance.host
        const others = store.count('sys_metadata', { query: `sys_scope!=${SCOPE_ID}^ORsys_scopeISEMPTY` })
        await instance.table('PATCH', `sys_properties/${id('property')}`, { value: 'false' })
        expect(await remove(SCOPE_ID)).toMatchObject({
            status: '2',
            percent_complete: 100,
            status_message: 'Deleted Zoo',
        })
        expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toEqual([])
        expect(store.dictionary.table(`${SCOPE}_animal`)).toBeUndefined()
        expect(store.property(`${SCOPE}.open`)).toBeUndefined()
        expect(store.count('sys_metadata', { query: `sys_scope=${SCOPE_ID}` })).toBe(0)
        expect(store.count('sys_update_xml', { query: `application=${SCOPE_ID}` })).toBe(0)
        expect(store.count('sys_metadata', { query: `sys_scope!=${SCOPE_ID}^ORsys_scopeISEMPTY` })).toBe(
            others
        )
    })

    it('makes the next installation a first one again', async () => {
        await instance.table('DELETE', `${SCOPE}_animal/${id('lion')}`)
        await remove(SCOPE_ID)
        expect(await instance.deploy(pack(zoo()))).toMatchObject({ progress: '2' })
        expect(Object.keys(await instance.dispositions())).toEqual(['Inserted'])
        expect((await instance.rows(`${SCOPE}_animal`)).map(({ name }) => name).sort()).toEqual([
            'Athena',
            'Leo',
        ])
    })

    it.each(['global', '0'.repeat(32), ''])('fails for %j, and reports it', async (sysId) => {
        expect(await remove(sysId)).toMatchObject({
            status: '3',
            status_message: 'Application not found',
        })
    })

    it('requires an administrator', async () => {
        const asItil = await call(
            { sysparm_function: 'deleteApplication', sysparm_sys_id: SCOPE_ID },
            'beth.anglin'
        )
        expect(asItil.status).toBe(401)
        expect(await instance.rows('sys_scope', `scope=${SCOPE}`)).toHaveLength(1)
    })
})

describe('the processor for applications', () => {
    it('accepts the current application of a session', async () => {
        expect(await call({ sysparm_function: 'changeApplication', sysparm_value: '<"x">' })).toEqual({
            status: 200,
            text: '<?xml version="1.0" encoding="UTF-8"?><xml answer="&lt;&quot;x&quot;&gt;"/>',
        })
    })

    it('rejects unknown functions', async () => {
        expect((await call({ sysparm_function: 'formatDisk' })).status).toBe(400)
        expect((await call({ sysparm_processor: 'x', sysparm_function: 'changeApplication' })).status).toBe(
            400
        )
    })
})
