import { incidentStep, type Notified } from './incident-step'
import type { Outcome } from './outcome'

const step = (
    outcome: Outcome,
    told: Notified = '',
    changes: Partial<Parameters<typeof incidentStep>[0]> = {}
) => incidentStep({ outcome, told, failures: 1, had: true, failuresBeforeEvent: 5, ...changes })

describe('the notification after an attempt', () => {
    it('asks for reauthorization once', () => {
        expect(step('reauthorize')).toEqual({ event: 'token_reauthorize', told: 'reauthorize' })
        expect(step('reauthorize', 'reauthorize').event).toBeNull()
    })

    it('is sent if a token disappeared, but not if there never was one', () => {
        expect(step('no_token').event).toBe('token_reauthorize')
        expect(step('no_token', '', { had: false })).toEqual({ event: null, told: '' })
    })

    it('reports failures once, after enough consecutive ones', () => {
        expect(step('retry_later', '', { failures: 4 }).event).toBeNull()
        expect(step('retry_later', '', { failures: 5 })).toEqual({ event: 'token_failing', told: 'failing' })
        expect(step('retry_later', 'failing', { failures: 6 })).toEqual({ event: null, told: 'failing' })
    })

    it('asks for reauthorization after earlier failures', () => {
        expect(step('reauthorize', 'failing').event).toBe('token_reauthorize')
    })

    it('reports recovery only after an earlier notification', () => {
        expect(step('refreshed', 'failing')).toEqual({ event: 'token_recovered', told: '' })
        expect(step('valid', 'reauthorize')).toEqual({ event: 'token_recovered', told: '' })
        expect(step('refreshed').event).toBeNull()
    })
})
