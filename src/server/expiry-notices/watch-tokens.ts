import { GlideRecord } from '@servicenow/glide'
import { readState, writeState } from '../shared/app-state'
import { logWarning } from '../shared/best-effort'
import { fromStored, now, toStored } from '../shared/glide-time'
import { readCredentials } from '../token-refresh/credentials'
import { tokenKey } from '../token-refresh/token-key'
import { readNoticeSettings } from './settings'
import { removeWatched, saveWatched, type WatchedToken } from './watched-rows'

/** Credentials per page. A page costs up to eight statements, and one for each new or changed row. */
const PAGE = 500
/** When credentials were last searched. */
const CURSOR = { name: 'watched_until' }
/** The thresholds in effect, for readers of the tokens who may not read system properties. */
const THRESHOLDS = { name: 'notice_thresholds' }

/**
 * Brings the rows of watched tokens (those without a rule) in line with the stored refresh tokens. Reads the credentials
 * that changed since the last search; with `all`, every credential, and removes rows whose token is gone.
 */
export function watchTokens({ all }: { all: boolean }): void {
    const { enabled, watch, registrations, thresholds } = readNoticeSettings()
    if (!enabled) return
    const inEffect = thresholds.join(',')
    if (readState(THRESHOLDS) !== inEffect) writeState(THRESHOLDS, inEffect)
    if (watch !== 'outbound') {
        removeWatched()
        return
    }
    const began = toStored(now())
    const since = all ? '' : (readState(CURSOR) ?? '')
    try {
        searchReceived(since)
        if (registrations.length > 0) searchIssued(registrations, since)
        if (all) removeGone(registrations)
        writeState(CURSOR, began)
    } catch {
        logWarning(
            'Expiry notices: oauth_credential could not be read, so tokens without a rule are not watched'
        )
    }
}

function searchReceived(since: string): void {
    forEachPage(
        (credential) => credential.addNotNullQuery('oauth_requestor_profile'),
        since,
        (page) => {
            const holders = readHolders(page.map(({ holder }) => holder))
            // Of several tokens of one requestor and profile, the one that expires last counts.
            const found = new Map<string, WatchedToken>()
            for (const { holder, expires, user } of page) {
                const key = holders.get(holder)
                if (!key) continue
                const before = found.get(holder)
                if (!before || before.expires < expires)
                    found.set(holder, { ...key, table: '', expires, user })
            }
            saveWatched([...found.values()])
        }
    )
}

/** Refresh tokens that this instance issued for the watched registrations. */
function searchIssued(registrations: string[], since: string): void {
    forEachPage(
        (credential) => {
            credential.addNullQuery('oauth_requestor_profile')
            credential.addQuery('peer', 'IN', registrations.join(','))
        },
        since,
        (page) =>
            saveWatched(
                page.map(({ sysId, expires, user }) => ({
                    requestor: sysId,
                    profile: '',
                    table: 'oauth_credential',
                    expires,
                    user,
                }))
            )
    )
}

interface Credential {
    sysId: string
    holder: string
    expires: string
    user: string
}

function forEachPage(
    restrict: (credential: GlideRecord<'oauth_credential'>) => void,
    since: string,
    visit: (page: Credential[]) => void
): void {
    let after = ''
    for (;;) {
        const credential = new GlideRecord('oauth_credential')
        credential.addQuery('type', '=', 'refresh_token')
        restrict(credential)
        if (since !== '') credential.addQuery('sys_updated_on', '>=', since)
        if (after !== '') credential.addQuery('sys_id', '>', after)
        credential.orderBy('sys_id')
        credential.setLimit(PAGE)
        credential.query()
        const page: Credential[] = []
        while (credential.next())
            page.push({
                sysId: credential.getUniqueValue(),
                holder: credential.getValue('oauth_requestor_profile') ?? '',
                expires: credential.getValue('expires') ?? '',
                user: credential.getValue('user') ?? '',
            })
        if (page.length > 0) visit(page)
        if (page.length < PAGE) return
        after = (page[page.length - 1] as Credential).sysId
    }
}

function readHolders(sysIds: string[]): Map<string, { requestor: string; profile: string }> {
    const holders = new Map<string, { requestor: string; profile: string }>()
    const holder = new GlideRecord('oauth_requestor_profile')
    holder.addQuery('sys_id', 'IN', sysIds.join(','))
    holder.query()
    while (holder.next())
        holders.set(holder.getUniqueValue(), {
            requestor: holder.getValue('requestor_id') ?? '',
            profile: holder.getValue('oauth_entity_profile') ?? '',
        })
    return holders
}

/** The rows of watched tokens that are gone, except those that ended and whose notice is still to be sent. */
function removeGone(registrations: string[]): void {
    let after = ''
    for (;;) {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        row.addNullQuery('rule')
        if (after !== '') row.addQuery('sys_id', '>', after)
        row.orderBy('sys_id')
        row.setLimit(PAGE)
        row.query()
        const rows: { sysId: string; requestor: string; profile: string; issued: boolean; due: boolean }[] =
            []
        while (row.next()) {
            const end = fromStored(row.getValue('refresh_token_expires'))
            rows.push({
                sysId: row.getUniqueValue(),
                requestor: row.getValue('requestor') ?? '',
                profile: row.getValue('profile') ?? '',
                issued: row.getValue('requestor_table') === 'oauth_credential',
                due: end !== null && end <= now() && row.getValue('notice_days') !== '0',
            })
        }
        const living = livingTokens(rows, registrations)
        const gone = rows.filter(({ sysId, due }) => !due && !living.has(sysId)).map(({ sysId }) => sysId)
        if (gone.length > 0) removeWatched(gone)
        if (rows.length < PAGE) return
        after = (rows[rows.length - 1] as { sysId: string }).sysId
    }
}

/** sys_ids of the rows whose refresh token is still stored, or cannot be read. Up to three statements. */
function livingTokens(
    rows: { sysId: string; requestor: string; profile: string; issued: boolean }[],
    registrations: string[]
): Set<string> {
    const living = new Set<string>()
    const received = rows.filter(({ issued }) => !issued)
    const stored = readCredentials(received.map(({ requestor }) => requestor))
    for (const row of received)
        if (!stored || stored.get(tokenKey(row))?.refreshExpires !== undefined) living.add(row.sysId)
    const issued = new Map(rows.filter((row) => row.issued).map(({ requestor, sysId }) => [requestor, sysId]))
    if (issued.size > 0 && registrations.length > 0) {
        const credential = new GlideRecord('oauth_credential')
        credential.addQuery('sys_id', 'IN', [...issued.keys()].join(','))
        credential.addQuery('peer', 'IN', registrations.join(','))
        credential.query()
        while (credential.next()) living.add(issued.get(credential.getUniqueValue()) ?? '')
    }
    return living
}
