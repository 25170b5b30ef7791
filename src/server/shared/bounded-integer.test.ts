import { boundedInteger } from './bounded-integer'

const bounds = { byDefault: 300, min: 1, max: 1000 }

describe('an integer setting', () => {
    it.each([
        ['500', 500],
        [' 7 ', 7],
        ['0', 1],
        ['-5', 1],
        ['5000', 1000],
        [20, 20],
    ])('%p is read as %i', (text, expected) => {
        expect(boundedInteger(text, bounds)).toBe(expected)
    })

    it.each(['', 'many', '1.5', '1e3', '0x10', null, undefined, 'NaN'])('%p is the default', (text) => {
        expect(boundedInteger(text, bounds)).toBe(300)
    })
})
