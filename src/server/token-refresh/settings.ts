import { gs } from '@servicenow/glide'
import { boundedInteger } from '../shared/bounded-integer'
import { textProperty } from '../shared/property'
import { toWord } from './error-words'

const PREFIX = 'x_opfi_openfin.token_refresh.'

/** Whether the jobs are enabled. If the property cannot be read, the job ends with the platform's error. */
export function isEnabled(): boolean {
    return String(gs.getProperty(`${PREFIX}enabled`, 'true')) === 'true'
}

/** Consecutive failures before a notification is sent. */
export function failuresBeforeEvent(): number {
    return integer('failures_before_event', { byDefault: 3, min: 1, max: 1000 })
}

/** Maximum duration of one run of the refresh job, in ms. */
export function runBudgetMs(): number {
    return integer('run_budget_s', { byDefault: 120, min: 5, max: 3600 }) * 1000
}

/** Days after which a refusal with an unknown code counts as final. */
export function reauthorizeAfterDays(): number {
    return integer('reauthorize_after_days', { byDefault: 7, min: 1, max: 365 })
}

/** Further error codes for an invalid refresh token, configured by an administrator, in the form of {@link toWord}. */
export function finalWords(): string[] {
    return textProperty(`${PREFIX}final_errors`, '')
        .split(',')
        .map(toWord)
        .filter((word) => word !== '')
}

/** sys_id of the group to notify if a rule has no reachable recipient; empty for none. */
export function fallbackGroup(): string {
    return textProperty(`${PREFIX}fallback_group`, '')
}

function integer(name: string, bounds: { byDefault: number; min: number; max: number }): number {
    return boundedInteger(textProperty(PREFIX + name, ''), bounds)
}
