import type { Guard } from './guard'

const FIND_RULE = 'local-instance/src/plugins/cors/find-rule.ts'
const CHECK_RULE = 'local-instance/src/plugins/cors/check-rule.ts'
const CORS_SCHEMA = 'local-instance/src/plugins/cors/schema.ts'
const CORS_PLUGIN = 'local-instance/src/plugins/cors/plugin.ts'
const FIND_RULE_TEST = 'local-instance/test/cors/find-rule.test.ts'
const RULES_TEST = 'test/variants/cors-rules.test.ts'

const origins: Guard[] = [
    {
        case: 'H51',
        what: 'the exact rule before any wildcard',
        file: FIND_RULE,
        find: 'if (allowed.host === page.host) return rule',
        replace: 'if (allowed.host === page.host) closest ??= rule',
        test: FIND_RULE_TEST,
    },
    {
        case: 'H51',
        what: 'the closest of two wildcards',
        file: FIND_RULE,
        find: '(!closest || rule.domain.length > closest.domain.length)',
        replace: '!closest',
        test: FIND_RULE_TEST,
    },
    {
        case: 'H51',
        what: 'the port as a part of an origin',
        file: FIND_RULE,
        find: ' || allowed.port !== page.port',
        replace: '',
        test: RULES_TEST,
    },
    {
        case: 'H51',
        what: 'the scheme as a part of an origin',
        file: FIND_RULE,
        find: 'allowed.scheme !== page.scheme || ',
        replace: '',
        test: FIND_RULE_TEST,
    },
    {
        case: 'H51',
        what: 'origins in small letters',
        file: FIND_RULE,
        find: 'origin.toLowerCase()',
        replace: 'origin',
        test: RULES_TEST,
    },
    {
        case: 'H51',
        what: 'no wildcard in an origin',
        file: FIND_RULE,
        find: "page.host.startsWith('*') || ",
        replace: '',
        test: RULES_TEST,
    },
    {
        case: 'H51',
        what: 'the greatest length of a domain',
        file: FIND_RULE,
        find: 'host.length <= MAX_HOST ?',
        replace: 'host.length > 0 ?',
        test: RULES_TEST,
    },
    {
        case: 'H51',
        what: 'the end of an origin',
        file: FIND_RULE,
        find: '(?::(\\d{1,5}))?$/.exec',
        replace: '(?::(\\d{1,5}))?/.exec',
        test: RULES_TEST,
    },
    {
        case: 'H51',
        what: 'ticked methods',
        file: CORS_PLUGIN,
        find: "return rule?.methods.has(method === 'HEAD' ? 'GET' : method) ? rule : undefined",
        replace: 'return method ? rule : undefined',
        test: RULES_TEST,
    },
    {
        case: 'H51',
        what: 'headers on errors',
        file: CORS_PLUGIN,
        find: "const rule = request.method === 'OPTIONS' ?",
        replace: "const rule = request.method === 'OPTIONS' || reply.statusCode > 399 ?",
        test: RULES_TEST,
    },
]

const domains: Guard[] = [
    {
        case: 'H52',
        what: 'the check of what is inserted',
        file: CORS_SCHEMA,
        find: "on: ['insert', 'update'],",
        replace: "on: ['update'],",
        test: RULES_TEST,
    },
    {
        case: 'H52',
        what: 'the check of what is changed',
        file: CORS_SCHEMA,
        find: "on: ['insert', 'update'],",
        replace: "on: ['insert'],",
        test: RULES_TEST,
    },
    {
        case: 'H52',
        what: 'no wildcard before an IP address',
        file: CHECK_RULE,
        find: "if (wildcard) return 'a wildcard cannot be combined with an IP address'",
        replace: '',
        test: 'local-instance/test/cors/check-rule.test.ts',
    },
    {
        case: 'H52',
        what: 'the scheme of a domain',
        file: CHECK_RULE,
        find: "if (!/^https?:\\/\\//i.test(domain)) return 'it must start with http:// or https://'",
        replace: "if (!domain.includes('://')) return undefined",
        test: RULES_TEST,
    },
]

/** CORS rules of the local instance: H51, H52. */
export const corsRuleGuards: Guard[] = [...origins, ...domains]
