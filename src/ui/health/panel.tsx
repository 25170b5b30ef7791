import type { ReactNode } from 'react'
import { t } from 'sn-translate'
import { SetupError } from '../../../setup/setup-error'
import { describeError } from '../shared/describe-error'
import { Notice } from '../shared/notice'
import type { Part } from './use-part'

/** A titled part of the page in its states: loading, failed, not allowed, empty, filled. */
export function Panel<T>({
    id,
    title,
    part,
    isEmpty,
    empty,
    children,
}: {
    id: string
    title: string
    part: Part<T>
    isEmpty?: (value: T) => boolean
    /** Said where there is nothing to show. */
    empty?: string
    children: (value: T) => ReactNode
}) {
    const { value, error, isLoading } = part
    return (
        <section className="card" aria-labelledby={id} aria-busy={isLoading}>
            <h2 id={id}>{title}</h2>
            {error !== null && <Notice tone="error">{explain(error)}</Notice>}
            {value === null && error === null && <p className="quiet">{t('Loading …')}</p>}
            {value !== null && (isEmpty?.(value) ? <p className="quiet">{empty}</p> : children(value))}
        </section>
    )
}

function explain(error: unknown): string {
    if (error instanceof SetupError && error.code === 'not_authorized') {
        return t(
            'You may not see this. It takes the role x_opfi_openfin.viewer, and read access to the tables of the app.'
        )
    }
    return describeError(error)
}
