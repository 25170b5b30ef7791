import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { readSamples } from '../samples/read-samples'
import {
    abort,
    answer,
    enterPassword,
    expectNoLeaks,
    heldBy,
    optionsFor,
    outcomeOf,
    startBrowserApp,
    startConnect,
    type BrowserApp,
} from '../support/browser-app'
import { bundleForPage } from '../support/bundle'
import { installFin, type StandIn, type StandInOptions } from '../support/stand-in-fin'

const USER = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }

/** The sign-in window of @openfin/servicenow 1.0.1. */
const WINDOW = {
    alwaysOnTop: true,
    autoShow: false,
    defaultCentered: true,
    defaultHeight: 600,
    defaultWidth: 550,
    includeInSnapshots: false,
    maximizable: false,
    minimizable: false,
    resizable: false,
    saveWindowState: false,
    showTaskbarIcon: false,
}

describe('connect in OpenFin', () => {
    let app: BrowserApp
    let page: Page
    let fin: StandIn

    beforeAll(async () => {
        app = await startBrowserApp()
    })
    afterAll(() => app?.close())
    afterEach(() => app?.reset())

    const openInOpenFin = async (options?: StandInOptions) => {
        page = await app.open()
        fin = await installFin(page, options)
        await page.reload()
        await page.waitForFunction(() => 'ready' in window)
    }
    /** Connects as in OpenFin's guide and completes the sign-in window. */
    const connect = async (...more: unknown[]) => {
        const opened = app.browser.context.waitForEvent('page')
        await startConnect(page, app.instance.url, OPENFIN_CLIENT_ID, ...more)
        return opened
    }

    /** Consents; the user is already signed in at the instance. */
    const allow = (window: Page) => window.getByRole('button', { name: 'Allow' }).click()

    it.each(['36.122.80.11', '29.108.73.14', '20.91.64.3'])(
        'signs in in a window of runtime %s, and leaves no timer or listener',
        async (version) => {
            await openInOpenFin({ version })
            const before = await heldBy(page)
            const window = await connect(undefined, { ui_locales: 'de' }, { defaultWidth: 432, name: 'own' })
            const closed = window.waitForEvent('close')
            await answer(window)
            expect(await outcomeOf(page)).toEqual(USER)
            await closed
            await expectNoLeaks(page, before)
            expect(await fin.listeners()).toBe(0)
            expect(fin.created).toEqual([
                {
                    ...WINDOW,
                    name: 'own',
                    defaultWidth: 432,
                    url: expect.stringContaining('/oauth_auth.do?') as unknown,
                },
            ])
            const asked = await app.askedBy(window)
            expect(asked.get('redirect_uri')).toBe(`${app.instance.url}/oauth_redirect.do`)
            expect(asked.get('ui_locales')).toBe('de')
            // Before version 30 there is no other source of URLs.
            if (parseInt(version, 10) < 30) expect(fin.polls).toBeGreaterThan(1)
        }
    )

    it('shows the window when the user must act', async () => {
        await openInOpenFin()
        await page.clock.install()
        await page.clock.pauseAt(Date.now() + 60_000)
        const window = await connect()
        await window.getByLabel('User name').waitFor()
        await page.clock.runFor(1999)
        expect(fin.shown).toEqual([])
        await page.clock.runFor(1)
        expect(fin.shown).toEqual([0])
        await answer(window)
        expect(await outcomeOf(page)).toEqual(USER)
        // A window that has finished by then is never shown.
        await allow(await connect())
        expect(await outcomeOf(page)).toEqual(USER)
        await page.clock.runFor(10_000)
        expect(fin.shown).toEqual([0])
    })

    it('H1 connects to the origin of a URL with a path, and returns the URL as given', async () => {
        await openInOpenFin()
        const address = `${app.instance.url}/now/nav/ui?id=1#/home`
        const opening = app.browser.context.waitForEvent('page')
        await startConnect(page, address, OPENFIN_CLIENT_ID, [], { max_age: 3600 }, null)
        const opened = await opening
        await answer(opened)
        expect(await outcomeOf(page)).toEqual(USER)
        expect((await app.askedBy(opened)).get('max_age')).toBe('3600')
        expect(
            await page.evaluate(
                () => (window as unknown as { connection: { instanceUrl: string } }).connection.instanceUrl
            )
        ).toBe(address)
    })

    it('H5 reports that the user closed the window', async () => {
        await openInOpenFin()
        const before = await heldBy(page)
        const window = await connect()
        await window.getByLabel('User name').waitFor()
        await window.close()
        expect((await outcomeOf(page)).error).toMatchObject({
            name: 'AuthorizationError',
            code: 'popup_closed',
        })
        expect(await fin.listeners()).toBe(0)
        await expectNoLeaks(page, before)
    })

    it('H6 reports that the user clicked Deny', async () => {
        await openInOpenFin()
        const window = await connect()
        const closed = window.waitForEvent('close')
        await answer(window, 'Deny')
        expect((await outcomeOf(page)).error).toMatchObject({
            name: 'AuthorizationError',
            code: 'access_denied',
        })
        await closed
    })

    it('H7 closes the window when its signal is aborted', async () => {
        await openInOpenFin({ version: '29.108.73.14' })
        const before = await heldBy(page)
        const opened = app.browser.context.waitForEvent('page')
        await startConnect(page, optionsFor(app, { abortable: true, callbackUrl: undefined }))
        const window = await opened
        await window.getByLabel('User name').waitFor()
        const closed = window.waitForEvent('close')
        await abort(page)
        expect((await outcomeOf(page)).error?.message).toBe('enough')
        await closed
        await expectNoLeaks(page, before)
        expect(await fin.listeners()).toBe(0)
    })

    it('H12 names the expected redirect URL when the code arrived at another one', async () => {
        await openInOpenFin()
        await app.registerOnly(`${app.site.origin}/other.html`)
        const window = await connect()
        const sent = await app.exchanges()
        await enterPassword(window)
        await window.getByRole('button', { name: 'Allow' }).click()
        const { error } = await outcomeOf(page)
        expect(error).toMatchObject({ code: 'malformed_callback' })
        expect(error?.message).toContain(`${app.instance.url}/oauth_redirect.do`)
        expect(await app.exchanges()).toBe(sent)
        await app.register([`${app.site.origin}/callback.html`])
    })

    describe('H14', () => {
        it('uses a popup outside OpenFin', async () => {
            page = await app.open()
            const popup = page.waitForEvent('popup')
            await startConnect(page, optionsFor(app))
            await answer(await popup)
            expect(await outcomeOf(page)).toEqual(USER)
        })

        it.each([
            ['create', 'Error: window quota'],
            ['fin', 'Error: not injected'],
        ] as const)('reports why OpenFin fails: %s', async (fails, cause) => {
            await openInOpenFin({ fails })
            const before = await heldBy(page)
            await startConnect(page, app.instance.url, OPENFIN_CLIENT_ID)
            const { error } = await outcomeOf(page)
            expect(error).toMatchObject({ name: 'InitializationError', cause })
            await expectNoLeaks(page, before)
            expect(fin.windows).toEqual([])
            expect(app.browser.context.pages()).toHaveLength(2)
        })
    })

    it("runs every sample of OpenFin's guide", async () => {
        await openInOpenFin()
        const said: string[] = []
        page.on('console', (message) => said.push(message.text()))
        const run = async (name: string) => {
            const sample = readSamples().find((one) => one.name === name)!
            app.site.files[`/samples/${name}.js`] = await bundleForPage(
                // The values that the guide leaves to the reader.
                (sample.scope + sample.text)
                    .replace('https://YOUR_INSTANCE_NAME.service-now.com', app.instance.url)
                    .replace('YOUR_CLIENT_ID', OPENFIN_CLIENT_ID)
                    // Variables for the next samples.
                    .replace(
                        /\bconst serviceNowConnection = (await connect)/,
                        'const serviceNowConnection = window.serviceNowConnection = $1'
                    )
            )
            await page.evaluate(`import('/samples/${name}.js')`)
        }
        const cases = async <T>(path: string) =>
            (
                await app.instance.admin<{ result: T }>(
                    'GET',
                    `/api/now/table/${path}sysparm_display_value=true`
                )
            ).body.result
        const [user] = await cases<Record<string, string>[]>(
            'sys_user?sysparm_query=user_name=abel.tuter&sysparm_fields=sys_id&'
        )
        const active = await cases<Record<string, string>[]>(
            `sn_customerservice_case?sysparm_query=assigned_to=${user!['sys_id']}^active=true^ORDERBYDESCsys_updated_on&`
        )
        const single = await cases<Record<string, string>>(
            'sn_bom_financial_service/850057664b874cbdb7ad18d535960380?'
        )
        expect(active.length).toBeGreaterThan(0)
        const [opened, connected] = [app.browser.context.waitForEvent('page'), run('connect')]
        await answer(await opened)
        await connected
        expect(said).toEqual([`Connected to ${app.instance.url} as abel.tuter`])
        for (const name of [
            'token-expiration',
            'active-cases',
            'case-by-id',
            'create-case',
            'add-comment',
            'close-case',
        ]) {
            await run(name)
        }
        expect(said.slice(1)).toEqual([
            `Found ${active.length} cases`,
            ...[...active, single].map(
                ({ task_effective_number, state }) => `Case ${task_effective_number} is ${state}`
            ),
            expect.stringMatching(/^Created new Financial Services Case with ID: \w{32}$/),
        ])
        const { body } = await app.instance.admin<{ result: Record<string, string> }>(
            'GET',
            '/api/now/table/sn_bom_financial_service/dfa83216971eb110d16bf1d11153af8c?sysparm_fields=state,comments'
        )
        expect(body.result).toMatchObject({ state: '3' })
        await run('disconnect')
        expect(
            await page.evaluate(
                () => (window as unknown as { fin: { Integrations: object } }).fin.Integrations
            )
        ).toHaveProperty('ServiceNow')
    })

    it("makes the calls of OpenFin's workspace samples, and revokes the tokens despite reconnecting", async () => {
        await openInOpenFin()
        const source = readFileSync(join(__dirname, '../types/workspace-samples.types.ts'), 'utf8')
        app.site.files['/samples/workspace.js'] = await bundleForPage(source)
        const run = <T>(program: string): Promise<T> =>
            page.evaluate(
                `(async () => {
                    const { Desk } = await import('/samples/workspace.js')
                    const desk = (window.desk ??= new Desk('${app.instance.url}', '${OPENFIN_CLIENT_ID}'))
                    ${program}
                })()`
            )
        const revocations = () => app.requestsTo(/^POST .*revoke_token$/)
        const before = await revocations()
        const [opened, connected] = [
            app.browser.context.waitForEvent('page'),
            run<string>('return await desk.connect()'),
        ]
        await answer(await opened)
        expect(await connected).toBe('Abel Tuter')

        const { body } = await app.instance.admin<{ result: Record<string, string>[] }>(
            'GET',
            '/api/now/table/customer_contact?sysparm_query=nameLIKEa&sysparm_fields=sys_id,name'
        )
        expect(body.result.length).toBeGreaterThan(0)
        const contacts = await run<Record<string, string>[]>("return await desk.contacts('a')")
        expect(contacts.map(({ sys_id, name }) => ({ sys_id, name }))).toEqual(
            expect.arrayContaining(body.result)
        )
        const found = await run<string[]>("return await desk.search('a')")
        expect(found).toEqual(expect.arrayContaining([body.result[0]!['name']]))

        const cases = '/api/now/table/sn_customerservice_case?sysparm_limit=1&sysparm_query=accountISNOTEMPTY'
        const shown = await app.instance.admin<{ result: [Record<string, { display_value: string }>] }>(
            'GET',
            `${cases}&sysparm_display_value=true`
        )
        const [record] = shown.body.result
        expect(
            await run(`return await desk.details('Case', { sys_id: ${JSON.stringify(record['sys_id'])} })`)
        ).toMatchObject({ Account: record['account']!.display_value, State: record['state'] })

        const [reopened, again] = [
            app.browser.context.waitForEvent('page'),
            run<string>('return await desk.connect()'),
        ]
        await allow(await reopened)
        expect(await again).toBe('Abel Tuter')
        await run('await desk.quit()')
        expect((await revocations()) - before).toBe(2)
    })
})
