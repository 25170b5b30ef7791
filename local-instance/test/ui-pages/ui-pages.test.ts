import { runInNewContext } from 'node:vm'
import { schema as deployment } from '../../src/plugins/deployment/schema'
import { schema as oauth } from '../../src/plugins/oauth/schema'
import { schema as platform } from '../../src/plugins/platform/schema'
import { uiPagesPlugin } from '../../src/plugins/ui-pages/plugin'
import { schema as uiPages } from '../../src/plugins/ui-pages/schema'
import { Browser, type Visit } from '../oauth/browser'
import { startInstance, userId, type TestInstance } from '../table-api/instance'

/** As written by `now-sdk build`: expressions, requires, messages after the end of the document. */
const PAGE = `<!-- @fluent-import-html -->
<html lang="$[gs.getSession().getLanguage()]"><head>
<script>window.g_ck = "$[gs.getSession().getSessionToken() || gs.getSessionToken()]";</script>
<g:requires name="scripts/lib/prototype.js"></g:requires>
<g2:client_script type="user"></g2:client_script>
<link rel="stylesheet" href="/$uxappimmutables.do?a=1$[AMP]uxpcb=$[sn_ui.PolarisUI.getThemeVariableCssCacheKey()]"></link>
<script type="module" src="/uxasset/externals/x_zoo/main.jsdbx?uxpcb=$[UxFrameworkScriptables.getFlushTimestamp()]"></script>
</head></html>
<script>window.__TRANSLATIONS__ = {'Feed': '\${NS,JS:sn_i18n.Message.getMessage("x_zoo", "Feed")}', 'It\\'s': '\${NS,JS:sn_i18n.Message.getMessage("x_zoo", "It's")}', 'None': '\${NS,JS:sn_i18n.Message.getMessage("x_zoo", "None")}'};</script>`

let instance: TestInstance
let url: string
beforeAll(async () => {
    instance = await startInstance({
        plugins: [uiPagesPlugin],
        schemas: [platform, oauth, uiPages, deployment],
    })
    const { store, http } = instance.host
    url = `http://127.0.0.1:${(http.server.address() as { port: number }).port}`
    for (const name of ['feeding', 'open', 'broken'])
        store.insert('sys_ui_page', {
            name,
            endpoint: `x_zoo_${name}.do`,
            direct: '1',
            html: name === 'broken' ? '<p>$[gs.sleep(1)]</p>' : PAGE,
        })
    store.insert('sys_ux_lib_asset', {
        name: 'x_zoo/main',
        mime_type: 'application/javascript',
        content: 'export {}',
    })
    const rule = store.insert('sys_security_acl', {
        type: 'ui_page',
        operation: 'read',
        name: 'x_zoo_feeding',
        active: '1',
        admin_overrides: '1',
    })
    store.insert('sys_security_acl_role', {
        sys_security_acl: rule['sys_id'] ?? '',
        sys_user_role: store.first('sys_user_role', 'name=itil')?.['sys_id'] ?? '',
    })
    for (const [key, language, message] of [
        ['Feed', 'en', 'Feed them'],
        ['Feed', 'de', `Füttern: "jetzt" </script>'`],
        [`It's`, 'en', `It's time`],
    ] as const)
        store.insert('sys_ui_message', { code: 'x_zoo', key, language, message })
})
afterAll(() => instance.close())

async function signedIn(name: string): Promise<Browser> {
    const browser = new Browser()
    const form = await browser.open(`${url}/login.do`)
    await browser.submit(form, { user_name: name, user_password: name })
    return browser
}

/** Globals that the page's own scripts would set. */
function windowOf({ html }: Visit): { g_ck: string; __TRANSLATIONS__: Record<string, string> } {
    const scripts = [...html.matchAll(/<script>(window\.[\s\S]*?)<\/script>/g)].map(([, text]) => text)
    const window = {} as ReturnType<typeof windowOf>
    runInNewContext(scripts.join('\n'), { window })
    return window
}

