import { t } from 'sn-translate'
import type { Route } from '../../../setup/route'

/** How browsers obtain tokens; the direct route with the reason where it cannot be had. */
export function RouteField({
    route,
    problem,
    onChange,
}: {
    route: Route
    problem: string | null
    onChange: (route: Route) => void
}) {
    return (
        <fieldset className="field" role="radiogroup" aria-labelledby="route-legend">
            <legend id="route-legend">{t('Route')}</legend>
            <Choice
                route="proxy"
                label={t('Through this app')}
                hint={t(
                    'Browsers exchange codes and tokens at two routes of this app that need no sign-in. They pass on only what public clients may ask for, count requests per address, and can be switched off.'
                )}
                isChosen={route === 'proxy'}
                onChange={onChange}
            />
            <Choice
                route="direct"
                label={t('Directly')}
                hint={
                    problem ??
                    t(
                        'Recommended with a single origin: browsers call the OAuth endpoints of the instance themselves, and the routes of this app are shut.'
                    )
                }
                isChosen={route === 'direct'}
                isDisabled={problem !== null}
                onChange={onChange}
            />
        </fieldset>
    )
}

function Choice({
    route,
    label,
    hint,
    isChosen,
    isDisabled = false,
    onChange,
}: {
    route: Route
    label: string
    hint: string
    isChosen: boolean
    isDisabled?: boolean
    onChange: (route: Route) => void
}) {
    const id = `route-${route}`
    return (
        <div className="choice">
            <input
                type="radio"
                name="route"
                id={id}
                checked={isChosen}
                disabled={isDisabled}
                aria-describedby={`${id}-hint`}
                onChange={() => onChange(route)}
            />
            <div>
                <label htmlFor={id}>{label}</label>
                <p className="quiet" id={`${id}-hint`}>
                    {hint}
                </p>
            </div>
        </div>
    )
}
