import { requestToken, refreshTokenOf } from '../../examples/echo/tokens'
import { tokens, type Answer } from '../outbound/scripted-provider'
import { FIND, REFRESH, RefreshFixture, type StatusRow } from './fixture'
import { groupOf, userNamed } from './people'

const HOUR = 3600
const DAY = 24 * HOUR
const DOWN: Answer = { status: 503, body: '' }
const SILENT: Answer = { body: '', hangUp: true }
const REFUSED: Answer = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) }
const BETH = 'beth.anglin@example.com'
const ABEL = 'abel.tuter@example.com'

describe('a failing provider', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
        fixture.instance.records.snapshot()
    })
    afterEach(() => fixture.instance.records.restore())
    afterAll(() => fixture.close())

    /** A connection of a rule with recipients, whose access token is about to expire. */
    const dueConnection = async (answers: Answer[], people: Record<string, string> = {}) => {
        const { provider, connection } = await fixture.connect(answers)
        await fixture.rule({ condition: `sys_id=${connection.requestor}`, ...people })
        const row = await fixture.row(connection)
        if (!row) throw new Error('No row was created')
        return { provider, connection, row }
    }
    /** Seconds from an attempt to the next. */
    const wait = (row: StatusRow) =>
        (Date.parse(`${row['next_attempt']}Z`) - Date.parse(`${row['last_attempt']}Z`)) / 1000

    it('H63 down for some runs, then back: waits longer each time, notifies once, loses no token, and reports the recovery', async () => {
        const people = {
            notify_user: userNamed(fixture, 'beth.anglin'),
            notify_group: groupOf(fixture, 'abel.tuter'),
        }
        const down = [DOWN, SILENT, DOWN, DOWN, SILENT]
        const back = tokens({ refresh_token: 'r1', expires_in: HOUR })
        const { provider, connection, row } = await dueConnection([...down, back], people)
        const waits: number[] = []
        for (const [index] of down.entries()) {
            const after = await fixture.runWhenDue(row)
            expect(after).toMatchObject({ outcome: 'retry_later', failures: String(index + 1) })
            expect(after.message).toBe(
                down[index] === DOWN
                    ? 'The refresh failed: the provider returned HTTP 503.'
                    : 'The refresh failed: no usable response from the provider.'
            )
            waits.push(wait(after))
            expect(await refreshTokenOf(fixture.instance, connection)).toBe('r0')
        }
        for (const [index, seconds] of waits.entries()) {
            expect(seconds).toBeGreaterThanOrEqual(60 * 2 ** index - 1)
            expect(seconds).toBeLessThanOrEqual(60 * 2 ** index * 1.2 + 1)
        }
        expect(await fixture.notified()).toEqual(['token_failing'])
        const recovered = await fixture.runWhenDue(row)
        expect(recovered).toMatchObject({ outcome: 'refreshed', failures: '0', told: '' })
        expect(provider.requests.map(({ form }) => form.get('refresh_token'))).toEqual(Array(6).fill('r0'))
        expect(await refreshTokenOf(fixture.instance, connection)).toBe('r1')
        expect(await fixture.notified()).toEqual(['token_failing', 'token_recovered'])
        expect(fixture.mails()).toEqual([
            `${BETH},${ABEL}: OAuth token refresh failing: it`,
            `${BETH},${ABEL}: OAuth connection restored: it`,
        ])
        expect(fixture.stored('x_opfi_openfin_refresh_attempt')).toHaveLength(6)
    })

    it('H63 tokens that failed together are not retried together, and the job calls none before its time', async () => {
        const { provider, connection, row } = await dueConnection([DOWN])
        const requestors = [connection.requestor]
        for (let more = 0; more < 5; more++)
            requestors.push(
                fixture.insert('x_opfi_openfin_token_status', {
                    rule: row['rule'] ?? '',
                    requestor_table: 'sys_rest_message',
                    requestor: fixture.insert('sys_rest_message', { name: `More ${more}` }),
                    profile: connection.profile,
                    next_attempt: row['next_attempt'] ?? '',
                    failures: '4',
                })
            )
        const states = fixture.instance.records
        fixture.property('failures_before_event', '100')
        // They share the first one's tokens, so that each has something to refresh.
        const [holder] = fixture.stored('oauth_requestor_profile', `requestor_id=${connection.requestor}`)
        const credentials = fixture.stored(
            'oauth_credential',
            `oauth_requestor_profile=${holder?.['sys_id']}`
        )
        for (const { requestor } of fixture.stored('x_opfi_openfin_token_status', 'failures=4')) {
            const other = fixture.insert('oauth_requestor_profile', {
                requestor_id: requestor ?? '',
                oauth_entity_profile: connection.profile,
            })
            for (const { type, token_received, expires } of credentials)
                states.insert('oauth_credential', {
                    type: type ?? null,
                    token_received: token_received ?? null,
                    expires: expires ?? null,
                    oauth_requestor_profile: other,
                })
        }
        await fixture.runWhenDue(row)
        const rows = await fixture.rows('failures=5')
        const waits = rows.map(wait)
        expect(rows).toHaveLength(5)
        for (const seconds of waits) {
            expect(seconds).toBeGreaterThanOrEqual(16 * 60 - 1)
            expect(seconds).toBeLessThanOrEqual(16 * 60 * 1.2 + 1)
        }
        expect(new Set(waits).size).toBeGreaterThan(2)
        const asked = provider.requests.length
        expect((await fixture.run(REFRESH)).outbound_calls).toBe(0)
        expect(provider.requests).toHaveLength(asked)
    })

    it('H63 a Retry-After of the provider is honoured', async () => {
        const busy = { status: 429, body: JSON.stringify({ error: 'slow_down', retry_after: 1234 }) }
        const { row } = await dueConnection([busy])
        const after = await fixture.runWhenDue(row)
        expect(after).toMatchObject({
            outcome: 'retry_later',
            message: 'The refresh failed: the provider returned HTTP 429: slow_down.',
        })
        expect(wait(after)).toBe(1234)
    })

    it('H63 an inactive recipient is replaced by the fallback group; without one, it is logged', async () => {
        const beth = userNamed(fixture, 'beth.anglin')
        fixture.instance.records.update('sys_user', beth, { active: '0' })
        fixture.property('failures_before_event', '1')
        const { row } = await dueConnection([DOWN, DOWN], { notify_user: beth })
        await fixture.runWhenDue(row)
        expect(fixture.mails()).toEqual([])
        expect((await fixture.log()).join('\n')).toContain('Token refresh: no recipient for token_failing')
        fixture.instance.records.update('x_opfi_openfin_token_status', row.sys_id, { told: '' })
        fixture.property('fallback_group', groupOf(fixture, 'abel.tuter'))
        await fixture.runWhenDue(row)
        expect(fixture.mails()).toEqual([`${ABEL}: OAuth token refresh failing: it`])
    })

    it.each([
        [
            'a group without members',
            () => ({ notify_group: fixture.insert('sys_user_group', { name: 'Nobody' }) }),
        ],
        [
            'a group whose members are inactive',
            () => {
                const beth = userNamed(fixture, 'beth.anglin')
                fixture.instance.records.update('sys_user', beth, { active: '0' })
                return { notify_group: groupOf(fixture, 'beth.anglin') }
            },
        ],
        [
            'a user without an address',
            () => ({ notify_user: fixture.insert('sys_user', { user_name: 'mute', active: '1' }) }),
        ],
    ])('H63 %s reaches no one: the fallback group is notified', async (_what, people) => {
        fixture.property('failures_before_event', '1')
        fixture.property('fallback_group', groupOf(fixture, 'abel.tuter'))
        const { row } = await dueConnection([DOWN], people())
        await fixture.runWhenDue(row)
        expect(fixture.mails()).toEqual([`${ABEL}: OAuth token refresh failing: it`])
        expect((await fixture.log()).join('\n')).not.toContain('Token refresh: no recipient')
    })

    it('H63 a fallback group without members counts as none, and it is logged', async () => {
        fixture.property('failures_before_event', '1')
        fixture.property('fallback_group', fixture.insert('sys_user_group', { name: 'Nobody' }))
        const { row } = await dueConnection([DOWN])
        await fixture.runWhenDue(row)
        expect(fixture.mails()).toEqual([])
        expect((await fixture.log()).join('\n')).toContain('Token refresh: no recipient for token_failing')
    })

    it('H64 refused by invalid_grant: one mail, no further call for days, and the consent URL', async () => {
        const { provider, connection, row } = await dueConnection([REFUSED], {
            notify_user: userNamed(fixture, 'beth.anglin'),
        })
        const after = await fixture.runWhenDue(row)
        expect(after).toMatchObject({ outcome: 'reauthorize', failures: '0', next_attempt: '' })
        expect(after.message).toBe(
            'The refresh token was rejected: the provider returned HTTP 400: invalid_grant. Get a new one at ' +
                `${fixture.instance.url}/oauth_initiator.do?oauth_requestor_context=sys_rest_message&oauth_requestor=` +
                `${connection.requestor}&oauth_provider_profile=${connection.profile}&response_type=code`
        )
        for (let run = 0; run < 8; run++) {
            fixture.later(DAY / 2)
            const { db_statements } = await fixture.run(run % 2 === 0 ? REFRESH : FIND)
            // A row that waits for reauthorization costs no more than one that is not due.
            if (run % 2 === 0) expect(db_statements).toBeLessThanOrEqual(4)
        }
        expect(provider.requests).toHaveLength(1)
        expect(await fixture.notified()).toEqual(['token_reauthorize'])
        expect(fixture.mails()).toEqual([`${BETH}: Reauthorization required: it`])
        expect(fixture.stored('x_opfi_openfin_refresh_attempt')).toHaveLength(1)
    })

    it.each([
        ['the refresh job', REFRESH, 'told=reauthorize'],
        ['the search', FIND, 'next_attemptISNOTEMPTY^told=reauthorize'],
    ])('H64 a new consent revives the row through %s', async (_what, job, waiting) => {
        const { provider, connection, row } = await dueConnection([REFUSED])
        await fixture.runWhenDue(row)
        expect(await fixture.rows('told=reauthorize')).toHaveLength(1)
        fixture.later(DAY)
        provider.answers.splice(0, Infinity, tokens({ refresh_token: 'new', expires_in: HOUR }))
        expect((await requestToken(fixture.instance, connection, 'authorization_code')).error).toBe('')
        fixture.later(60)
        if (job === FIND) {
            await fixture.run(FIND)
            expect(await fixture.rows(waiting)).toHaveLength(1)
        }
        await fixture.run(REFRESH)
        expect(await fixture.row(connection)).toMatchObject({ outcome: 'valid', told: '' })
        expect(await fixture.notified()).toEqual(['token_reauthorize', 'token_recovered'])
        // From here on it is renewed like any other.
        expect(await fixture.runWhenDue(row)).toMatchObject({ outcome: 'refreshed' })
        expect(provider.requests.at(-1)?.form.get('refresh_token')).toBe('new')
    })

    it('H64 an incident after a recovery is notified again', async () => {
        const { provider, connection, row } = await dueConnection([REFUSED])
        await fixture.runWhenDue(row)
        fixture.later(60)
        provider.answers.splice(0, Infinity, tokens({ refresh_token: 'new', expires_in: HOUR }))
        await requestToken(fixture.instance, connection, 'authorization_code')
        await fixture.run(REFRESH)
        provider.answers.splice(0, Infinity, REFUSED)
        await fixture.runWhenDue(row)
        expect(await fixture.notified()).toEqual([
            'token_reauthorize',
            'token_recovered',
            'token_reauthorize',
        ])
    })
})
