import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { fromStored, now, toStored } from './glide-time'

/** How long a claim holds, in seconds: what its holder has not ended by then is somebody else's. */
export const CLAIM_S = 900
/** A holder with less than this left does not begin a request, which may take 30 s, in seconds. */
const MARGIN_S = 60

/** What one claim is for: the same text for the same token, whoever makes it. */
export function claimName({ requestor, profile }: { requestor: string; profile: string }): string {
    return `${requestor}:${profile}`
}

/**
 * Claims a token by an insert under a unique key, which is the one thing that every database makes sure only one of
 * several wins (docs/decisions.md). One statement.
 *
 * @param holder who claims, such as a run's sys_id
 * @returns false where somebody else holds it
 */
export function claimToken(name: string, holder: string): boolean {
    const claim = new GlideRecord('x_opfi_openfin_refresh_claim')
    claim.initialize()
    claim.setValue('token', name)
    claim.setValue('holder', holder)
    claim.setValue('ends', toStored(now() + CLAIM_S * 1000))
    claim.setWorkflow(false)
    try {
        return Boolean(claim.insert())
    } catch {
        // A key that is taken is answered with nothing; where a platform throws, it means the same.
        return false
    }
}

/** Lets a token go that this holder has; somebody else's claim stays. One that cannot be deleted ends by itself. One statement. */
export function releaseToken(name: string, holder: string): void {
    tryWrite('Token refresh: the release of a claim', () => {
        const claim = new GlideRecord('x_opfi_openfin_refresh_claim')
        claim.addQuery('token', '=', name)
        claim.addQuery('holder', '=', holder)
        claim.setWorkflow(false)
        claim.deleteMultiple()
    })
}

/** Removes claims whose holders did not come back in time, such as those of a node that died. One statement. */
export function forgetEndedClaims(): void {
    tryWrite('Token refresh: the removal of expired claims', () => {
        const claim = new GlideRecord('x_opfi_openfin_refresh_claim')
        claim.addQuery('ends', '<=', toStored(now()))
        claim.setWorkflow(false)
        claim.deleteMultiple()
    })
}

/** Whether a claim that ends then still covers a whole request. */
export function coversRequest(ends: string | null): boolean {
    return (fromStored(ends) ?? 0) - now() >= MARGIN_S * 1000
}
