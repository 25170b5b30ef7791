import { GlideRecord } from '@servicenow/glide'
import { bestEffort } from '../shared/best-effort'
import { fromStored } from '../shared/glide-time'
import { textProperty } from '../shared/property'
import { consentAddress } from '../token-refresh/consent-address'
import { nameOf } from '../expiry-notices/consent'
import { MAIL_WORDS } from './mail-texts'
import { translate } from './recipient-language'

/** A row of the token status table. */
export type StatusRow = GlideRecord<'x_opfi_openfin_token_status'>

/** What a mail tells about a token. Never the token itself. */
export interface TokenFacts {
    /** Display value of the record that owns the token; the provider's name if it cannot be read; empty if neither can. */
    connection: string
    /** Label of the record's table; empty if unknown. */
    table: string
    provider: string
    profile: string
    /** Who gave the consent; empty if unknown. */
    consentedBy: string
    /** A changed consent, such as `Consent by A instead of B.`; empty if there was none. */
    consentNote: string
    /** End of the refresh token, in ms since 1970; null if unknown. */
    end: number | null
    message: string
    /** Where a person gives a new consent; empty for tokens that this instance issued. */
    consentUrl: string
    rowUrl: string
}

/** Reads the facts about a status row. Up to four statements. */
export function readFacts(row: StatusRow): TokenFacts {
    const table = row.getValue('requestor_table') ?? ''
    const requestor = row.getValue('requestor') ?? ''
    const profileId = row.getValue('profile') ?? ''
    const consentedBy = row.getValue('consented_by') ?? ''
    const issued = table === 'oauth_credential'
    const record = issued ? readIssued(requestor) : readRequestor(table, requestor)
    const { provider, profile } = readProfile(profileId)
    return {
        connection: record.name || provider,
        table: record.table,
        provider: issued ? '' : provider,
        profile,
        consentedBy: consentedBy && nameOf(consentedBy),
        consentNote: row.getValue('consent_note') ?? '',
        end: fromStored(row.getValue('refresh_token_expires')),
        message: row.getValue('message') ?? '',
        consentUrl: issued || table === '' ? '' : consentAddress({ table, requestor, profile: profileId }),
        rowUrl: address(`x_opfi_openfin_token_status.do?sys_id=${row.getUniqueValue()}`),
    }
}

function readRequestor(table: string, sysId: string): { name: string; table: string } {
    const found = bestEffort(() => {
        const record = new GlideRecord(table as 'sys_metadata')
        if (table === '' || !record.get(sysId)) return null
        const named = record as unknown as { getDisplayValue(): unknown; getClassDisplayValue(): unknown }
        return {
            name: String(named.getDisplayValue() ?? ''),
            table: bestEffort(() => String(named.getClassDisplayValue() ?? '')) || table,
        }
    })
    return found ?? { name: '', table }
}

/** A token that this instance issued is named after its registration. */
function readIssued(credentialId: string): { name: string; table: string } {
    const name = bestEffort(() => {
        const credential = new GlideRecord('oauth_credential')
        return credential.get(credentialId) ? (credential.getDisplayValue('peer') ?? '') : ''
    })
    return { name: name ?? '', table: translate(MAIL_WORDS.application) }
}

function readProfile(sysId: string): { provider: string; profile: string } {
    const found = bestEffort(() => {
        const profile = new GlideRecord('oauth_entity_profile')
        if (sysId === '' || !profile.get(sysId)) return null
        return {
            provider: profile.getDisplayValue('oauth_entity') ?? '',
            profile: profile.getValue('name') ?? '',
        }
    })
    return found ?? { provider: '', profile: '' }
}

/** A page of this instance; relative if the instance's own address is unknown. */
export function address(page: string): string {
    return textProperty('glide.servlet.uri', '/').replace(/\/?$/, '/') + page
}
