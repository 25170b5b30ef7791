import { instanceId, isCopy } from '../clones/clone-guard'
import type { LeadTimes } from './lead-times'

/** What the refresh job passes on in the event `x_opfi_openfin.token_due`, whose record is the status row. */
export interface ClaimedRefresh {
    /** sys_id of the run, which holds the claim. */
    run: string
    leadTimes: LeadTimes
    /** True: a person requested the refresh, so the token is refreshed even if it is still valid. */
    always: boolean
}

/**
 * The event's parameters (each at most 255 characters): parm1 is the run; parm2 the lead times, whether always, and the
 * instance, since a clone may take queued events along.
 */
export function toParameters({ run, leadTimes, always }: ClaimedRefresh): [string, string] {
    const { accessLeadS, refreshLeadS } = leadTimes
    return [run, [accessLeadS, refreshLeadS, always ? 1 : 0, instanceId()].join(' ').trim()]
}

/** Reads the parameters; null if they are not those of {@link toParameters}, or of another instance. */
export function fromParameters(event: { parm1: unknown; parm2: unknown }): ClaimedRefresh | null {
    const run = String(event.parm1 ?? '')
    const [accessLead, refreshLead, always, instance = ''] = String(event.parm2 ?? '').split(' ')
    const [accessLeadS, refreshLeadS] = [Number(accessLead), Number(refreshLead)]
    if (run === '' || !Number.isFinite(accessLeadS) || !Number.isFinite(refreshLeadS)) return null
    if (isCopy(instance, instanceId())) return null
    return { run, leadTimes: { accessLeadS, refreshLeadS }, always: always === '1' }
}
