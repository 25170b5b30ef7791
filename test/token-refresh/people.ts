import type { RefreshFixture } from './fixture'

/** sys_id of a user by name. */
export function userNamed(fixture: RefreshFixture, name: string): string {
    return fixture.stored('sys_user', `user_name=${name}`)[0]?.['sys_id'] ?? ''
}

/** Creates a group with one member; returns its sys_id. */
export function groupOf(fixture: RefreshFixture, member: string): string {
    const group = fixture.insert('sys_user_group', { name: `Friends of ${member}`, active: '1' })
    fixture.insert('sys_user_grmember', { group, user: userNamed(fixture, member) })
    return group
}
