import { toGlideDateTime, type Clock } from '../../core/clock'
import { recordId } from '../../core/store/record-id'
import type { Row, Store } from '../../core/store/types'
import { ACCOUNTS, CONTACTS } from './seed-customers'

const BETH = '46d44a23a9fe19810012d100cca80666'
const ABEL = '62826bf03710200044e0bfc8bcbe5df1'
const HOUR = 3_600_000

const INCIDENTS: [text: string, category: string, state: string, impact: string, urgency: string][] = [
    ['Unable to get to network file shares', 'network', '2', '1', '1'],
    ['Email server is down', 'software', '2', '1', '1'],
    ['Laptop battery drains within an hour', 'hardware', '1', '3', '3'],
    ['Trading terminal freezes at market open', 'software', '2', '1', '2'],
    ['Password reset link has expired', 'inquiry', '1', '3', '2'],
    ['Second monitor is not detected', 'hardware', '3', '3', '3'],
    ['Wireless access is slow on the third floor', 'network', '1', '2', '2'],
    ['Database backup failed last night', 'database', '6', '2', '1'],
    ['Printer on floor two prints blank pages', 'hardware', '7', '3', '3'],
    ['Cannot open the quarterly report', 'software', '1', '2', '3'],
    ['VPN asks for a token twice', 'network', '2', '2', '2'],
    ['New starter needs a headset', 'inquiry', '1', '3', '3'],
    ['Phone directory shows a former colleague', 'inquiry', '8', '3', '3'],
    ['Market data feed lags by a minute', 'software', '2', '1', '1'],
    ['Badge reader at the north door is dead', 'hardware', '3', '2', '2'],
    ['Calendar invitations arrive in the wrong time zone', 'software', '1', '3', '2'],
    ['Shared mailbox is over quota', 'software', '6', '2', '3'],
    ['Replication between data centers is behind', 'database', '2', '1', '2'],
    ['Keyboard layout resets after every restart', 'hardware', '7', '3', '3'],
    ['Question about the travel expense tool', 'inquiry', '1', '3', '3'],
]

const CASES: [text: string, state: string][] = [
    ['Product arrived damaged', '1'],
    ['Invoice shows the wrong address', '10'],
    ['Login to the customer portal fails', '10'],
    ['Question about the warranty', '18'],
    ['Order has not been shipped', '1'],
    ['Service contract is missing a site', '10'],
    ['Replacement part does not fit', '6'],
    ['Portal shows an old contact', '1'],
    ['Export of usage data is empty', '10'],
    ['Training material requested', '3'],
]

/** The guide's samples refer to the first two by sys_id. */
const FINANCIAL_CASES: [text: string, state: string, assignee: string, sysId?: string][] = [
    ['Card payment is disputed', '10', ABEL, '850057664b874cbdb7ad18d535960380'],
    ['Customer asks for a higher credit limit', '10', ABEL, 'dfa83216971eb110d16bf1d11153af8c'],
    ['Address change for a joint account', '1', ABEL],
    ['Standing order was executed twice', '10', ABEL],
    ['Lost debit card', '18', ABEL],
    ['Mortgage statement is missing', '1', BETH],
    ['Wire transfer is on hold', '10', BETH],
    ['Interest rate on a deposit is unclear', '1', BETH],
    ['Closing of a savings account', '6', BETH],
    ['Proof of funds was sent', '3', ABEL],
]

/** Adds twenty incidents, ten cases and ten financial services cases, opened one hour apart. */
export function seedWork(store: Store, clock: Clock): void {
    const opened = (hoursAgo: number): Row => {
        const time = toGlideDateTime(clock.now() - hoursAgo * HOUR)
        return { opened_at: time, sys_created_on: time, sys_updated_on: time }
    }
    INCIDENTS.forEach(([text, category, state, impact, urgency], index) => {
        store.insert('incident', {
            sys_id: recordId('incident', text),
            short_description: text,
            description: text,
            category,
            state,
            impact,
            urgency,
            caller_id: ABEL,
            opened_by: ABEL,
            assigned_to: index % 3 === 0 ? BETH : null,
            ...opened(INCIDENTS.length - index),
        })
    })
    const customer = (index: number): Row => {
        const contact = CONTACTS[index % CONTACTS.length]
        return { contact: contact?.sysId ?? null, account: ACCOUNTS[contact?.account ?? 0]?.sysId ?? null }
    }
    CASES.forEach(([text, state], index) => {
        store.insert('sn_customerservice_case', {
            sys_id: recordId('sn_customerservice_case', text),
            short_description: text,
            state,
            opened_by: BETH,
            assigned_to: index % 2 === 0 ? BETH : null,
            ...customer(index),
            ...opened(CASES.length - index),
        })
    })
    FINANCIAL_CASES.forEach(([text, state, assignee, sysId], index) => {
        store.insert('sn_bom_financial_service', {
            sys_id: sysId ?? recordId('sn_bom_financial_service', text),
            short_description: text,
            state,
            opened_by: BETH,
            assigned_to: assignee,
            ...customer(index),
            ...opened(FINANCIAL_CASES.length - index),
        })
    })
}