describe('a UI page', () => {
    it('redirects signed-out users to the sign-in page, and back with the query', async () => {
        const browser = new Browser()
        const visit = await browser.open(`${url}/x_zoo_feeding.do?view=all`)
        expect([visit.status, new URL(visit.location).pathname]).toEqual([302, '/login.do'])
        const form = await browser.open(visit.location)
        const back = await browser.submit(form, { user_name: 'admin', user_password: 'admin' })
        expect(back.location).toBe(`${url}/x_zoo_feeding.do?view=all`)
        expect((await browser.open(back.location)).status).toBe(200)
    })

    it('requires the roles of its access control, and without one a signed-in user', async () => {
        const statuses = async (name: string) => {
            const browser = await signedIn(name)
            const feeding = await browser.open(`${url}/x_zoo_feeding.do`)
            return [feeding.status, (await browser.open(`${url}/x_zoo_open.do`)).status]
        }
        expect(await statuses('admin')).toEqual([200, 200])
        expect(await statuses('beth.anglin')).toEqual([200, 200])
        expect(await statuses('abel.tuter')).toEqual([403, 200])
    })

    it('gets its values: token, cache key, URLs of scripts', async () => {
        const browser = await signedIn('admin')
        const visit = await browser.open(`${url}/x_zoo_feeding.do`)
        expect(visit.html).not.toMatch(/\$[[{]|<g2?:/)
        expect(visit.html).toContain('<html lang="en">')
        expect(visit.html).toMatch(/main\.jsdbx\?uxpcb=\d+"/)
        expect(visit.html).toContain('<script src="/scripts/lib/prototype.js"></script>')
        const token = windowOf(visit).g_ck
        const change = (headers: Record<string, string>) =>
            browser.post(`${url}/logout.do`, { sysparm_ck: token }, headers)
        expect(token).toMatch(/^[0-9a-f]{64}$/)
        expect((await change({})).status).toBeLessThan(400)
    })

    it('shows messages in the language of the user, otherwise in English, otherwise their keys', async () => {
        const browser = await signedIn('admin')
        const texts = async () => windowOf(await browser.open(`${url}/x_zoo_feeding.do`)).__TRANSLATIONS__
        expect(await texts()).toEqual({ Feed: 'Feed them', "It's": "It's time", None: 'None' })
        const admin = userId(instance, 'admin')
        instance.host.store.update('sys_user', admin, { preferred_language: 'de' })
        expect(await texts()).toEqual({
            Feed: `Füttern: "jetzt" </script>'`,
            "It's": "It's time",
            None: 'None',
        })
        const { html } = await browser.open(`${url}/x_zoo_feeding.do`)
        expect(html).toContain('<html lang="de">')
        instance.host.store.update('sys_user', admin, { preferred_language: null })
    })

    it('fails, with the reason in the log, if an expression is not in the SDK’s template', async () => {
        const browser = await signedIn('admin')
        expect((await browser.open(`${url}/x_zoo_broken.do`)).status).toBe(500)
        const log = instance.host.store.query('syslog', { query: 'source=UI page' })
        expect(log.map((row) => row['message'])).toEqual([expect.stringContaining('gs.sleep(1)')])
    })
})

describe('assets', () => {
    it('come from packages and from the platform', async () => {
        const get = async (path: string) => {
            const response = await fetch(url + path)
            return [response.status, response.headers.get('content-type'), await response.text()]
        }
        const script = 'application/javascript;charset=UTF-8'
        expect(await get('/uxasset/externals/x_zoo/main.jsdbx?uxpcb=1')).toEqual([200, script, 'export {}'])
        expect((await get('/uxasset/externals/@devsnc/library-uxf/index.jsdbx'))[0]).toBe(200)
        expect((await get('/$uxappimmutables.do?sysparm_request_type=ux_theme'))[0]).toBe(200)
        expect((await get('/uxasset/externals/x_zoo/other.jsdbx'))[0]).toBe(404)
        expect((await get('/uxasset/externals/x_zoo/main^ORnameLIKEx.jsdbx'))[0]).toBe(404)
    })

    it('reproduce the bug of prototype.js: Array.from loses the entries of a Set', async () => {
        const script = await (await fetch(`${url}/scripts/lib/prototype.js`)).text()
        class Element {}
        const window = {}
        const found = runInNewContext(`${script}; [Array.from(new Set([1, 2])), Array.from([1, 2])]`, {
            window,
            Element,
            document: {},
        }) as number[][]
        expect(found.map((list) => list.length)).toEqual([0, 2])
    })
})

describe('the start page', () => {
    beforeAll(() => {
        const { store } = instance.host
        const application = store.insert('sys_app_application', { title: 'Zoo', roles: 'itil,admin' })[
            'sys_id'
        ]
        for (const [title, order, more] of [
            ['Feeding', '1', { link_type: 'DIRECT', query: 'x_zoo_feeding.do', roles: 'itil' }],
            ['Users', '2', { link_type: 'LIST', name: 'sys_user', filter: 'active=true' }],
            ['Keys', '3', { link_type: 'LIST', name: 'sys_user', roles: 'admin' }],
            ['Elsewhere', '4', { link_type: 'DIRECT', query: 'https://zoo.example/' }],
        ] as const)
            store.insert('sys_app_module', { title, order, application: application ?? '', ...more })
    })

    it.each([
        ['admin', ['Feeding', 'Users', 'Keys']],
        ['beth.anglin', ['Feeding', 'Users']],
        ['abel.tuter', []],
    ])('lists the modules that %s may see', async (name, titles) => {
        const browser = await signedIn(name)
        const { html } = await browser.follow(await browser.open(`${url}/`))
        const links = [...html.matchAll(/<li>\s*<a href="([^"]+)">([^<]+)<\/a>/g)]
        expect(links.map(([, , title]) => title)).toEqual(titles)
    })

    it('links to lists and records that the user may read', async () => {
        const browser = await signedIn('admin')
        const list = await browser.open(`${url}/sys_user_list.do?sysparm_query=user_name=abel.tuter`)
        expect(list.html).toContain('1 of 1 records')
        const link = /href="(\/sys_user\.do\?sys_id=\w+)">/.exec(list.html)?.[1] ?? ''
        const record = await browser.open(url + link)
        expect(record.html).toContain('abel.tuter')
        expect(record.html).not.toContain('user_password')
        const abel = await signedIn('abel.tuter')
        expect((await abel.open(`${url}/sys_properties_list.do`)).status).toBe(404)
        expect((await new Browser().open(`${url}/sys_user_list.do`)).status).toBe(404)
    })
})
