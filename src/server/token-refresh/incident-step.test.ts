import { incidentStep, type Notified } from './incident-step'
import type { Outcome } from './outcome'

const step = (
    outcome: Outcome,
    told: Notified = '',
    changes: Partial<Parameters<typeof incidentStep>[0]> = {}
) => incidentStep({ outcome, told, failures: 1, had: true, failuresBeforeEvent: 5, ...changes })

describe('what people are told', () => {
    it('is that they are needed, once', () => {
        expect(step('reauthorize')).toEqual({ event: 'token_reauthorize', told: 'reauthorize' })
        expect(step('reauthorize', 'reauthorize').event).toBeNull()
    })

    it('is that a token that was there is gone, but not that one was never there', () => {
        expect(step('no_token').event).toBe('token_reauthorize')
        expect(step('no_token', '', { had: false })).toEqual({ event: null, told: '' })
    })

    it('is that it keeps failing, once, after enough failures', () => {
        expect(step('retry_later', '', { failures: 4 }).event).toBeNull()
        expect(step('retry_later', '', { failures: 5 })).toEqual({ event: 'token_failing', told: 'failing' })
        expect(step('retry_later', 'failing', { failures: 6 })).toEqual({ event: null, told: 'failing' })
    })

    it('is that they are needed after all, where it failed before', () => {
        expect(step('reauthorize', 'failing').event).toBe('token_reauthorize')
    })

    it('is that it is well again, only where they were told before', () => {
        expect(step('refreshed', 'failing')).toEqual({ event: 'token_recovered', told: '' })
        expect(step('valid', 'reauthorize')).toEqual({ event: 'token_recovered', told: '' })
        expect(step('refreshed').event).toBeNull()
    })
})
