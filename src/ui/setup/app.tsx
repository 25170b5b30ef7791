import { useEffect, useRef, useState } from 'react'
import { t } from 'sn-translate'
import type { Plan } from '../../../setup/plan'
import { describeError } from '../shared/describe-error'
import { Notice } from '../shared/notice'
import { ChangeList } from './change-list'
import { Findings } from './findings'
import { directProblem, findProblems, wantedOf, type Problems } from './form-values'
import { readLastChange } from './last-change'
import type { FormValues, PresentState } from './present-state'
import { tellApplied, tellUndone, type Told } from './report-outcome'
import { RightsNotice } from './rights-notice'
import { apply, loadState, review, undoLast } from './routine'
import { SetupFields } from './setup-form'
import { Summary } from './summary'

const NO_PROBLEMS: Problems = { origins: null, callbacks: null }

/** The setup page, once the present state is known. */
export function SetupPage({ initial }: { initial: PresentState }) {
    const [state, setState] = useState(initial)
    const [values, setValues] = useState(initial.values)
    const [problems, setProblems] = useState(NO_PROBLEMS)
    const [plan, setPlan] = useState<Plan | null>(null)
    const [told, setTold] = useState<Told | null>(null)
    const [isBusy, setBusy] = useState(false)
    const [version, setVersion] = useState(0)
    const form = useRef<HTMLFormElement>(null)

    // People are led to what is wrong, or to what will change.
    useEffect(() => {
        if (plan && plan.changes.length > 0) document.getElementById('changes-title')?.focus()
    }, [plan])
    useEffect(() => {
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }, [problems])

    const change = (next: FormValues) => {
        setValues(directProblem(next, state) === null ? next : { ...next, route: 'proxy' })
        setPlan(null)
    }
    const busily = async (task: () => Promise<Told | null>) => {
        setBusy(true)
        setTold(null)
        try {
            setTold(await task())
        } catch (error) {
            setTold({ tone: 'error', content: describeError(error) })
        } finally {
            setBusy(false)
        }
    }
    const refresh = async () => {
        const next = await loadState()
        setState(next)
        setValues(next.values)
        setVersion((one) => one + 1)
    }
    const onReview = () =>
        busily(async () => {
            const found = findProblems(values)
            setProblems(found)
            setPlan(null)
            if (found.origins !== null || found.callbacks !== null) {
                return { tone: 'error', content: t('Nothing was changed: correct the marked entries first.') }
            }
            const planned = await review(wantedOf(values, state))
            setPlan(planned)
            if (planned.changes.length === 0) {
                return { tone: 'success', content: t('Nothing to change: the instance is set up like this.') }
            }
            return {
                tone: 'info',
                content: t('Records that will change: %1. Nothing is changed yet.', planned.changes.length),
            }
        })
    const onApply = () =>
        busily(async () => {
            if (!plan) return null
            const outcome = await apply(plan, wantedOf(values, state))
            setPlan(null)
            // After a failure the form keeps what was asked for, so that it can be completed.
            if (outcome.failed) setVersion((one) => one + 1)
            else await refresh()
            return tellApplied(outcome)
        })
    const onUndo = () =>
        busily(async () => {
            const outcome = await undoLast()
            setPlan(null)
            await refresh()
            return tellUndone(outcome)
        })
    const onDone = (content: string) => {
        setTold({ tone: 'info', content })
        setVersion((one) => one + 1)
    }

    return (
        <>
            <RightsNotice closed={state.closed} />
            <div role="status" aria-live="polite">
                {told && <Notice tone={told.tone}>{told.content}</Notice>}
            </div>
            {!state.isReadable && <p>{t('Your roles do not allow reading the present setup.')}</p>}
            <div className={state.isReadable ? 'columns' : undefined}>
                <div hidden={!state.isReadable}>
                    <form
                        ref={form}
                        className="card"
                        aria-labelledby="form-title"
                        noValidate
                        onSubmit={(event) => {
                            event.preventDefault()
                            void onReview()
                        }}
                    >
                        <h2 id="form-title">{t('Apps that may sign in')}</h2>
                        <SetupFields
                            values={values}
                            problems={problems}
                            directProblem={directProblem(values, state)}
                            onChange={change}
                        />
                        <div className="buttons">
                            <button type="submit" className="button" disabled={isBusy}>
                                {t('Review changes')}
                            </button>
                            <button
                                type="button"
                                className="button button--primary"
                                disabled={isBusy || !plan || plan.changes.length === 0}
                                onClick={() => void onApply()}
                            >
                                {t('Apply')}
                            </button>
                            <button
                                type="button"
                                className="button"
                                disabled={isBusy || readLastChange() === null}
                                onClick={() => void onUndo()}
                            >
                                {t('Undo last change')}
                            </button>
                        </div>
                    </form>
                    {plan && plan.changes.length > 0 && <ChangeList changes={plan.changes} />}
                </div>
                <div>
                    {state.isSetUp && (
                        <Summary state={state} onCopied={(content) => setTold({ tone: 'info', content })} />
                    )}
                    <Findings version={version} onFix={() => void onReview()} onDone={onDone} />
                </div>
            </div>
        </>
    )
}
