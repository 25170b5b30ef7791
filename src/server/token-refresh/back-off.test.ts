import { backOff } from './back-off'

const wait = (failures: number, changes = {}) =>
    backOff({ failures, token: 'a', retryAfterS: null, refreshLeftMs: null, ...changes }) / 60_000

describe('the back-off', () => {
    it.each([
        [1, 1],
        [2, 2],
        [3, 4],
        [4, 8],
        [5, 16],
        [6, 32],
        [7, 60],
        [50, 60],
    ])('in a row, %i of them, is %i minutes and up to a fifth more', (failures, minutes) => {
        expect(wait(failures)).toBeGreaterThanOrEqual(minutes)
        expect(wait(failures)).toBeLessThanOrEqual(minutes * 1.2)
    })

    it('differs by token, and is stable for each', () => {
        const waits = Array.from({ length: 50 }, (_, index) => wait(3, { token: `token ${index}` }))
        expect(new Set(waits).size).toBeGreaterThan(45)
        expect(wait(3, { token: 'token 7' })).toBe(waits[7])
    })

    it('is what the provider requested, up to a day', () => {
        expect(wait(1, { retryAfterS: 90 })).toBe(1.5)
        expect(wait(1, { retryAfterS: 1e9 })).toBe(24 * 60)
        expect(wait(1, { retryAfterS: -5 })).toBeCloseTo(1 / 60)
    })

    it('leaves a token that is about to expire several attempts', () => {
        expect(wait(7, { refreshLeftMs: 40 * 60_000 })).toBe(10)
        expect(wait(7, { refreshLeftMs: 30_000 })).toBe(1)
        expect(wait(7, { refreshLeftMs: 0 })).toBe(1)
    })
})
