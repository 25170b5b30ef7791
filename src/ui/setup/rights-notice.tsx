import { t } from 'sn-translate'
import { Notice } from '../shared/notice'
import type { PresentState } from './present-state'

/** Which tables the user may not write, and which roles that takes. */
export function RightsNotice({ closed }: Pick<PresentState, 'closed'>) {
    if (closed.length === 0) return null
    return (
        <Notice tone="warning">
            <p>
                <strong>{t('Your roles do not allow everything that the setup changes.')}</strong>
            </p>
            <ul>
                {closed.map(({ table, roles }) => (
                    <li key={table}>
                        {t('To write %1, you need one of these roles: %2', table, roles.join(', '))}
                    </li>
                ))}
            </ul>
        </Notice>
    )
}
