import type { Code } from './codes'
import { setupCommand, type Context } from './context'

const CODES: readonly Code[] = ['redirect_url_missing', 'redirect_url_not_first', 'callback_url_missing']

/** Checks the redirect URLs of the registration: the instance's own and the apps' callback pages. */
export function checkRedirects(context: Context): Promise<void> {
    const { instanceUrl, callbackUrls, reading, report } = context
    return report.check(CODES, async () => {
        const [row] = (await reading.registrations()).rows
        const list = row?.['redirect_url']
        if (!row || list === undefined) {
            report.unknown(CODES, 'The redirect URLs of the registration are not visible.')
            return
        }
        const urls = list
            .split(',')
            .map((url) => url.trim())
            .filter((url) => url !== '')
        const own = `${instanceUrl}/oauth_redirect.do`
        const evidence = { table: 'oauth_entity', record: row.sys_id, field: 'redirect_url', found: list }
        if (!urls.includes(own)) {
            report.found('redirect_url_missing', {
                message: `The registration lacks the redirect URL ${own}. Apps in OpenFin cannot complete the sign-in.`,
                fix: setupCommand(context),
                evidence: { ...evidence, wanted: own },
            })
            report.unknown('redirect_url_not_first', "The instance's own redirect URL is missing.")
        } else if (urls[0] !== own) {
            report.found('redirect_url_not_first', {
                message: `The first redirect URL is ${urls[0]}. The platform falls back to the first one, so a sign-in with an unregistered URL ends at that page.`,
                fix: setupCommand(context),
                evidence: { ...evidence, found: urls[0] ?? '', wanted: own },
            })
        }
        if (callbackUrls.length === 0) {
            report.unknown('callback_url_missing', 'No callback page was given (--callback).')
        }
        for (const url of callbackUrls.filter((url) => !urls.includes(url))) {
            const all = [...urls.filter((one) => one !== own), url]
            report.found('callback_url_missing', {
                message: `The callback page ${url} is not registered. Browser apps that use it do not get the code, and the sign-in times out.`,
                fix: setupCommand(
                    context,
                    all.map((one) => `--callback ${one}`)
                ),
                evidence: { ...evidence, wanted: url },
            })
        }
    })
}
