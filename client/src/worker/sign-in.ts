import { INTEGRATION } from '../oauth-routes'
import type { AnswerValue, BeginMessage, Failure, FinishMessage, User } from '../protocol'
import { callApi, type ApiCall } from './api-request'
import { beginAuthorization } from './authorization'
import { Phase, type Connection } from './connection'
import { disconnected, fail } from './fail'
import { useTokens } from './renewal'
import { isBusy, retrying } from './retry'
import { endSession, leaveSession, openSession, type Session } from './session'

/** Further attempts of an exchange that the instance did not take. */
const ATTEMPTS = 2

/** Asks who the session's user is. */
const WHO: ApiCall = { endpoint: `${INTEGRATION}user_info`, method: 'GET', retry: ATTEMPTS }

/** Asks the same of the Table API, for instances without the app. */
const ME =
    '/api/now/table/sys_user?sysparm_limit=2&sysparm_fields=sys_id,user_name,name,email&sysparm_query=sys_id=javascript:gs.getUserID()'

/** Lets a connection into a session that is signed in. */
export function join(session: Session, connection: Connection): AnswerValue {
    const { user, members } = session
    if (!user) return {}
    connection.phase = Phase.Open
    members.add(connection)
    return { user }
}

/** Starts a sign-in, or joins that of another window once it went well: there is one at a time. */
export async function beginSignIn(
    session: Session,
    connection: Connection,
    message: BeginMessage
): Promise<AnswerValue> {
    connection.settle?.()
    while (session.busy) await session.busy
    if (connection.phase !== Phase.Ready) disconnected()
    if (session.user) return join(session, connection)
    session.busy = new Promise((resolve) => {
        connection.settle = () => {
            connection.attempt = connection.settle = session.busy = undefined
            resolve()
        }
    })
    const { url, ...attempt } = await beginAuthorization(session.pins, message)
    connection.attempt = attempt
    return { url, state: attempt.state }
}

/**
 * Ends a sign-in: the code becomes tokens, and the tokens say who the user is. An attempt counts once, and a code that
 * came back to no attempt of this connection goes nowhere.
 * @throws Failure of kind `authorization`: `state_mismatch`, `disconnected`, or why the instance refused
 */
export async function finishSignIn(
    session: Session,
    connection: Connection,
    { state, code }: FinishMessage
): Promise<AnswerValue> {
    const { attempt, settle } = connection
    const { tokenEndpoint, pins, secrets } = session
    connection.attempt = undefined
    try {
        if (!attempt || attempt.state !== state) {
            return fail('authorization', 'state_mismatch')
        }
        secrets.add(attempt.verifier)
        const form = { code, code_verifier: attempt.verifier, redirect_uri: pins.redirectUri }
        // Only where it did not take the code: a second use may cost the tokens of the first.
        const tokens = await retrying(ATTEMPTS, isBusy, () =>
            tokenEndpoint.askTokens({ grant_type: 'authorization_code', ...form })
        )
        useTokens(session, tokens)
        const who = await callApi(session, WHO).catch((why: Failure) =>
            // Where neither knows, the app's word counts, if it had one.
            callApi(session, { ...WHO, endpoint: ME }).catch((other) => {
                throw why.status ? why : other
            })
        )
        const { result, error } = JSON.parse(who.body as string) as { result: User | User[]; error?: unknown }
        // A transaction that was cancelled while the instance answered has status 200, too (see envelope.ts).
        if (error) fail('authorization', 'http', who)
        // Alone, since a query that the instance does not understand finds everybody.
        const [user, other] = [result].flat()
        if (!user?.['sys_id'] || other) return fail('authorization', 'http')
        await openSession(session, user)
        const { rule } = connection
        const answer = join(session, connection)
        if (!rule) return answer
        connection.phase = Phase.Closed
        await leaveSession(session, connection, rule)
        return disconnected()
    } catch (error) {
        if (attempt && !session.user) await endSession(session, 'last')
        throw { code: 'http', ...(error as object), kind: 'authorization' } satisfies Failure
    } finally {
        settle?.()
    }
}
