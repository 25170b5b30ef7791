import { INTEGRATION } from '../oauth-routes'
import type { AnswerValue, BeginMessage, Failure, FinishMessage, User } from '../protocol'
import { callApi, type ApiCall } from './api-request'
import { beginAuthorization } from './authorization'
import { Phase, type Connection } from './connection'
import { disconnected, fail } from './fail'
import { useTokens } from './renewal'
import { isBusy, withRetry } from './retry'
import { endSession, leaveSession, openSession, type Session } from './session'

/** Further attempts of a code exchange while the instance is busy. */
const ATTEMPTS = 2

/** The request for the session's user. */
const USER_INFO: ApiCall = { endpoint: `${INTEGRATION}user_info`, method: 'GET', retry: ATTEMPTS }

/** The same request at the Table API, for instances without the app. */
const OWN_RECORD =
    '/api/now/table/sys_user?sysparm_limit=2&sysparm_fields=sys_id,user_name,name,email&sysparm_query=sys_id=javascript:gs.getUserID()'

/** Adds a connection to a signed-in session. */
export function join(session: Session, connection: Connection): AnswerValue {
    const { user, members } = session
    if (!user) return {}
    connection.phase = Phase.Open
    members.add(connection)
    return { user }
}

/** Starts a sign-in, or joins that of another window when it has succeeded. There is only one at a time. */
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
 * Completes a sign-in: exchanges the code for tokens and requests the user. An attempt can be used once. A
 * code that belongs to no attempt of this connection is not sent anywhere.
 * @throws Failure of kind `authorization`: `state_mismatch`, `disconnected`, or the error of the instance
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
        // Retries only if the instance did not process the code: a second use may revoke the tokens of the
        // first.
        const tokens = await withRetry(ATTEMPTS, isBusy, () =>
            tokenEndpoint.askTokens({ grant_type: 'authorization_code', ...form })
        )
        useTokens(session, tokens)
        const response = await callApi(session, USER_INFO).catch((failure: Failure) =>
            // If both fail, the error of the app takes precedence if it has a status.
            callApi(session, { ...USER_INFO, endpoint: OWN_RECORD }).catch((other) => {
                throw failure.status ? failure : other
            })
        )
        const { result, error } = JSON.parse(response.body as string) as {
            result: User | User[]
            error?: unknown
        }
        // A transaction that was canceled during the response has status 200 as well (see envelope.ts).
        if (error) fail('authorization', 'http', response)
        // Exactly one record: an instance that does not support the query returns all users.
        const [user, other] = [result].flat()
        if (!user?.['sys_id'] || other) return fail('authorization', 'http')
        await openSession(session, user)
        const { rule } = connection
        const reply = join(session, connection)
        if (!rule) return reply
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
