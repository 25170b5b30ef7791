import type { Guard } from './guard'

const HOOKS = 'src/server/oauth-custom-util/hooks.ts'
const TEST = 'test/outbound/oauth-custom-util.test.ts'

/** What OAuthCustomUtil makes of answers: H57 to H61. */
export const oauthCustomUtilGuards: Guard[] = [
    {
        case: 'H57',
        what: 'the drop of an echo',
        file: HOOKS,
        find: "if (name === 'refresh_token' && isEcho(script, text)) parameters.remove(name)",
        replace: "if (name === '' && isEcho(script, text)) parameters.remove(name)",
        test: TEST,
    },
    {
        case: 'H57',
        what: 'the look at the intercepted request',
        file: 'src/server/oauth-custom-util/sent-request.ts',
        find: "contextParameter(script, name) || (script.sentParameters?.[name] ?? '')",
        replace: 'contextParameter(script, name)',
        test: 'src/server/oauth-custom-util/sent-request.test.ts',
    },
    {
        case: 'H58',
        what: 'the comparison of what came with what was sent',
        file: HOOKS,
        find: 'return isRenewal(script) && sentRefreshToken(script) === refreshToken && !extended(script)',
        replace:
            "return isRenewal(script) && sentRefreshToken(script) !== refreshToken + ' ' && !extended(script)",
        test: TEST,
    },
    {
        case: 'H59',
        what: 'the question for the grant',
        file: HOOKS,
        find: 'return isRenewal(script) && sentRefreshToken(script) === refreshToken && !extended(script)',
        replace:
            'return (isRenewal(script) || sentRefreshToken(script) === refreshToken) && !extended(script)',
        test: TEST,
    },
    {
        case: 'H60',
        what: 'the care for nulls',
        file: 'src/server/oauth-custom-util/answer-members.ts',
        find: '    if (value === null || value === undefined) return null\n    try {\n        return String((value as { toString(): unknown }).toString())\n    } catch {\n        return null\n    }',
        replace: '    return String((value as { toString(): unknown }).toString())',
        test: 'src/server/oauth-custom-util/answer-members.test.ts',
    },
    {
        case: 'H61',
        what: 'the look at the platform switch',
        file: HOOKS,
        find: '        return platformExtends(script)',
        replace: '        return platformExtends(script) && false',
        test: TEST,
    },
    {
        case: 'H61',
        what: 'the memory of what the log was told',
        file: 'src/server/oauth-custom-util/platform-switch.ts',
        find: "if (!isFirstTime({ name: 'stepped_aside', about })) return",
        replace: "isFirstTime({ name: 'stepped_aside', about })",
        test: TEST,
    },
]
