import { GlideRecord } from '@servicenow/glide'

/** `sys_user.notification` of users who have disabled mail. */
const NO_MAIL = '1'

/** Active recipients, and whether a mail reaches any of them: a group may have no member left. */
export interface Recipients {
    recipients: string[]
    reached: boolean
}

/** Nobody yet. */
export function noRecipients(): Recipients {
    return { recipients: [], reached: false }
}

/** Adds a user, if it is active. One statement. */
export function withUser(named: Recipients, sysId: string): void {
    add(named, sysId, addUser)
}

/** Adds a group, if it is active. Up to two statements. */
export function withGroup(named: Recipients, sysId: string): void {
    add(named, sysId, addGroup)
}

/** Adds an active recipient; without the right to read the record, adds it unchecked. */
function add(named: Recipients, sysId: string, look: (named: Recipients, sysId: string) => void): void {
    if (sysId === '') return
    try {
        look(named, sysId)
    } catch {
        named.recipients.push(sysId)
        named.reached = true
    }
}

/** An active user without an email address may have another device, and is a recipient as well. */
function addUser(named: Recipients, sysId: string): void {
    const user = new GlideRecord('sys_user')
    if (!user.get(sysId) || !isTrue(user.getValue('active'))) return
    named.recipients.push(sysId)
    named.reached ||= Boolean(user.getValue('email')) && user.getValue('notification') !== NO_MAIL
}

function addGroup(named: Recipients, sysId: string): void {
    const group = new GlideRecord('sys_user_group')
    if (!group.get(sysId) || !isTrue(group.getValue('active'))) return
    named.recipients.push(sysId)
    named.reached ||= Boolean(group.getValue('email')) || hasMember(sysId)
}

function hasMember(group: string): boolean {
    const member = new GlideRecord('sys_user_grmember')
    member.addQuery('group', '=', group)
    member.addQuery('user.active', true)
    member.addNotNullQuery('user.email')
    member.addQuery('user.notification', '!=', NO_MAIL)
    member.setLimit(1)
    member.query()
    return member.hasNext()
}

function isTrue(value: string | null): boolean {
    return value === '1' || value === 'true'
}
