import { gs } from '@servicenow/glide'
import { boundedInteger } from '../shared/bounded-integer'
import { textProperty } from '../shared/property'
import { toWord } from './error-words'

const PREFIX = 'x_opfi_openfin.token_refresh.'

/** Whether the jobs do anything. A switch that cannot be read ends the job, with the platform's own error. */
export function isEnabled(): boolean {
    return String(gs.getProperty(`${PREFIX}enabled`, 'true')) === 'true'
}

/** Failures in a row that make people hear of a token. */
export function failuresBeforeEvent(): number {
    return integer('failures_before_event', { byDefault: 3, min: 1, max: 1000 })
}

/** How long one run of the refresh job may go on handing out work, in ms. */
export function runBudgetMs(): number {
    return integer('run_budget_s', { byDefault: 120, min: 5, max: 3600 }) * 1000
}

/** Days after which a refusal in words that are not known counts as final. */
export function reauthorizeAfterDays(): number {
    return integer('reauthorize_after_days', { byDefault: 7, min: 1, max: 365 })
}

/** Words of providers for a dead refresh token that an administrator added, in the form of {@link toWord}. */
export function finalWords(): string[] {
    return textProperty(`${PREFIX}final_errors`, '')
        .split(',')
        .map(toWord)
        .filter((word) => word !== '')
}

/** Group that is told where a rule names nobody who can be; sys_id, empty for none. */
export function fallbackGroup(): string {
    return textProperty(`${PREFIX}fallback_group`, '')
}

function integer(name: string, bounds: { byDefault: number; min: number; max: number }): number {
    return boundedInteger(textProperty(PREFIX + name, ''), bounds)
}
