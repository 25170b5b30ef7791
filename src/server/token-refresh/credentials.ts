import { GlideRecord } from '@servicenow/glide'
import { forgetState, isFirstTime, readState } from '../shared/app-state'
import { bestEffort, logWarning } from '../shared/best-effort'
import { fromStored, toStored } from '../shared/glide-time'
import { tokenKey } from './token-key'

/** Expiries of the tokens of one requestor and profile, as stored in oauth_credential, in ms since 1970. */
export interface Credentials {
    /** Undefined: none is stored; null: it does not expire. */
    accessExpires?: number | null
    refreshExpires?: number | null
    /** When the newest of them was stored. */
    updated: number
    /** sys_id of the user who gave the consent; undefined if unknown. */
    user?: string
}

/**
 * Reads the expiries of received tokens, by {@link tokenKey}, without the tokens themselves. Two statements.
 *
 * @param requestors sys_ids
 * @returns null if the app has no read access to the tables (KB0859525), which the search logs
 */
export function readCredentials(requestors: string[]): Map<string, Credentials> | null {
    const found = new Map<string, Credentials>()
    if (requestors.length === 0) return found
    try {
        const holders = readHolders('requestor_id', requestors)
        if (holders.size > 0) readEnds(holders, found)
        return found
    } catch {
        return null
    }
}

/**
 * When credentials were last stored, in ms since 1970, by {@link tokenKey}; only those stored since a time. One
 * statement if there are none, which is usual, otherwise two.
 *
 * @param requestors sys_ids
 * @returns null if the app has no read access to the tables
 */
export function readStoredSince(requestors: string[], since: number): Map<string, number> | null {
    const found = new Map<string, number>()
    if (requestors.length === 0) return found
    try {
        const byHolder = new Map<string, number>()
        const credential = new GlideRecord('oauth_credential')
        credential.addQuery('oauth_requestor_profile.requestor_id', 'IN', requestors.join(','))
        credential.addQuery('sys_updated_on', '>=', toStored(since))
        credential.orderBy('sys_updated_on')
        credential.query()
        while (credential.next()) {
            const updated = fromStored(credential.getValue('sys_updated_on')) ?? 0
            byHolder.set(credential.getValue('oauth_requestor_profile') ?? '', updated)
        }
        const names =
            byHolder.size > 0 ? readHolders('sys_id', [...byHolder.keys()]) : new Map<string, string>()
        for (const [holder, name] of names) found.set(name, byHolder.get(holder) ?? 0)
        return found
    } catch {
        return null
    }
}

/** Token keys by sys_id of oauth_requestor_profile. Its column for the context is undocumented and not needed. */
function readHolders(by: 'requestor_id' | 'sys_id', values: string[]): Map<string, string> {
    const holders = new Map<string, string>()
    const holder = new GlideRecord('oauth_requestor_profile')
    holder.addQuery(by, 'IN', values.join(','))
    holder.query()
    while (holder.next()) {
        const key = {
            requestor: holder.getValue('requestor_id') ?? '',
            profile: holder.getValue('oauth_entity_profile') ?? '',
        }
        holders.set(holder.getUniqueValue(), tokenKey(key))
    }
    return holders
}

/** Rows are sorted by expiry, so that of several tokens the one that expires last counts. */
function readEnds(holders: Map<string, string>, found: Map<string, Credentials>): void {
    const credential = new GlideRecord('oauth_credential')
    credential.addQuery('oauth_requestor_profile', 'IN', [...holders.keys()].join(','))
    credential.orderBy('expires')
    credential.query()
    while (credential.next()) {
        const name = holders.get(credential.getValue('oauth_requestor_profile') ?? '')
        if (name === undefined) continue
        const known = found.get(name) ?? { updated: 0 }
        known.updated = Math.max(known.updated, fromStored(credential.getValue('sys_updated_on')) ?? 0)
        const expires = fromStored(credential.getValue('expires'))
        const type = credential.getValue('type')
        if (type === 'access_token') known.accessExpires = expires
        if (type === 'refresh_token') known.refreshExpires = expires
        const user = credential.getValue('user') ?? ''
        if (user !== '') known.user = user
        found.set(name, known)
    }
}

/** Stored across searches, so that the log gets one line and not one every hour. */
const SAID = { name: 'credential_read_denied' }

/**
 * Logs once which privilege is missing if the app has no read access to oauth_credential; until it is granted, only what
 * `sn_auth` returns is known. Once the table can be read, a later refusal is logged again. The hourly search calls this,
 * so that refreshes do not pay for it. Two statements.
 */
export function checkCredentialAccess(): void {
    if (canRead()) {
        if (readState(SAID) !== null) forgetState(SAID)
    } else if (isFirstTime(SAID)) {
        logWarning(
            'Token refresh: the app has no read access to oauth_credential, so the expiry of refresh tokens may be unknown. ' +
                'Grant a cross-scope privilege: source scope "OpenFin for ServiceNow", target scope Global, target name ' +
                'oauth_credential, type Table, operation Read, status Allowed. Tokens are refreshed nevertheless.'
        )
    }
}

function canRead(): boolean {
    const answered = bestEffort(() => {
        const credential = new GlideRecord('oauth_credential')
        credential.setLimit(1)
        credential.query()
        return true
    })
    return answered === true
}
