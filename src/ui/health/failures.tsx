import { t } from 'sn-translate'
import type { TokenPage } from '../../../setup/status/token-rows'
import { formatCount, formatTime } from './dates'
import { Panel } from './panel'
import { RequestorLink, StatusLink } from './token-links'
import type { Part } from './use-part'

/** Tokens whose last attempt failed, and when they are tried again. */
export function Failures({ part }: { part: Part<TokenPage> }) {
    return (
        <Panel
            id="failures"
            title={t('Failures')}
            part={part}
            isEmpty={({ tokens }) => tokens.length === 0}
            empty={t('No token waits for another attempt.')}
        >
            {({ tokens, total }) => (
                <>
                    <div className="scroll" tabIndex={0} role="region" aria-labelledby="failures">
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{t('Record')}</th>
                                    <th scope="col">{t('Reason')}</th>
                                    <th scope="col" className="number">
                                        {t('Failed attempts')}
                                    </th>
                                    <th scope="col">{t('Next attempt')}</th>
                                    <th scope="col">{t('Details')}</th>
                                </tr>
                            </thead>
                            <tbody>
                                {tokens.map((token) => (
                                    <tr key={token.sysId}>
                                        <th scope="row">
                                            <RequestorLink token={token} />
                                        </th>
                                        <td>{token.message || '–'}</td>
                                        <td className="number">{formatCount(token.failures)}</td>
                                        <td>{formatTime(token.nextAttempt)}</td>
                                        <td>
                                            <StatusLink token={token} />
                                        </td>
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </div>
                    {total > tokens.length && (
                        <p className="quiet">
                            {t('%1 more are in the table below.', formatCount(total - tokens.length))}
                        </p>
                    )}
                </>
            )}
        </Panel>
    )
}
