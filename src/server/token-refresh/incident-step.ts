import type { Outcome } from './outcome'

/** What people were told of an incident that still goes on; empty where none does. */
export type Told = '' | 'failing' | 'reauthorize'

/** Suffixes of the events that people are told by. */
export type IncidentEvent = 'token_reauthorize' | 'token_failing' | 'token_recovered'

/** Decides what people are told after an attempt: each event once per incident. */
export function incidentStep({
    outcome,
    failures,
    had,
    told,
    failuresBeforeEvent,
}: {
    outcome: Outcome
    /** Failures in a row, this attempt included. */
    failures: number
    /** Whether the row ever had a token: one that was never there is not lost. */
    had: boolean
    told: Told
    failuresBeforeEvent: number
}): { event: IncidentEvent | null; told: Told } {
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
