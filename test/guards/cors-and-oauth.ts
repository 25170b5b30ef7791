import { corsRuleGuards } from './cors-rules'
import type { Guard } from './guard'

const OAUTH = 'local-instance/src/plugins/oauth'
const CODES_TEST = 'test/variants/authorization-codes.test.ts'
const STATE_TEST = 'test/variants/state-parameter.test.ts'
const SWITCHES_TEST = 'local-instance/test/oauth/switches.test.ts'

const codes: Guard[] = [
    {
        case: 'H53',
        what: 'the single use of a code',
        file: `${OAUTH}/codes.ts`,
        find: 'sysId}^exchanged=false',
        replace: 'sysId}',
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the end of a code',
        file: `${OAUTH}/codes.ts`,
        find: '^exchanged=false^expires>${now()}`',
        replace: '^exchanged=false`',
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the client of a code',
        file: `${OAUTH}/codes.ts`,
        find: '^peer=${client.sysId}^exchanged=false',
        replace: '^exchanged=false',
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the redirect address of a code',
        file: `${OAUTH}/grants/authorization-code.ts`,
        find: "if (!isSameRedirect(code['redirect_uri'] ?? '', request)) {",
        replace: "if (!isSameRedirect(code['redirect_uri'] ?? '', request) && !client) {",
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the challenge of a code',
        file: `${OAUTH}/grants/authorization-code.ts`,
        find: 'if (actual !== expected) refuseChallenge',
        replace: "if (actual === '') refuseChallenge",
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the length of a verifier',
        file: `${OAUTH}/pkce.ts`,
        find: '{43,128}',
        replace: '{42,129}',
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the length of a verifier, at the app',
        file: 'src/server/integration-api/parse-token-request.ts',
        find: '{43,128}',
        replace: '{42,129}',
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the method S256',
        file: `${OAUTH}/authorization-request.ts`,
        find: "method !== '' && method !== 'S256'",
        replace: "method === 'none'",
        test: CODES_TEST,
    },
    {
        case: 'H53',
        what: 'the end of the tokens of a code that is used twice',
        file: `${OAUTH}/token-endpoint.ts`,
        find: 'if (error.afterwards) host.store.transaction(error.afterwards)',
        replace: '',
        test: 'test/variants/oauth-switches.test.ts',
    },
    {
        case: 'H53',
        what: 'the end of what was renewed from them',
        file: `${OAUTH}/tokens.ts`,
        find: "...renewed.map((entry) => entry['credential']),",
        replace: '',
        test: SWITCHES_TEST,
    },
    {
        case: 'H53',
        what: 'the client of a code that is used twice',
        file: `${OAUTH}/codes.ts`,
        find: '^peer=${client.sysId}^exchanged=true',
        replace: '^exchanged=true',
        test: SWITCHES_TEST,
    },
    {
        case: 'H53',
        what: 'the memory of codes',
        file: `${OAUTH}/codes.ts`,
        find: '...(remember && { keep_until: toGlideDateTime(end) }),',
        replace: '',
        test: SWITCHES_TEST,
    },
]

const state: Guard[] = [
    {
        case: 'H54',
        what: 'the required state',
        file: `${OAUTH}/authorization-request.ts`,
        find: "if (isOn('stateRequired') && !state?.trim()) {",
        replace: "if (isOn('stateRequired') && state === 'none') {",
        test: STATE_TEST,
    },
    {
        case: 'H54',
        what: 'the refusal of a blank state',
        file: `${OAUTH}/authorization-request.ts`,
        find: "if (isOn('stateRequired') && !state?.trim()) {",
        replace: "if (isOn('stateRequired') && !state) {",
        test: 'local-instance/test/oauth/state.test.ts',
    },
    {
        case: 'H54',
        what: 'the encoding of the state',
        file: `${OAUTH}/redirect-uris.ts`,
        find: '`${name}=${encodeURIComponent(value)}`',
        replace: '`${name}=${value}`',
        test: STATE_TEST,
    },
]

/** CORS rules, codes, verifiers and state at the local instance: H51 to H54. */
export const corsAndOauthGuards: Guard[] = [...corsRuleGuards, ...codes, ...state]
