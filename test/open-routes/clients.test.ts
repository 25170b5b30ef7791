import { API, CLIENT, HONEST, startRecorded, type RecordedInstance } from './open-routes'

const FLOWS = Object.entries(HONEST).map(([what, flow]) => ({ what, ...flow }))

/** Registrations that must be indistinguishable from a missing one. */
const REGISTRATIONS = {
    inactive: { type: 'client', active: 'false', public_client: 'true' },
    confidential: { type: 'client', active: 'true', public_client: 'false' },
    'inactive and confidential': { type: 'client', active: 'false', public_client: 'false' },
    outbound: { type: 'oauth_provider', active: 'true', public_client: 'true' },
    'outbound and confidential': { type: 'oauth_provider', active: 'true', public_client: 'false' },
}

/** Ids that match no registration, although a careless comparison might find one. */
const STRANGE = {
    unknown: 'nobody-registered-this',
    'in a different case': CLIENT.toUpperCase(),
    'a prefix of one': CLIENT.slice(0, 31),
    'longer than one': `${CLIENT}0`,
    'the text null in capitals': 'NULL',
    'the text null in lower case': 'null',
    'a prototype property': '__proto__',
    'another prototype property': 'constructor',
    'a number': '0',
    'a dot': '.',
    'an id of maximum length': 'a'.repeat(100),
}

interface Facts {
    status: number
    headers: [string, string][]
    body: string
    /** Number of statements run by the script. */
    statements: number
    outboundCalls: number
    /** Stored record of the request. */
    kept: object[]
    /** Log lines. */
    logged: string[]
}

describe('H21 clients that must be rejected', () => {
    let instance: RecordedInstance

    beforeAll(async () => {
        instance = await startRecorded()
        for (const [name, values] of Object.entries(REGISTRATIONS)) {
            const { status } = await instance.admin('POST', '/api/now/table/oauth_entity', {
                name,
                client_id: idOf(name),
                client_secret: 'canary-secret',
                ...values,
            })
            expect(status).toBe(201)
        }
        // One-time work of a thread must not be attributed to a client.
        for (const { route, form } of FLOWS) await instance.post(route, form.replace(CLIENT, 'first-of-all'))
    })
    afterAll(() => instance.close())

    const counters = (route: string) => ({
        db_statements: 0,
        outbound_calls: 0,
        ...instance.stats.all()[`POST ${API}/${route}`],
    })
    const kept = () => instance.records.query('x_opfi_openfin_request', { query: 'ORDERBYsys_created_on' })

    async function factsOf(route: string, form: string): Promise<Facts> {
        const known = new Set(kept().map((row) => row['sys_id']))
        const loggedBefore = instance.log.entries().length
        const before = counters(route)
        const answer = await instance.post(route, form)
        const after = counters(route)
        return {
            status: answer.status,
            headers: answer.headers.filter(([name]) => name !== 'date'),
            body: answer.body,
            statements: after.db_statements - before.db_statements,
            outboundCalls: after.outbound_calls - before.outbound_calls,
            kept: kept()
                .filter((row) => !known.has(row['sys_id']))
                .map(({ route, client, outcome, reported }) => ({ route, client, outcome, reported })),
            logged: instance.log
                .entries()
                .slice(loggedBefore)
                .map(({ message }) => message),
        }
    }

    const statementsForUnknown = async (route: string, form: string) =>
        (await factsOf(route, form.replace(CLIENT, STRANGE.unknown))).statements

    it.each(FLOWS)(
        'H21 get the same response to a $what, after the same work',
        async ({ what, route, form }) => {
            const unknown = await factsOf(route, form.replace(CLIENT, STRANGE.unknown))
            expect(unknown).toMatchObject({ status: 401, outboundCalls: 0 })
            expect(unknown.statements).toBeGreaterThan(0)
            expect(JSON.parse(unknown.body)).toMatchObject({
                error: { code: 'invalid_client' },
                status: 'failure',
            })
            expect(unknown.kept).toEqual([{ route, client: null, outcome: 'invalid_client', reported: '0' }])
            expect(unknown.logged).toHaveLength(1)
            const ids = {
                ...STRANGE,
                ...Object.fromEntries(Object.keys(REGISTRATIONS).map((name) => [name, idOf(name)])),
            }
            for (const [who, id] of Object.entries(ids)) {
                expect({ who, ...(await factsOf(route, form.replace(CLIENT, id))) }).toEqual({
                    who,
                    ...unknown,
                })
            }
            expect({ what, forwarded: instance.upstream.take() }).toEqual({ what, forwarded: [] })
        }
    )

    it('H21 count as one client for the limit on refusals, so the limit does not distinguish them', async () => {
        const property = 'x_opfi_openfin.integration.refusals_per_minute'
        const ids = [STRANGE.unknown, ...Object.keys(REGISTRATIONS).map(idOf)]
        instance.clock.advance(60_000)
        await instance.setProperty(property, '3')
        try {
            for (const id of ids.slice(0, 3)) {
                expect(
                    (await instance.post('request_tokens', HONEST.renewal.form.replace(CLIENT, id))).status
                ).toBe(401)
            }
            for (const id of ids) {
                expect(
                    (await instance.post('revoke_token', HONEST.revocation.form.replace(CLIENT, id))).status
                ).toBe(429)
            }
            expect((await instance.post('request_tokens', HONEST.renewal.form)).status).toBe(200)
            expect(instance.upstream.take()).toHaveLength(1)
        } finally {
            await instance.setProperty(property, '100000')
        }
    })

    it.each([
        'javascript:gs.getUserID',
        'JAVASCRIPT:x',
        'javascript:gs.getUserID()',
        'a^ORactive=true',
        'a^NQactive=true',
        '*',
        '%25',
        "a'OR'1",
        encodeURIComponent(CLIENT.replace(/0/g, '０')),
        `${CLIENT}%20`,
        `${CLIENT}%00`,
        `${CLIENT}%0A`,
    ])('H21 the id %s is refused before it reaches a query', async (id) => {
        for (const { route, form } of FLOWS) {
            const facts = await factsOf(route, form.replace(CLIENT, id))
            expect(facts).toMatchObject({ status: 400, outboundCalls: 0 })
            expect(JSON.parse(facts.body)).toMatchObject({ error: { code: 'invalid_request' } })
            expect(facts.statements).toBe((await statementsForUnknown(route, form)) - 1)
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it('H21 are accepted once they are active, public and inbound', async () => {
        for (const name of Object.keys(REGISTRATIONS)) {
            const entity = instance.records.first('oauth_entity', `client_id=${idOf(name)}`)
            const values = { type: 'client', active: 'true', public_client: 'true' }
            await instance.admin('PATCH', `/api/now/table/oauth_entity/${entity?.['sys_id']}`, values)
            for (const { route, form } of FLOWS) {
                expect((await instance.post(route, form.replace(CLIENT, idOf(name)))).status).toBe(200)
            }
        }
        expect(instance.upstream.take()).toHaveLength(FLOWS.length * Object.keys(REGISTRATIONS).length)
    })
})

function idOf(name: string): string {
    return name.replaceAll(' ', '-')
}
