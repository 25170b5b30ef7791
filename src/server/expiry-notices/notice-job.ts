import { GlideRecord } from '@servicenow/glide'
import { stopOnClone } from '../clones/clone-guard'
import { tryWrite } from '../shared/best-effort'
import { DAY_MS, fromStored, now, toStored } from '../shared/glide-time'
import { readCredentials, type Credentials } from '../token-refresh/credentials'
import { failuresBeforeEvent, isEnabled as isRefreshEnabled } from '../token-refresh/settings'
import { tokenKey } from '../token-refresh/token-key'
import { setConsent } from './consent'
import { noticeOf, readThresholds } from './notice'
import { setRefreshEnd } from './refresh-end'
import { raiseNotices, type Notice } from './raise-notices'
import { readNoticeSettings } from './settings'
import { watchTokens } from './watch-tokens'

/** Rows whose credentials are read at a time. */
const PAGE = 200

/** A rule as the notices need it. */
interface Rule {
    user: string
    group: string
    thresholds: readonly number[]
}

/** A status row whose refresh token may need a notice. */
interface Candidate {
    sysId: string
    rule: string
    requestor: string
    profile: string
    end: number
    firstSeen: number
    noticeDays: number | null
    noticeEnd: number | null
    outcome: string
    failures: number
    endKept: boolean
    consentedBy: string
}

/**
 * The job "OpenFin: expiry notices": sends one notice per token and threshold before a refresh token ends, and one when it
 * has ended. Reads the rows near their end only, so its cost does not depend on the number of tokens.
 */
export function sendExpiryNotices(): void {
    const settings = readNoticeSettings()
    const began = now()
    if (!settings.enabled || settings.watch === 'none' || stopOnClone()) return
    watchTokens({ all: false })
    const rules = readRules(settings.thresholds)
    const farthest = Math.max(
        ...settings.thresholds,
        ...[...rules.values()].flatMap((rule) => rule.thresholds)
    )
    const candidates = readCandidates(began + farthest * DAY_MS)
    const refreshes = isRefreshEnabled()
    const failing = failuresBeforeEvent()
    const notices: Notice[] = []
    for (let at = 0; at < candidates.length; at += PAGE) {
        const page = candidates.slice(at, at + PAGE)
        const stored = readCredentials(
            page.filter(({ profile }) => profile !== '').map(({ requestor }) => requestor)
        )
        for (const candidate of page) {
            const rule = rules.get(candidate.rule)
            // The next search removes rows of inactive and deleted rules.
            if (candidate.rule !== '' && !rule) continue
            const token = withStored(candidate, stored?.get(tokenKey(candidate)))
            if (token.end === null) continue
            const renewed = rule !== undefined && refreshes && !token.endKept && token.failures < failing
            const notice = noticeOf(
                {
                    ...token,
                    end: token.end,
                    endOnly: renewed || token.outcome === 'reauthorize' || token.outcome === 'no_token',
                },
                began,
                rule?.thresholds ?? settings.thresholds
            )
            if (notice === 'silent') noteEnd(token.sysId, token.end)
            else if (notice !== null)
                notices.push({
                    row: token.sysId,
                    days: notice,
                    end: token.end,
                    watched: rule === undefined,
                    user: rule?.user ?? '',
                    group: rule?.group ?? '',
                    consentedBy: token.consentedBy,
                })
        }
    }
    raiseNotices(notices, toStored(began))
}

/** Active rules by sys_id. One statement. */
function readRules(byDefault: readonly number[]): Map<string, Rule> {
    const rules = new Map<string, Rule>()
    const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    rule.addQuery('active', true)
    rule.query()
    while (rule.next())
        rules.set(rule.getUniqueValue(), {
            user: rule.getValue('notify_user') ?? '',
            group: rule.getValue('notify_group') ?? '',
            thresholds: readThresholds(rule.getValue('notice_days') ?? '', byDefault),
        })
    return rules
}

/** Rows that end before a time and have not had the notice of their end. One statement, over an index. */
function readCandidates(before: number): Candidate[] {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addNotNullQuery('refresh_token_expires')
    row.addQuery('refresh_token_expires', '<=', toStored(before))
    row.addNullQuery('notice_days').addOrCondition('notice_days', '>', 0)
    row.orderBy('refresh_token_expires')
    row.query()
    const candidates: Candidate[] = []
    while (row.next()) {
        const days = row.getValue('notice_days') ?? ''
        candidates.push({
            sysId: row.getUniqueValue(),
            rule: row.getValue('rule') ?? '',
            requestor: row.getValue('requestor') ?? '',
            profile: row.getValue('profile') ?? '',
            end: fromStored(row.getValue('refresh_token_expires')) ?? 0,
            firstSeen: fromStored(row.getValue('sys_created_on')) ?? 0,
            noticeDays: days === '' ? null : Number(days),
            noticeEnd: fromStored(row.getValue('notice_end')),
            outcome: row.getValue('outcome') ?? '',
            failures: Number(row.getValue('failures') ?? 0),
            endKept: row.getValue('end_kept') === '1' || row.getValue('end_kept') === 'true',
            consentedBy: row.getValue('consented_by') ?? '',
        })
    }
    return candidates
}

/** A row with the expiry that is stored now: a person or the platform may have renewed the token since. */
function withStored(
    candidate: Candidate,
    stored: Credentials | undefined
): Omit<Candidate, 'end'> & { end: number | null } {
    if (!stored || stored.refreshExpires === undefined) return candidate
    const { refreshExpires: end, user = '' } = stored
    const sameUser = user === '' || user === candidate.consentedBy
    if (end === candidate.end && sameUser) return candidate
    tryWrite(`Expiry notices: the status ${candidate.sysId}`, () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        if (!row.get(candidate.sysId)) return false
        setRefreshEnd(row, end === null ? '' : toStored(end))
        if (!sameUser) setConsent(row, user)
        row.setWorkflow(false)
        return row.update()
    })
    return { ...candidate, end, consentedBy: user || candidate.consentedBy }
}

/** Notes an end without a notice: the token had ended long before it was first seen. */
function noteEnd(sysId: string, end: number): void {
    tryWrite(`Expiry notices: the status ${sysId}`, () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        if (!row.get(sysId)) return false
        row.setValue('notice_days', 0)
        row.setValue('notice_end', toStored(end))
        row.setWorkflow(false)
        return row.update()
    })
}
