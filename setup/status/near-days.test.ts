import fc from 'fast-check'
import { readThresholds } from '../../src/server/expiry-notices/notice'
import { nearDaysOf } from './near-days'

describe('the days before an end from which people are needed', () => {
    it.each([
        ['', 14],
        ['30', 30],
        ['3, 21,7', 21],
        ['0,366,1.5,-2,x', 14],
        ['365,14', 365],
    ])('are the farthest threshold of %s', (thresholds, days) => {
        expect(nearDaysOf(thresholds)).toBe(days)
    })

    it('agree with the notices, whatever the property holds', () => {
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
