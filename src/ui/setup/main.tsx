import { useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { t } from 'sn-translate'
import { describeError } from '../shared/describe-error'
import { Notice } from '../shared/notice'
import '../shared/page.css'
import { followTheme } from '../shared/theme'
import { SetupPage } from './app'
import type { PresentState } from './present-state'
import { loadState } from './routine'
import './setup.css'

/** Reads the present state first; says why where that fails. */
function Loader() {
    const [state, setState] = useState<PresentState | null>(null)
    const [error, setError] = useState<unknown>(null)
    const load = useCallback(async () => {
        setError(null)
        try {
            setState(await loadState())
        } catch (failure) {
            setError(failure)
        }
    }, [])
    useEffect(() => void load(), [load])
    return (
        <main>
            <h1>{t('OpenFin setup')}</h1>
            <p className="lead">
                {t(
                    'Decide which apps may sign in to this instance as its users. Registration, redirect URLs and CORS rules follow from it.'
                )}
            </p>
            {state ? <SetupPage initial={state} /> : <Waiting error={error} onRetry={() => void load()} />}
        </main>
    )
}

function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
    if (error === null) return <p role="status">{t('Reading the present setup …')}</p>
    return (
        <>
            <div role="alert">
                <Notice tone="error">{describeError(error)}</Notice>
            </div>
            <button type="button" className="button" onClick={onRetry}>
                {t('Try again')}
            </button>
        </>
    )
}

followTheme()
document.title = t('OpenFin setup')
createRoot(document.getElementById('root') as HTMLElement).render(<Loader />)
