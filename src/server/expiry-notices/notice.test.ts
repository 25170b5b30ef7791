import { DAY_MS } from '../shared/glide-time'
import { noticeOf, readThresholds, type TokenEnd } from './notice'

const NOW = Date.parse('2026-03-20T12:00:00Z')
const at = (iso: string) => Date.parse(iso)
const token = (values: Partial<TokenEnd>): TokenEnd => ({
    end: NOW + 100 * DAY_MS,
    firstSeen: NOW - 100 * DAY_MS,
    noticeDays: null,
    noticeEnd: null,
    endOnly: false,
    ...values,
})
const decide = (values: Partial<TokenEnd>, thresholds: readonly number[] = [14, 7, 3, 1], now = NOW) =>
    noticeOf(token(values), now, thresholds)

describe('the list of thresholds', () => {
    it.each([
        ['14,7,3,1', [14, 7, 3, 1]],
        [' 30 , 1 ', [30, 1]],
        ['0,366,-1,1.5,x,,7', [7]],
        ['7,7', [7]],
        ['365', [365]],
        ['', [14, 7, 3, 1]],
        ['x,0', [14, 7, 3, 1]],
    ])('%j is %j', (text, days) => {
        expect(readThresholds(text)).toEqual(days)
    })
})

describe('H69 the notice of a token', () => {
    it.each<[string, Partial<TokenEnd>, number | 'silent' | null]>([
        ['exactly 14 days', { end: NOW + 14 * DAY_MS }, 14],
        ['a second more than 14 days', { end: NOW + 14 * DAY_MS + 1000 }, null],
        ['exactly 1 day', { end: NOW + DAY_MS }, 1],
        ['23 hours', { end: NOW + 23 * 3_600_000 }, 1],
        ['5 days, inside two thresholds: the nearest', { end: NOW + 5 * DAY_MS }, 7],
        ['this moment', { end: NOW }, 0],
        ['ended yesterday', { end: NOW - DAY_MS }, 0],
        ['ended 7 days before it was first seen', { end: NOW - 8 * DAY_MS, firstSeen: NOW - DAY_MS }, 0],
        ['ended longer before', { end: NOW - 9 * DAY_MS, firstSeen: NOW - DAY_MS }, 'silent'],
        ['year 9999', { end: at('9999-12-31T23:59:59Z') }, null],
        ['over the change to summer time in Europe', { end: at('2026-04-03T12:00:00Z') }, 14],
        ['on a leap day', { end: at('2028-02-29T00:00:00Z') }, null],
    ])('%s', (_, values, expected) => {
        expect(decide(values)).toBe(expected)
    })

    it('counts the leap day', () => {
        const end = at('2028-03-01T00:00:00Z')
        expect(decide({ end }, [1], at('2028-02-29T00:00:00Z'))).toBe(1)
        expect(decide({ end }, [1], at('2028-02-28T23:59:59Z'))).toBeNull()
    })

    it.each<[string, Partial<TokenEnd>, number | null]>([
        ['of the same threshold is not repeated', { noticeDays: 7 }, null],
        ['of a farther threshold is followed', { noticeDays: 14 }, 7],
        ['of a nearer threshold ends the farther ones', { noticeDays: 3 }, null],
        ['of an earlier end says nothing about this one', { noticeDays: 7, noticeEnd: NOW }, 7],
        ['is left out where only the end matters', { endOnly: true }, null],
    ])('H70 H71 %s', (_, values, expected) => {
        const end = NOW + 5 * DAY_MS
        expect(decide({ end, noticeEnd: end, ...values })).toBe(expected)
    })

    it('of the end is sent once, also where only the end matters', () => {
        expect(decide({ end: NOW - 1, noticeEnd: NOW - 1, noticeDays: 1, endOnly: true })).toBe(0)
        expect(decide({ end: NOW - 1, noticeEnd: NOW - 1, noticeDays: 0 })).toBeNull()
    })
})
