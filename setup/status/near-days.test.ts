import fc from 'fast-check'
import { readThresholds } from '../../src/server/expiry-notices/notice'
import { nearDaysOf } from './near-days'

describe('the days before expiry in which attention is required', () => {
    it.each([
        ['', 14],
        ['30', 30],
        ['3, 21,7', 21],
        ['0,366,1.5,-2,x', 14],
        ['365,14', 365],
    ])('are the largest threshold of %s', (thresholds, days) => {
        expect(nearDaysOf(thresholds)).toBe(days)
    })

    it('match the notices for any property value', () => {
        const items = fc.array(
            fc.oneof(fc.integer({ min: -5, max: 400 }).map(String), fc.string({ maxLength: 4 }))
        )
        fc.assert(
            fc.property(items, (list) => {
                const text = list.join(',')
                expect(nearDaysOf(text)).toBe(Math.max(...readThresholds(text)))
            })
        )
    })
})
