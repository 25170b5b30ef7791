import { checkCallbackUrls, checkInstanceUrl, checkOrigins } from '../addresses'
import { createInstanceClient, type ClientOptions, type InstanceClient } from '../instance-client'
import { releaseOf } from '../properties'
import { createReading, once, type Reading } from '../reading'
import { SetupError } from '../setup-error'
import { createTableClient } from '../table-client'
import { checkAtf } from './atf'
import { checkClone } from './clone'
import type { Context } from './context'
import { checkCorsRules } from './cors'
import { checkJobs } from './jobs'
import { checkNotifications } from './notifications'
import { checkPreflights } from './preflights'
import { checkRedirects } from './redirect'
import { checkRefreshRules } from './refresh-rules'
import { checkRegistration } from './registration'
import { Report, type Outcomes } from './report'
import { checkRoutes } from './routes'
import { checkSettings } from './settings'
import { findTargets, originsOf } from './targets'
import { checkTokens } from './tokens'

/** The instance to check and the credentials to use. */
export interface DoctorOptions extends ClientOptions {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
    /** Origins that apps use; default: those of the active CORS rules. */
    origins?: readonly string[]
    /** Callback pages that apps use; default: none is checked. */
    callbackUrls?: readonly string[]
    /** Local time, in ms since 1970. */
    now?: () => number
}

/** Report of the doctor. */
export interface Diagnosis extends Outcomes {
    /** No finding of severity `error`. */
    ok: boolean
    /** Origin of the instance. */
    instance: string
    /** Name of the release's family, such as `australia`; null if no property contains it. */
    release: string | null
}

/**
 * Checks an instance without changing it: reads tables, and sends preflights and the exchange of an invalid
 * code. A check that the caller's rights do not permit is `unknown`, never `passed`.
 *
 * @throws SetupError if the caller may not read anything, or the instance does not respond
 */
export async function runDoctor(options: DoctorOptions): Promise<Diagnosis> {
    const instanceUrl = checkInstanceUrl(options.instanceUrl)
    const given = options.origins?.length ? checkOrigins(options.origins) : undefined
    const callbackUrls = checkCallbackUrls(options.callbackUrls ?? [])
    const now = options.now ?? Date.now
    const timed = watchClock(createInstanceClient(instanceUrl, options), now)
    const tables = createTableClient(timed.client)
    const reading = createReading(tables)
    const report = new Report(instanceUrl)
    await refuseBlindness(reading)
    const active = await reading.rules().then(
        ({ rows }) => originsOf(rows),
        () => []
    )
    const context: Context = {
        origins: [...new Set([...(given ?? []), ...active])],
        ...{ instanceUrl, callbackUrls, tables, reading, report, now },
        client: timed.client,
        targets: once(() => findTargets(reading, given)),
        clockOffset: timed.offset,
    }
    const checks = [
        ...[checkRegistration, checkRedirects, checkCorsRules, checkPreflights, checkRoutes, checkSettings],
        ...[checkJobs, checkTokens, checkRefreshRules, checkNotifications, checkClone, checkAtf],
    ]
    await Promise.all(checks.map((check) => check(context)))
    const outcomes = report.outcomes()
    return {
        ok: !outcomes.findings.some(({ severity }) => severity === 'error'),
        instance: instanceUrl,
        release: await reading.properties().then(releaseOf, () => null),
        ...outcomes,
    }
}

/** Without read access to any table there is nothing to check. */
async function refuseBlindness(reading: Reading): Promise<void> {
    const reads = [reading.registrations(), reading.apis(), reading.rules(), reading.properties()]
    const settled = await Promise.allSettled<unknown>(reads)
    if (settled.some(({ status }) => status === 'fulfilled')) return
    const [first] = settled as PromiseRejectedResult[]
    throw first?.reason instanceof SetupError
        ? first.reason
        : new SetupError('request_failed', 'The instance cannot be read.')
}

/** Records the offset of the instance's clock from the first response with a `Date`. */
function watchClock(client: InstanceClient, now: () => number) {
    let offset: number | null = null
    return {
        offset: () => offset,
        client: {
            ...client,
            async send(...request: Parameters<InstanceClient['send']>) {
                const answer = await client.send(...request)
                const date = Date.parse(answer.headers.get('Date') ?? '')
                if (offset === null && !Number.isNaN(date)) offset = date - now()
                return answer
            },
        },
    }
}
