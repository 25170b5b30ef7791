import { DAY_MS } from '../shared/glide-time'

/** Days before the end at which a notice is sent, unless the property or the rule names others. */
const DEFAULT_THRESHOLDS: readonly number[] = [14, 7, 3, 1]

/** A token that had ended for longer when it was first seen gets no notice, in days. */
const LONG_ENDED_DAYS = 7

/**
 * Reads a list of days such as `14,7,3,1`. Items that are not whole numbers from 1 to 365 are dropped.
 *
 * @param text empty, or without a valid item: the defaults
 */
export function readThresholds(text: string, byDefault = DEFAULT_THRESHOLDS): readonly number[] {
    const days = text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => /^\d{1,3}$/.test(item))
        .map(Number)
        .filter((item) => item >= 1 && item <= 365)
    return days.length > 0 ? [...new Set(days)] : byDefault
}

/** What is known about the end of a token; times in ms since 1970. */
export interface TokenEnd {
    end: number
    /** When the app first saw the token. */
    firstSeen: number
    /** Threshold of the last notice in days, 0 for the notice of the end; null if there was none. */
    noticeDays: number | null
    /** The end that the last notice spoke of; null if there was none. */
    noticeEnd: number | null
    /** Whether people only need to hear of the end: the token is renewed in time, or they have been notified already. */
    endOnly: boolean
}

/**
 * Whether to send a notice (days are elapsed 24 hours, whatever the time zone does): for the nearest threshold reached, or for the end. Each is sent once for an end; a later end
 * begins anew.
 *
 * @returns days of the threshold, 0 for the end; `silent` for an end that is noted without a notice; null for nothing
 */
export function noticeOf(
    { end, firstSeen, noticeDays, noticeEnd, endOnly }: TokenEnd,
    now: number,
    thresholds: readonly number[]
): number | 'silent' | null {
    const sent = noticeEnd === null || end > noticeEnd ? null : noticeDays
    if (end <= now) {
        if (sent === 0) return null
        return firstSeen - end > LONG_ENDED_DAYS * DAY_MS ? 'silent' : 0
    }
    if (endOnly) return null
    const reached = thresholds.filter((days) => end - now <= days * DAY_MS)
    if (reached.length === 0) return null
    const nearest = Math.min(...reached)
    return sent !== null && sent <= nearest ? null : nearest
}
