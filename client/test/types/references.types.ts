/** Programs that compile with the official package and read or write references. Compiled, never run. */
import type { ServiceNowEntities } from 'openfin-servicenow-client'

declare const text: string

type Case = ServiceNowEntities.CSM.Case
export function namesOf(of: Case): { label: string; value?: string }[] {
    const found: { label: string; value?: string }[] = []
    if (
        of.assigned_to &&
        typeof of.assigned_to === 'object' &&
        'display_value' in of.assigned_to &&
        of.assigned_to.display_value?.length
    ) {
        found.push({ label: 'Assigned to', value: of.assigned_to.display_value })
    }
    if (typeof of.account === 'string') found.push({ label: 'Account', value: of.account.toUpperCase() })
    else if (of.account) {
        const { link } = of.account
        found.push({
            label: link,
            value: 'value' in of.account ? of.account.value : of.account.display_value,
        })
    }
    return found
}
const isLink = (value: unknown): value is ServiceNowEntities.Core.Link =>
    typeof value === 'object' && value !== null && 'link' in value
const link: ServiceNowEntities.Core.Link = { link: text, value: text }
const shown: ServiceNowEntities.Core.LinkWithDisplayValue = { link: text, display_value: text }
const plain: ServiceNowEntities.Core.LinkWithValue = { link: text, value: text }
export const column: string | ServiceNowEntities.Core.Link | undefined = ({} as Case).contact
export const written: Case = {
    contact: 'sys_id',
    account: link,
    assigned_to: shown,
    consumer: plain,
    state: 3,
}
export const linked = isLink(written.contact) ? written.contact.link : ''
export class OwnLink implements ServiceNowEntities.Core.LinkWithValue {
    public link = text
    public value = text
}
export const unknownColumn = (value: Case): unknown => value.state
export const same: { value: Case['state'] } = { value: (() => {})() }
