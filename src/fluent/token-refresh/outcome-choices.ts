/** The outcomes as people read them, in the order of how little there is to do. */
export const OUTCOME_CHOICES = {
    valid: { label: 'Valid', sequence: 0 },
    refreshed: { label: 'Refreshed', sequence: 1 },
    retry_later: { label: 'Retry later', sequence: 2 },
    no_token: { label: 'No token', sequence: 3 },
    reauthorize: { label: 'Reauthorization required', sequence: 4 },
}
