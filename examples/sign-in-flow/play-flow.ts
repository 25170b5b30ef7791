import { InstanceClient, type Answer } from './instance-client'
import { signIn } from './sign-in'

/** Options of the flow. */
export interface FlowOptions {
    instanceUrl: string
    clientId: string
    userName: string
    password: string
    /** Advances the instance's clock by seconds; without it, the token is refreshed before it expires. */
    advanceClock?: (seconds: number) => Promise<void>
    /** Called after each step. */
    onStep?: (step: FlowStep) => void
}

/** A step that passed, with its evidence. */
export interface FlowStep {
    name: string
    proof: string
    /** Duration in milliseconds. */
    ms: number
}

/** A step that failed. The message names the step and what was observed, never a token. */
export class FlowError extends Error {
    readonly code = 'flow_broken'
}

/**
 * Runs the complete flow of an OpenFin client: sign-in, consent, code, tokens, `user_info`, a query, creating and
 * commenting a case, refresh, revocation.
 *
 * @throws FlowError at the first step that fails.
 */
export async function playFlow(options: FlowOptions): Promise<FlowStep[]> {
    const { instanceUrl, clientId, userName } = options
    const client = new InstanceClient(instanceUrl, clientId)
    const steps: FlowStep[] = []
    const step = async <T>(name: string, run: () => Promise<[proof: string, value: T]>): Promise<T> => {
        const start = performance.now()
        try {
            const [proof, value] = await run()
            const done = { name, proof, ms: performance.now() - start }
            steps.push(done)
            options.onStep?.(done)
            return value
        } catch (error) {
            throw new FlowError(`${name}: ${(error as Error).message}`)
        }
    }

    const authorization = await step('sign in and consent', async () => {
        const result = await signIn(options)
        hold(result.redirect.searchParams.get('state') === result.state, 'the state came back changed')
        hold(result.code, 'the redirect carries no code')
        return [`${userName} allowed it; a code came back with the same state`, result]
    })
    let tokens = await step('request_tokens', async () => {
        const { code, verifier, redirectUri } = authorization
        const answer = await client.requestTokens(code ?? '', verifier, redirectUri)
        const body = expectStatus(answer, 200)
        hold(body.access_token && body.refresh_token, 'a token is missing')
        return [`code and verifier became tokens, good for ${body.expires_in} s`, body]
    })
    const user = await step('user_info', async () => {
        const { result } = expectStatus(await client.userInfo(tokens.access_token), 200)
        hold(result['user_name'] === userName, `it is about somebody else than ${userName}`)
        return [`the token speaks for ${result['name'] ?? userName}`, result]
    })
    await step('query incident', async () => {
        const query =
            'sysparm_query=active=true^ORDERBYDESCsys_updated_on&sysparm_limit=5&sysparm_fields=number'
        const answer = await client.call<{ result: { number: string }[] }>(
            tokens.access_token,
            'GET',
            `/api/now/v2/table/incident?${query}`
        )
        const { result } = expectStatus(answer, 200)
        hold(result.length > 0, 'no incident was found')
        return [`${result.length} of ${answer.headers.get('x-total-count')} active incidents`, undefined]
    })
    await step('create a case', () => createAndComment(client, tokens.access_token, user['sys_id'] ?? ''))
    tokens = await step('renew', async () => {
        if (options.advanceClock) {
            await options.advanceClock(tokens.expires_in + 1)
            expectStatus(await client.userInfo(tokens.access_token), 401)
        }
        const renewed = expectStatus(await client.renew(tokens.refresh_token ?? ''), 200)
        hold(renewed.refresh_token === tokens.refresh_token, 'the refresh token was not echoed')
        expectStatus(await client.userInfo(renewed.access_token), 200)
        const past = options.advanceClock ? `${tokens.expires_in} s later it had expired; ` : ''
        return [`${past}the refresh token brought a working one`, renewed]
    })
    await step('revoke_token', async () => {
        expectStatus(await client.revoke(tokens.access_token, 'access_token'), 200)
        expectStatus(await client.revoke(tokens.refresh_token ?? '', 'refresh_token'), 200)
        expectStatus(await client.userInfo(tokens.access_token), 401)
        const refused = expectStatus(await client.renew(tokens.refresh_token ?? ''), 400) as unknown as {
            error: { code: string }
        }
        hold(refused.error.code === 'invalid_grant', `a renewal is refused as ${refused.error.code}`)
        return ['both tokens are dead: 401 for calls, invalid_grant for a renewal', undefined]
    })
    return steps
}

/** Creates a financial services case, adds a comment with a suppressed response body, and reads it back. */
async function createAndComment(
    client: InstanceClient,
    accessToken: string,
    userId: string
): Promise<[string, undefined]> {
    const table = '/api/now/v2/table/sn_bom_financial_service'
    const created = await client.call<{ result: { sys_id: string; number: string } }>(
        accessToken,
        'POST',
        `${table}?sysparm_fields=sys_id,number`,
        { short_description: 'New case for customer', assigned_to: userId }
    )
    const { result } = expectStatus(created, 201)
    const commented = await client.call(
        accessToken,
        'PATCH',
        `${table}/${result.sys_id}`,
        { comments: 'Currently investigating this case' },
        { 'x-no-response-body': 'true' }
    )
    expectStatus(commented, 204)
    const read = await client.call<{ result: { comments: string } }>(
        accessToken,
        'GET',
        `${table}/${result.sys_id}?sysparm_display_value=true&sysparm_fields=comments`
    )
    const { comments } = expectStatus(read, 200).result
    hold(comments.includes('Currently investigating this case'), 'the comment is not there')
    return [`${result.number} was created, and its comment reads back`, undefined]
}

function expectStatus<T>(answer: Answer<T>, status: number): T {
    const reason = (answer.body as { error?: { message?: string } } | null)?.error?.message
    hold(answer.status === status, `answered ${answer.status}, not ${status}${reason ? ` (${reason})` : ''}`)
    return answer.body
}

function hold(condition: unknown, otherwise: string): asserts condition {
    if (!condition) throw new FlowError(otherwise)
}
