import type { LeadTimes } from './lead-times'

/** What the refresh job passes on in the event `x_opfi_openfin.token_due`, whose record is the status row. */
export interface ClaimedRefresh {
    /** sys_id of the run, which holds the claim. */
    run: string
    leadTimes: LeadTimes
    /** True: a person requested the refresh, so the token is refreshed even if it is still valid. */
    always: boolean
}

/** The event's parameters: parm1 is the run, parm2 the rest (each at most 255 characters). */
export function toParameters({ run, leadTimes, always }: ClaimedRefresh): [string, string] {
    return [run, [leadTimes.accessLeadS, leadTimes.refreshLeadS, always ? 1 : 0].join(' ')]
}

/** Reads the parameters; null if they are not those of {@link toParameters}. */
export function fromParameters(event: { parm1: unknown; parm2: unknown }): ClaimedRefresh | null {
    const run = String(event.parm1 ?? '')
    const [accessLeadS = NaN, refreshLeadS = NaN, always = 0] = String(event.parm2 ?? '')
        .split(' ')
        .map(Number)
    if (run === '' || !Number.isFinite(accessLeadS) || !Number.isFinite(refreshLeadS)) return null
    return { run, leadTimes: { accessLeadS, refreshLeadS }, always: always === 1 }
}
