import { t } from 'sn-translate'
import { CopyButton } from '../shared/copy-button'
import { INSTANCE_URL } from '../shared/session'
import { linesOf } from './form-values'
import type { PresentState } from './present-state'

/** What the developers of the apps need. */
export function Summary({ state, onCopied }: { state: PresentState; onCopied: (message: string) => void }) {
    const snippet = snippetFor(state)
    return (
        <section className="card" aria-labelledby="summary-title">
            <h2 id="summary-title">{t('Connection')}</h2>
            <p className="quiet">{t('Hand this to the developers of your apps. None of it is secret.')}</p>
            <dl className="facts">
                <div>
                    <dt>{t('Client id')}</dt>
                    <dd>
                        <code>{state.clientId}</code>
                        <CopyButton label={t('Copy client id')} text={state.clientId} onCopied={onCopied} />
                    </dd>
                </div>
                <div>
                    <dt>{t('Instance URL')}</dt>
                    <dd>
                        <code>{INSTANCE_URL}</code>
                        <CopyButton label={t('Copy instance URL')} text={INSTANCE_URL} onCopied={onCopied} />
                    </dd>
                </div>
            </dl>
            <div className="snippet">
                <pre tabIndex={0} role="region" aria-label={t('Code for the client')}>
                    <code>{snippet}</code>
                </pre>
                <CopyButton label={t('Copy snippet')} text={snippet} onCopied={onCopied} />
            </div>
        </section>
    )
}

/** A call of `connect` with what the setup knows; values are JSON texts, so that nothing breaks out of them. */
function snippetFor({ clientId, values }: PresentState): string {
    const [callback] = linesOf(values.callbacks)
    const options = Object.entries({
        instanceUrl: INSTANCE_URL,
        clientId,
        ...(callback !== undefined && { callbackUrl: callback }),
    })
    const lines = options.map(([name, value]) => `    ${name}: ${JSON.stringify(value)},`)
    return [
        `import { connect } from 'openfin-servicenow-client'`,
        '',
        'const connection = await connect({',
        ...lines,
        '})',
    ].join('\n')
}
