import { t } from 'sn-translate'
import type { Token } from '../../../setup/status/token-rows'
import { formatCount, formatTime } from './dates'
import type { Filters } from './filters'
import { OUTCOMES, outcomeText } from './outcomes'
import { Panel } from './panel'
import { PAGE_SIZE, type TablePage } from './reader'
import { OutcomeBadge, RequestorLink, StatusLink } from './token-links'
import type { Part } from './use-part'

/** All tokens, page by page; filtered, sorted and cut on the instance. */
export function TokensTable({
    part,
    filters,
    onChange,
}: {
    part: Part<TablePage>
    filters: Filters
    onChange: (filters: Filters) => void
}) {
    const { outcome, page } = filters
    return (
        <Panel id="tokens" title={t('Tokens')} part={part}>
            {({ tokens, total, page: shown }) => {
                const last = Math.max(1, Math.ceil(total / PAGE_SIZE))
                return (
                    <>
                        <div className="filters">
                            <label htmlFor="outcome">{t('Outcome')}</label>
                            <select
                                id="outcome"
                                value={outcome ?? ''}
                                onChange={(event) =>
                                    onChange({ outcome: event.target.value || null, page: 1 })
                                }
                            >
                                <option value="">{t('All')}</option>
                                {OUTCOMES.map((one) => (
                                    <option key={one} value={one}>
                                        {outcomeText(one).label}
                                    </option>
                                ))}
                            </select>
                        </div>
                        <div className="scroll" tabIndex={0} role="region" aria-labelledby="tokens">
                            <table aria-labelledby="tokens">
                                <thead>
                                    <tr>
                                        <th scope="col">{t('Record')}</th>
                                        <th scope="col">{t('Profile')}</th>
                                        <th scope="col">{t('Rule')}</th>
                                        <th scope="col">{t('Outcome')}</th>
                                        <th scope="col">{t('Refresh token ends')}</th>
                                        <th scope="col">{t('Details')}</th>
                                    </tr>
                                </thead>
                                <tbody>
                                    {tokens.map((token) => (
                                        <TokenRow key={token.sysId} token={token} />
                                    ))}
                                    {tokens.length === 0 && (
                                        <tr>
                                            <td colSpan={6}>{t('No tokens.')}</td>
                                        </tr>
                                    )}
                                </tbody>
                            </table>
                        </div>
                        <nav className="pages" aria-label={t('Pages of the table')}>
                            <button
                                type="button"
                                className="button"
                                disabled={page <= 1}
                                onClick={() => onChange({ outcome, page: page - 1 })}
                            >
                                {t('Previous page')}
                            </button>
                            <span role="status">
                                {t('Page %1 of %2, %3 tokens', shown, formatCount(last), formatCount(total))}
                            </span>
                            <button
                                type="button"
                                className="button"
                                disabled={page >= last}
                                onClick={() => onChange({ outcome, page: page + 1 })}
                            >
                                {t('Next page')}
                            </button>
                        </nav>
                    </>
                )
            }}
        </Panel>
    )
}

function TokenRow({ token }: { token: Token }) {
    return (
        <tr>
            <th scope="row">
                <RequestorLink token={token} />
                <span className="quiet table-name">{token.table}</span>
            </th>
            <td>{token.profile || '–'}</td>
            <td>
                {token.ruleId ? (
                    <a href={`/x_opfi_openfin_refresh_rule.do?sys_id=${encodeURIComponent(token.ruleId)}`}>
                        {token.rule}
                    </a>
                ) : (
                    t('None, watched only')
                )}
            </td>
            <td>
                <OutcomeBadge outcome={token.outcome} />
            </td>
            <td>{formatTime(token.refreshTokenExpires)}</td>
            <td>
                <StatusLink token={token} />
            </td>
        </tr>
    )
}
