import { t } from 'sn-translate'
import type { TokenPage } from '../../../setup/status/token-rows'
import { formatCount, formatTime } from './dates'
import { outcomeText } from './outcomes'
import { Panel } from './panel'
import { MOST_NAMED } from './reader'
import { ConsentLink, OutcomeBadge, RequestorLink, StatusLink } from './token-links'
import type { Part } from './use-part'

/** Tokens that only a person can help, each with what helps. */
export function NeedsPeople({ part }: { part: Part<TokenPage> }) {
    return (
        <Panel
            id="needs-people"
            title={t('Needs people')}
            part={part}
            isEmpty={({ tokens }) => tokens.length === 0}
            empty={t('No token needs a person at present.')}
        >
            {({ tokens, total }) => (
                <>
                    <ul className="needs">
                        {tokens.map((token) => (
                            <li key={token.sysId}>
                                <div>
                                    <h3>
                                        <RequestorLink token={token} />{' '}
                                        <OutcomeBadge outcome={token.outcome} />
                                    </h3>
                                    <p className="quiet">
                                        {[token.table, token.profile]
                                            .filter((text) => text !== '')
                                            .join(' · ')}
                                    </p>
                                    <p>{meaningOf(token)}</p>
                                    {token.message && <p className="quiet">{token.message}</p>}
                                </div>
                                <div className="needs__mend">
                                    <ConsentLink token={token} />
                                    <StatusLink token={token} />
                                </div>
                            </li>
                        ))}
                    </ul>
                    {total > MOST_NAMED && (
                        <p className="quiet">
                            {t('%1 more are in the table below.', formatCount(total - tokens.length))}
                        </p>
                    )}
                </>
            )}
        </Panel>
    )
}

function meaningOf({ outcome, refreshTokenExpires }: TokenPage['tokens'][number]): string {
    if (outcome === 'reauthorize' || outcome === 'no_token') return outcomeText(outcome).meaning
    return t('No rule renews this token. It ends on %1.', formatTime(refreshTokenExpires))
}
