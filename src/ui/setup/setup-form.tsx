import { t } from 'sn-translate'
import type { FurtherApi } from '../../../setup/cors-rules'
import type { Problems } from './form-values'
import { LinesField } from './lines-field'
import type { FormValues } from './present-state'
import { RouteField } from './route-field'

/** The fields of the setup. */
export function SetupFields({
    values,
    problems,
    directProblem,
    onChange,
}: {
    values: FormValues
    problems: Problems
    directProblem: string | null
    onChange: (values: FormValues) => void
}) {
    const set = (part: Partial<FormValues>) => onChange({ ...values, ...part })
    return (
        <>
            <LinesField
                id="origins"
                label={t('App origins')}
                hint={t('Where your apps are served, such as https://app.example, one a line.')}
                value={values.origins}
                problem={problems.origins}
                onChange={(origins) => set({ origins })}
            />
            <LinesField
                id="callbacks"
                label={t('Callback pages')}
                hint={t(
                    'Pages of browser apps that receive the sign-in, one a line. OpenFin apps need none: they use a page of this instance.'
                )}
                value={values.callbacks}
                problem={problems.callbacks}
                onChange={(callbacks) => set({ callbacks })}
            />
            <fieldset className="field">
                <legend>{t('Further APIs')}</legend>
                <p className="quiet field__hint">
                    {t('Apps may call the Table API. Allow these only if an app needs them.')}
                </p>
                <ApiBox api="attachment" label={t('Attachment API')} values={values} onChange={set} />
                <ApiBox api="batch" label={t('Batch API')} values={values} onChange={set} />
            </fieldset>
            <RouteField route={values.route} problem={directProblem} onChange={(route) => set({ route })} />
        </>
    )
}

function ApiBox({
    api,
    label,
    values: { apis },
    onChange,
}: {
    api: FurtherApi
    label: string
    values: FormValues
    onChange: (part: Partial<FormValues>) => void
}) {
    return (
        <div className="choice">
            <input
                type="checkbox"
                id={`api-${api}`}
                checked={apis.includes(api)}
                onChange={(event) =>
                    onChange({
                        apis: event.target.checked ? [...apis, api] : apis.filter((one) => one !== api),
                    })
                }
            />
            <label htmlFor={`api-${api}`}>{label}</label>
        </div>
    )
}
