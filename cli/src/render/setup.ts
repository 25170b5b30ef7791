import type { Change } from '../../../setup/change'
import type { Plan } from '../../../setup/plan'
import { plain, type Io } from '../io'

/** What will change: each record with its action, and its columns with old and new values. */
export function changesText({ colors }: Io, changes: readonly Change[]): string {
    const lines = changes.flatMap(({ name, action, before, after }) => [
        `${colors.yellow(action.padEnd(10))} ${colors.bold(plain(name))}`,
        ...Object.entries(after).map(([column, value]) => {
            const [old, now] = [show(before[column]), show(value)]
            return `    ${column.padEnd(16)} ${action === 'create' ? now : `${old} → ${now}`}`
        }),
    ])
    return lines.join('\n')
}

function show(value: string | number | boolean | undefined): string {
    const text = plain(String(value ?? ''))
    return text === '' ? '(empty)' : text
}

/** What a developer needs for the connection. */
export function connectionSummary({ colors }: Io, instanceUrl: string, plan: Plan): string {
    const line = (name: string, value: string) => `${colors.dim(name.padEnd(14))} ${plain(value)}`
    const lines = [
        '',
        colors.bold('Connection'),
        line('Instance', instanceUrl),
        line('Client ID', plan.clientId),
        ...plan.redirectUrls.map((url, index) => line(index === 0 ? 'Redirect URLs' : '', url)),
        ...plan.origins.map((origin, index) => line(index === 0 ? 'Origins' : '', origin)),
        line('Route', plan.route ?? 'unknown: the properties cannot be read with these rights'),
        '',
        ...snippetFor(instanceUrl, plan).map((text) => `    ${plain(text)}`),
    ]
    if (plan.missing.length > 0) lines.push('', `Not on this release: ${plan.missing.join(', ')}.`)
    if (plan.directRecommended) {
        lines.push(
            '',
            'Recommended: one origin can do without the open routes. Add --route direct to close them.'
        )
    }
    return lines.join('\n')
}

/** A call of `connect`: the short form for OpenFin, with options where browsers have a callback page. */
function snippetFor(instanceUrl: string, { clientId, redirectUrls }: Plan): string[] {
    const line = `import { connect } from 'openfin-servicenow-client'`
    const callbackUrl = redirectUrls.find((url) => !url.endsWith('/oauth_redirect.do'))
    if (callbackUrl === undefined) {
        return [line, `const connection = await connect('${instanceUrl}', '${clientId}')`]
    }
    const options = Object.entries({ instanceUrl, clientId, callbackUrl })
    const entries = options.map(([name, value]) => `    ${name}: ${JSON.stringify(value)},`)
    return [line, 'const connection = await connect({', ...entries, '})']
}
