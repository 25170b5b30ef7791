import { retryAfterSeconds } from './retry-after'

const NOW = Date.UTC(2026, 9, 21, 7, 28, 0)

describe('H24 Retry-After', () => {
    it.each([
        ['17', 17],
        [' 17 ', 17],
        ['1.2', 2],
        ['1.25', 2],
        ['0', 1],
        ['999999', 3600],
        ['9'.repeat(400), 3600],
        ['Wed, 21 Oct 2026 07:29:30 GMT', 90],
        ['Wed, 21 Oct 2026 07:00:00 GMT', 1],
        ['Fri, 31 Dec 9999 23:59:59 GMT', 3600],
    ])('of %p is %i seconds', (header, seconds) => {
        expect(retryAfterSeconds(header, NOW)).toBe(seconds)
    })

    it.each([
        null,
        undefined,
        '',
        '  ',
        '-1',
        'soon',
        '0x10',
        '1e3',
        'Infinity',
        'Wed, 99 Xxx 2026 07:28:00 GMT',
        'on Wed, 21 Oct 2026 07:29:30 GMT',
        'Wed, 21 Oct 2026 07:29:30 GMT+0200',
    ])('of %p is ignored', (header) => {
        expect(retryAfterSeconds(header, NOW)).toBeNull()
    })
})
