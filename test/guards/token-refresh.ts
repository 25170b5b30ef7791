import type { Guard } from './guard'

const SRC = 'src/server/token-refresh'
const OUTCOMES = 'test/token-refresh/outcomes.test.ts'
const TROUBLES = 'test/token-refresh/provider-troubles.test.ts'
const MANY = 'test/token-refresh/many-tokens.test.ts'
const AT_ONCE = 'test/token-refresh/at-once.test.ts'
const DENIED = 'test/token-refresh/denied-read.test.ts'
const MONTH = 'test/token-refresh/simulated-month.test.ts'
const BAD_RULES = 'test/token-refresh/bad-rules.test.ts'

/** What keeps tokens alive and leaves them alone: H62 to H68. */
export const tokenRefreshGuards: Guard[] = [
    {
        case: 'H62',
        what: 'leaving alone what holds',
        file: `${SRC}/attempt.ts`,
        find: "if (!always && isValid(stored, leads)) return result('valid'",
        replace: "if (!always && key.profile === '' && isValid(stored, leads)) return result('valid'",
        test: OUTCOMES,
    },
    {
        case: 'H62',
        what: 'telling what was never there from what a person has to renew',
        file: `${SRC}/attempt.ts`,
        find: 'if (!stored.hasAccess && !stored.hasRefresh)',
        replace: "if (key.profile === '' && !stored.hasRefresh)",
        test: OUTCOMES,
    },
    {
        case: 'H63',
        what: 'remembering what people were told, over a month',
        file: `${SRC}/status-row.ts`,
        find: "    row.setValue('told', step.told)\n",
        replace: '',
        test: MONTH,
    },
    {
        case: 'H63',
        what: 'longer and longer waits',
        file: `${SRC}/back-off.ts`,
        find: 'const wait = minutes * 60_000 *',
        replace: 'const wait = Math.min(minutes, 1) * 60_000 *',
        test: TROUBLES,
    },
    {
        case: 'H63',
        what: 'waits that differ from token to token',
        file: `${SRC}/back-off.ts`,
        find: 'const JITTER = 0.2',
        replace: 'const JITTER = 0',
        test: TROUBLES,
    },
    {
        case: 'H63',
        what: 'the fallback group',
        file: `${SRC}/tell-people.ts`,
        find: 'isActiveGroup(fallback) ? [fallback] : []',
        replace: 'isActiveGroup(fallback) ? named : []',
        test: TROUBLES,
    },
    {
        case: 'H63',
        what: 'telling people once',
        file: `${SRC}/incident-step.ts`,
        find: "if (told !== '' || failures < failuresBeforeEvent)",
        replace: 'if (failures < failuresBeforeEvent)',
        test: TROUBLES,
    },
    {
        case: 'H64',
        what: 'the end of attempts after a refusal',
        file: `${SRC}/status-row.ts`,
        find: "if (outcome === 'no_token' || outcome === 'reauthorize') return ''",
        replace: "if (outcome === 'no_token') return ''",
        test: TROUBLES,
    },
    {
        case: 'H64',
        what: 'the look for a new consent',
        file: `${SRC}/revive-rows.ts`,
        find: 'updated !== undefined && updated >= lastAttempt',
        replace: 'updated !== undefined && updated < 0 && lastAttempt < 0',
        test: TROUBLES,
    },
    {
        case: 'H65',
        what: 'keeping one token’s trouble to itself',
        file: `${SRC}/refresh-event.ts`,
        find: '        return run()\n    } catch {',
        replace: '        return run()\n    } catch (error) {\n        if (run.length === 0) throw error',
        test: MANY,
    },
    {
        case: 'H65',
        what: 'the end of a run whose time is over',
        file: `${SRC}/refresh-job.ts`,
        find: '        if (isOver()) {',
        replace: '        if (isOver() && began < 0) {',
        test: MANY,
    },
    {
        case: 'H66',
        what: 'the claim',
        file: `${SRC}/claims.ts`,
        find: 'return Boolean(claim.insert())',
        replace: 'return Boolean(claim.insert()) || true',
        test: AT_ONCE,
    },
    {
        case: 'H66',
        what: 'the end of claims that nobody gave back',
        file: `${SRC}/claims.ts`,
        find: "claim.addQuery('ends', '<=', toStored(now()))",
        replace: "claim.addQuery('ends', '<=', toStored(0))",
        test: AT_ONCE,
    },
    {
        case: 'H66',
        what: 'the look at what the platform renewed meanwhile',
        file: `${SRC}/attempt.ts`,
        find: 'if (after.refreshToken !== stored.refreshToken && isAlive(after))',
        replace: "if (stored.refreshToken === '' && isAlive(after))",
        test: AT_ONCE,
    },
    {
        case: 'H67',
        what: 'going on without the table',
        file: `${SRC}/credentials.ts`,
        find: '    } catch {\n        credentialReadDenied()',
        replace:
            '    } catch (error) {\n        if (requestors.length > 0) throw error\n        credentialReadDenied()',
        test: DENIED,
    },
    {
        case: 'H67',
        what: 'the memory of what the log was told',
        file: `${SRC}/denied-read.ts`,
        find: '    if (wasTold()) return\n',
        replace: '',
        test: DENIED,
    },
    {
        case: 'H67',
        what: 'forgetting it once the read works',
        file: `${SRC}/denied-read.ts`,
        find: "if (wasTold()) gs.setProperty(TOLD, 'false')",
        replace: "if (wasTold()) gs.setProperty(TOLD, 'true')",
        test: DENIED,
    },
    {
        case: 'H68',
        what: 'the refusal at save',
        file: `${SRC}/rule-check/before-save.ts`,
        find: 'current.setAbortAction(true)',
        replace: 'current.setAbortAction(false)',
        test: BAD_RULES,
    },
    {
        case: 'H68',
        what: 'the look at each field of a condition',
        file: `${SRC}/rule-check/check-condition.ts`,
        find: 'terms.find(({ field }) => !reachField(table, field))',
        replace: "terms.find(({ field }) => field === '' && !reachField(table, field))",
        test: BAD_RULES,
    },
    {
        case: 'H68',
        what: 'the look at scripts in values',
        file: `${SRC}/rule-check/query-terms.ts`,
        find: "!value.split('@').every(isHarmless)",
        replace: "value === '' && !value.split('@').every(isHarmless)",
        test: BAD_RULES,
    },
    {
        case: 'H68',
        what: 'the second look before a condition is used',
        file: `${SRC}/search-rule.ts`,
        find: 'if (reason !== null) throw new Error(reason)',
        replace: "if (reason === '') throw new Error(reason)",
        test: BAD_RULES,
    },
]
