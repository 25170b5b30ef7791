import type { Connection } from '../../examples/echo/register-provider'
import { tokens, type ScriptedProvider } from '../outbound/scripted-provider'
import { REFRESH, RefreshFixture } from './fixture'

const LIMITS = 'sys_app_resource_limit_template'
/** Longer than the lifetime of a claim. */
const HOUR = 3600

/** Effect of a runtime policy's quota for event handlers on refreshes, which are events (F-APP-41). */
describe('events that the quota defers', () => {
    let fixture: RefreshFixture
    let connection: Connection
    let provider: ScriptedProvider
    let limit: string

    beforeEach(async () => {
        fixture = await RefreshFixture.start()
        ;({ connection, provider } = await fixture.connect([
            tokens({ refresh_token: 'r1', expires_in: 86_400 }),
        ]))
        await fixture.rule({ condition: `sys_id=${connection.requestor}` })
        await fixture.run(REFRESH)
        fixture.forget(connection, 'access_token')
        // Moves the clock to the row's next attempt.
        fixture.later(HOUR)
        limit = fixture.insert(LIMITS, {
            template_name: 'OpenFin',
            app_condition: `sys_id=${fixture.stored('sys_app', 'scope=x_opfi_openfin')[0]?.['sys_id'] ?? ''}`,
            state: 'enforced',
            // The quota has been used up.
            event_handler_limit: '0',
        })
    })
    afterEach(() => fixture.close())

    const waiting = () => fixture.stored('sysevent', 'state=ready^nameSTARTSWITHx_opfi_openfin').length
    const lift = () => fixture.instance.records.update(LIMITS, limit, { event_handler_limit: '100' })
    const nextWindow = () => fixture.later(60)

    it('leave the token unchanged, and refresh it in the next window', async () => {
        await fixture.run(REFRESH)
        expect([provider.requests.length, waiting()]).toEqual([0, 1])
        lift()
        nextWindow()
        await fixture.run(REFRESH)
        expect([provider.requests.length, waiting()]).toEqual([1, 0])
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed', failures: '0' })
        expect(fixture.mails()).toEqual([])
    })

    it('do not lose it if they wait longer than a claim: the job refreshes it, and the late event does not repeat it', async () => {
        for (let run = 0; run < 3; run++) {
            await fixture.run(REFRESH)
            fixture.later(HOUR)
        }
        expect([provider.requests.length, waiting()]).toEqual([1, 1])
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'refreshed' })
        lift()
        nextWindow()
        await fixture.run(REFRESH)
        expect([provider.requests.length, waiting()]).toEqual([1, 0])
    })
})
