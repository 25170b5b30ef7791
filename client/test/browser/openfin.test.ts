import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { OPENFIN_CLIENT_ID } from '../../../src/setup/registration'
import { ROOT } from '../../../test/support/deploy'
import { readSamples } from '../samples/read-samples'
import {
    abort,
    answer,
    enterPassword,
    heldBy,
    leaksOf,
    optionsFor,
    outcomeOf,
    startBrowserApp,
    startConnect,
    type BrowserApp,
} from '../support/browser-app'
import { installFin, type StandIn, type StandInOptions } from '../support/stand-in-fin'

const USER = { user: expect.objectContaining({ user_name: 'abel.tuter' }) as unknown }

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
    /** Connects as OpenFin's guide does and answers the sign-in window. */
    const connect = async (...more: unknown[]) => {
        const opened = app.browser.context.waitForEvent('page')
        await startConnect(page, app.instance.url, OPENFIN_CLIENT_ID, ...more)
        return opened
    }

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
            expect(await leaksOf(page, before)).toEqual({})
            expect(await fin.listeners()).toBe(0)
            expect(fin.created).toEqual([
                expect.objectContaining({
                    name: 'own',
                    defaultWidth: 432,
                    autoShow: true,
                    saveWindowState: false,
                }),
            ])
            const asked = await app.askedBy(window)
            expect(asked.get('redirect_uri')).toBe(`${app.instance.url}/oauth_redirect.do`)
            expect(asked.get('ui_locales')).toBe('de')
            expect(fin.polls > 1).toBe(parseInt(version, 10) < 30)
        }
    )

    it('H5 tells that the user closed the window', async () => {
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
        expect(await leaksOf(page, before)).toEqual({})
    })

    it('H6 tells that the user clicked Deny', async () => {
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

    it('H7 closes the window when its signal says so', async () => {
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
        expect(await leaksOf(page, before)).toEqual({})
        expect(await fin.listeners()).toBe(0)
    })

    it('H12 names the expected address when the code went to another one', async () => {
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
        it('takes a popup where there is no OpenFin', async () => {
            page = await app.open()
            const popup = page.waitForEvent('popup')
            await startConnect(page, optionsFor(app))
            await answer(await popup)
            expect(await outcomeOf(page)).toEqual(USER)
        })

        it.each(['create', 'version', 'fin'] as const)('says why OpenFin fails: %s', async (fails) => {
            await openInOpenFin({ fails })
            const before = await heldBy(page)
            await startConnect(page, app.instance.url, OPENFIN_CLIENT_ID)
            const { error } = await outcomeOf(page)
            expect(error).toMatchObject({
                name: 'InitializationError',
                cause: expect.stringMatching(/window quota|no runtime|not injected/) as unknown,
            })
            expect(await leaksOf(page, before)).toEqual({})
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
            const { outputFiles } = await build({
                stdin: {
                    // The reader's own values, as the guide asks for.
                    contents: (sample.scope + sample.text)
                        .replace('https://YOUR_INSTANCE_NAME.service-now.com', app.instance.url)
                        .replace('YOUR_CLIENT_ID', OPENFIN_CLIENT_ID)
                        // What the next samples go on with.
                        .replace(
                            /\bconst serviceNowConnection = (await connect)/,
                            'const serviceNowConnection = window.serviceNowConnection = $1'
                        ),
                    loader: 'ts',
                    resolveDir: ROOT,
                },
                bundle: true,
                format: 'esm',
                target: 'es2022',
                write: false,
                alias: { 'openfin-servicenow-client': '/client.js' },
                external: ['/client.js'],
            })
            app.site.files[`/samples/${name}.js`] = outputFiles[0]!.text
            await page.evaluate(`import('/samples/${name}.js')`)
        }
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
            expect.stringMatching(/^Found \d+ cases$/),
            ...said.slice(2, -2).map(() => expect.stringMatching(/^Case \w+ is \w+/) as unknown),
            expect.stringMatching(/^Case \w+ is \w+/),
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
})
