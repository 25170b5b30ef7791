import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { fromStored, now, toStored } from '../shared/glide-time'

/** Lifetime of a claim, in seconds. Afterwards another holder may claim the token. */
export const CLAIM_S = 900
/** Remaining lifetime that a claim needs to start a request, which may take 30 s, in seconds. */
const MARGIN_S = 60

/**
 * Claims a token by inserting a row with a unique key: every database guarantees that only one of several concurrent
 * inserts succeeds (docs/decisions.md). One statement.
 *
 * @param holder identifies the claimant, such as a run's sys_id
 * @returns false if another holder has claimed the token
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
        // For a duplicate key insert() returns null; a release that throws instead means the same.
        return false
    }
}

/** Releases a claim of this holder. One that cannot be deleted expires. One statement. */
export function releaseToken(name: string, holder: string): void {
    tryWrite('Token refresh: the release of a claim', () => {
        const claim = new GlideRecord('x_opfi_openfin_refresh_claim')
        claim.addQuery('token', '=', name)
        claim.addQuery('holder', '=', holder)
        claim.setWorkflow(false)
        claim.deleteMultiple()
    })
}

/** Deletes expired claims, such as those of a node that died. One statement. */
export function deleteExpiredClaims(): void {
    tryWrite('Token refresh: the removal of expired claims', () => {
        const claim = new GlideRecord('x_opfi_openfin_refresh_claim')
        claim.addQuery('ends', '<=', toStored(now()))
        claim.setWorkflow(false)
        claim.deleteMultiple()
    })
}

/** Whether a claim with this expiry still covers a whole request. */
export function coversRequest(ends: string | null): boolean {
    return (fromStored(ends) ?? 0) - now() >= MARGIN_S * 1000
}
