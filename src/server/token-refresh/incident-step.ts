import type { Outcome } from './outcome'

/** The last notification of an ongoing incident; empty if there is none. */
export type Notified = '' | 'failing' | 'reauthorize'

/** Suffixes of the events that trigger notifications. */
export type IncidentEvent = 'token_reauthorize' | 'token_failing' | 'token_recovered'

/** Decides on a notification after an attempt; each event is raised once per incident. */
export function incidentStep({
    outcome,
    failures,
    had,
    told,
    failuresBeforeEvent,
}: {
    outcome: Outcome
    /** Consecutive failures, including this attempt. */
    failures: number
    /** Whether the row ever had a token: a missing first token is not an incident. */
    had: boolean
    told: Notified
    failuresBeforeEvent: number
}): { event: IncidentEvent | null; told: Notified } {
    switch (outcome) {
        case 'valid':
        case 'refreshed':
            return { event: told === '' ? null : 'token_recovered', told: '' }
        case 'retry_later':
            if (told !== '' || failures < failuresBeforeEvent) return { event: null, told }
            return { event: 'token_failing', told: 'failing' }
        case 'no_token':
            if (!had) return { event: null, told }
            break
        case 'reauthorize':
            break
    }
    return told === 'reauthorize'
        ? { event: null, told }
        : { event: 'token_reauthorize', told: 'reauthorize' }
}
