import type { RefreshBench } from './bench'

/** sys_id of a user by name. */
export function userNamed(bench: RefreshBench, name: string): string {
    return bench.stored('sys_user', `user_name=${name}`)[0]?.['sys_id'] ?? ''
}

/** Makes a group of one; answers its sys_id. */
export function groupOf(bench: RefreshBench, member: string): string {
    const group = bench.insert('sys_user_group', { name: `Friends of ${member}`, active: '1' })
    bench.insert('sys_user_grmember', { group, user: userNamed(bench, member) })
    return group
}
