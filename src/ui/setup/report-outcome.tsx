import type { ReactNode } from 'react'
import { t } from 'sn-translate'
import { describeError } from '../shared/describe-error'
import type { Tone } from '../shared/notice'
import type { Outcome } from './routine'

/** What the live region says. */
export interface Told {
    tone: Tone
    content: ReactNode
}

/** After Apply: all done, or how far it came and what completes it. */
export function tellApplied(outcome: Outcome): Told {
    if (outcome.failed) {
        return tellFailure(outcome, {
            title: t('The setup stopped midway.'),
            next: t('Review and apply again to complete it, or undo the last change.'),
        })
    }
    return { tone: 'success', content: t('Done. Changed records: %1.', outcome.done.length) }
}

/** After Undo: all taken back, or what was not. */
export function tellUndone(outcome: Outcome): Told {
    if (outcome.failed) {
        return tellFailure(outcome, {
            title: t('Not everything could be undone.'),
            next: t('Undo again to complete it.'),
        })
    }
    if (outcome.kept.length === 0) return { tone: 'success', content: t('The last change was undone.') }
    return {
        tone: 'warning',
        content: t('Undone, except what was changed since by others: %1', outcome.kept.join(', ')),
    }
}

function tellFailure(
    { done, failed, left }: Outcome,
    { title, next }: { title: string; next: string }
): Told {
    return {
        tone: 'error',
        content: (
            <>
                <p>
                    <strong>{title}</strong> {next}
                </p>
                <ul>
                    {done.length > 0 && <li>{t('Done: %1', namesOf(done))}</li>}
                    {failed && (
                        <li>
                            {t('Failed: %1', failed.change.name)} – {describeError(failed.error)}
                        </li>
                    )}
                    {left.length > 0 && <li>{t('Not begun: %1', namesOf(left))}</li>}
                </ul>
            </>
        ),
    }
}

function namesOf(changes: Outcome['done']): string {
    return changes.map(({ name }) => name).join(', ')
}
