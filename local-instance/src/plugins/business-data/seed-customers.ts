import { recordId } from '../../core/store/record-id'
import type { Store } from '../../core/store/types'

/** sys_ids of the demo customers, for the cases. */
export const ACCOUNTS = ['Boxeo', 'Blue Ridge Credit Union', 'Harbor & Finch Capital', 'Orchid Savings'].map(
    (name) => ({ sysId: recordId('customer_account', name), name })
)

const PEOPLE: [first: string, last: string, title: string, account: number][] = [
    ['George', 'Warren', 'Operations Manager', 0],
    ['Jane', 'Doyle', 'Treasurer', 0],
    ['Priya', 'Raman', 'Branch Manager', 1],
    ['Tomas', 'Lindqvist', 'Portfolio Analyst', 2],
    ['Ruth', 'Okafor', 'Chief Financial Officer', 2],
    ['Nina', 'Castillo', 'Service Desk Lead', 3],
]

/** The demo contacts' sys_ids and the index of their account in {@link ACCOUNTS}. */
export const CONTACTS = PEOPLE.map(([first, last, , account]) => ({
    sysId: recordId('customer_contact', `${first} ${last}`),
    account,
}))

/** Adds four accounts and six contacts. */
export function seedCustomers(store: Store): void {
    for (const { sysId, name } of ACCOUNTS) {
        const slug = name.toLowerCase().replace(/[^a-z]+/g, '-')
        store.insert('customer_account', {
            sys_id: sysId,
            name,
            customer: 'true',
            city: 'San Diego',
            country: 'USA',
            phone: '+1 858 555 0100',
            website: `https://${slug}.example.com`,
        })
    }
    PEOPLE.forEach(([first, last, title], index) => {
        const { sysId, account } = CONTACTS[index] as (typeof CONTACTS)[number]
        const userName = `${first}.${last}`.toLowerCase()
        store.insert('customer_contact', {
            sys_id: sysId,
            user_name: userName,
            first_name: first,
            last_name: last,
            title,
            email: `${userName}@example.com`,
            phone: `+1 858 555 01${10 + index}`,
            account: ACCOUNTS[account]?.sysId ?? null,
        })
    })
    CONTACTS.forEach(({ sysId, account }, index) => {
        if (CONTACTS.findIndex((other) => other.account === account) !== index) return
        store.update('customer_account', ACCOUNTS[account]?.sysId ?? '', { primary_contact: sysId })
    })
}
