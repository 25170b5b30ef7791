import { startInstance, type TestInstance } from '../oauth/instance'

let instance: TestInstance
beforeAll(async () => {
    instance = await startInstance()
})
afterAll(() => instance.close())

const PROPERTY = 'local_instance.cross_origin_opener_policy'

async function policyOf(path: string): Promise<string | null> {
    const answer = await fetch(instance.url + path, { redirect: 'manual' })
    await answer.text()
    return answer.headers.get('cross-origin-opener-policy')
}

function set(value: string): void {
    const { store } = instance.host
    const row = store.first('sys_properties', `name=${PROPERTY}`)
    if (row) store.update('sys_properties', row['sys_id'] ?? '', { value })
    else store.insert('sys_properties', { name: PROPERTY, type: 'string', value })
}

it('is sent with pages and redirects once the property sets one, never with APIs', async () => {
    const pages = ['/login.do', '/oauth_auth.do?client_id=x', '/oauth_redirect.do', '/oauth_auth.do']
    for (const page of pages) expect(await policyOf(page)).toBeNull()
    set('same-origin')
    for (const page of pages) expect(await policyOf(page)).toBe('same-origin')
    expect(await policyOf('/api/now/table/incident')).toBeNull()
    set('nonsense\r\nX: y')
    expect(await policyOf('/login.do')).toBeNull()
    set('same-origin-allow-popups')
    expect(await policyOf('/login.do')).toBe('same-origin-allow-popups')
})
