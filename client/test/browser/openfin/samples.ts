import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPENFIN_CLIENT_ID } from '../../../../setup/packaged'
import { readSamples } from '../../samples/read-samples'
import { answer, type BrowserApp } from '../../support/browser-app'
import { bundleForPage } from '../../support/bundle'
import { allow, openInOpenFin } from './openfin-window'

/** The published samples of OpenFin, against the built client. */
export function describeSamples(app: () => BrowserApp): void {
    it("runs every sample of OpenFin's guide", async () => {
        const { page } = await openInOpenFin(app())
        const said: string[] = []
        page.on('console', (message) => said.push(message.text()))
        const run = async (name: string) => {
            const sample = readSamples().find((one) => one.name === name)!
            app().site.files[`/samples/${name}.js`] = await bundleForPage(
                // The values that the guide leaves to the reader.
                (sample.scope + sample.text)
                    .replace('https://YOUR_INSTANCE_NAME.service-now.com', app().instance.url)
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
                await app().instance.admin<{ result: T }>(
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
        const [opened, connected] = [app().browser.context.waitForEvent('page'), run('connect')]
        await answer(await opened)
        await connected
        expect(said).toEqual([`Connected to ${app().instance.url} as abel.tuter`])
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
        const { body } = await app().instance.admin<{ result: Record<string, string> }>(
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
        const { page } = await openInOpenFin(app())
        const source = readFileSync(join(__dirname, '../../types/workspace-samples.types.ts'), 'utf8')
        app().site.files['/samples/workspace.js'] = await bundleForPage(source)
        const run = <T>(program: string): Promise<T> =>
            page.evaluate(
                `(async () => {
                    const { Desk } = await import('/samples/workspace.js')
                    const desk = (window.desk ??= new Desk('${app().instance.url}', '${OPENFIN_CLIENT_ID}'))
                    ${program}
                })()`
            )
        const revocations = () => app().requestsTo(/^POST .*revoke_token$/)
        const before = await revocations()
        const [opened, connected] = [
            app().browser.context.waitForEvent('page'),
            run<string>('return await desk.connect()'),
        ]
        await answer(await opened)
        expect(await connected).toBe('Abel Tuter')

        const { body } = await app().instance.admin<{ result: Record<string, string>[] }>(
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
        const shown = await app().instance.admin<{ result: [Record<string, { display_value: string }>] }>(
            'GET',
            `${cases}&sysparm_display_value=true`
        )
        const [record] = shown.body.result
        expect(
            await run(`return await desk.details('Case', { sys_id: ${JSON.stringify(record['sys_id'])} })`)
        ).toMatchObject({ Account: record['account']!.display_value, State: record['state'] })

        const [reopened, again] = [
            app().browser.context.waitForEvent('page'),
            run<string>('return await desk.connect()'),
        ]
        await allow(await reopened)
        expect(await again).toBe('Abel Tuter')
        await run('await desk.quit()')
        expect((await revocations()) - before).toBe(2)
    })
}
