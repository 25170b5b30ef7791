import { t } from 'sn-translate'
import type { Token } from '../../../setup/status/token-rows'
import { outcomeText } from './outcomes'

/** An outcome as a badge. */
export function OutcomeBadge({ outcome }: { outcome: string }) {
    const { label, tone } = outcomeText(outcome)
    return <span className={`badge badge--${tone}`}>{label}</span>
}

/** The record that a token is of, with a link to it. */
export function RequestorLink({ token: { table, requestor, requestorId } }: { token: Token }) {
    if (!table || !requestorId) return <>{requestor || '–'}</>
    return (
        <a href={`/${encodeURIComponent(table)}.do?sys_id=${encodeURIComponent(requestorId)}`}>{requestor}</a>
    )
}

/** Starts the consent for exactly this record. */
export function ConsentLink({ token: { consentLink, requestor } }: { token: Token }) {
    if (consentLink === null) return null
    return (
        <a className="button" href={consentLink} target="_blank" rel="noopener">
            {t('Get OAuth token')}
            <span className="visually-hidden">
                {' '}
                {requestor} {t('(opens a new tab)')}
            </span>
        </a>
    )
}

/** The token's own record. */
export function StatusLink({ token: { link, requestor } }: { token: Token }) {
    return (
        <a href={link}>
            {t('Open the record')}
            <span className="visually-hidden"> {requestor}</span>
        </a>
    )
}
