import type { Context, Grant } from '../context'

/** What the form of the issued tokens tells of the assumptions about them. */
export function observeFormat({ findings, registration, release }: Context, grant: Grant): void {
    const { access, refresh } = grant
    if (access === '') return
    const format = registration['token_format']
    const isJwt = isThreeParts(access)
    if (format === '')
        findings.judge('F-OAUTH-33', !isJwt, `The access token is ${isJwt ? 'a JWT' : 'opaque'}.`)
    else {
        const why =
            format === undefined ? `${release ?? 'The release'} has no such column` : `It is ${format}`
        findings.note('F-OAUTH-33', 'unknown', `${why}.`)
    }
    if (!isJwt) {
        findings.note('F-APP-38', 'unknown', `The access token is opaque, with ${access.length} characters.`)
        return
    }
    const size = `The JWT has ${access.length} characters.`
    findings.judge('F-APP-38', access.length <= 1500, size)
    findings.note('F-OAUTH-32', 'unknown', `${size} The next sign-in was not looked at.`)
    if (refresh === '') return
    const isOpaque = !isThreeParts(refresh)
    findings.judge(
        'F-OAUTH-31',
        isOpaque,
        `The refresh token beside a JWT is ${isOpaque ? 'opaque' : 'a JWT'}.`
    )
}

/** Header, payload and signature of a JWT (RFC 7519 §3). */
function isThreeParts(token: string): boolean {
    return token.split('.').length === 3
}
