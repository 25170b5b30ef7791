import { useState } from 'react'
import { t } from 'sn-translate'
import { adoptInstance } from '../../../setup/administration'
import { createInstanceClient } from '../../../setup/instance-client'
import { describeError } from '../shared/describe-error'
import { INSTANCE_URL, SESSION } from '../shared/session'

/** Decides that a copied instance has connections of its own, after which the app refreshes its tokens. */
export function AdoptButton({ onDone }: { onDone: (message: string) => void }) {
    const [isBusy, setBusy] = useState(false)
    const adopt = async () => {
        setBusy(true)
        try {
            await adoptInstance(createInstanceClient(INSTANCE_URL, SESSION))
            onDone(t('This instance now counts as one with connections of its own.'))
        } catch (error) {
            onDone(describeError(error))
        } finally {
            setBusy(false)
        }
    }
    return (
        <button type="button" className="button" disabled={isBusy} onClick={() => void adopt()}>
            {t('This instance has connections of its own')}
        </button>
    )
}
