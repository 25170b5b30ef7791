import { randomBytes } from 'node:crypto'
import type { AdminClient } from '../bench/admin-client'
import type { WrittenTable } from './record-ledger'

/** A user who signs in. */
export interface SoakUser {
    sysId: string
    userName: string
    password: string
    /** Tables in which the user may create and change records. */
    table: WrittenTable
}

type Rows = { result: { sys_id: string; user_name: string }[] }

/**
 * The demo users, and additional ones created through the Table API with the role itil. Half of the clients
 * share a user in pairs, because the platform issues the same tokens to all clients of one user.
 */
export async function makeUsers(admin: AdminClient, clients: number): Promise<SoakUser[]> {
    const demo = await demoUsers(admin)
    const roles = await admin.call<Rows>('GET', '/api/now/table/sys_user_role?sysparm_query=name=itil')
    const itil = roles.result[0]?.sys_id ?? ''
    const shared = Math.max(1, Math.ceil(clients / 4) - demo.length)
    const users = [...demo]
    for (let number = 1; users.length < demo.length + shared; number++) {
        users.push(await makeUser(admin, `soak.shared${number}`, itil))
    }
    const doubled = [...users, ...users].slice(0, clients)
    for (let number = 1; doubled.length < clients; number++) {
        doubled.push(await makeUser(admin, `soak.own${number}`, itil))
    }
    return doubled
}

async function demoUsers(admin: AdminClient): Promise<SoakUser[]> {
    const names = ['beth.anglin', 'abel.tuter', 'admin']
    const query = `user_nameIN${names.join(',')}`
    const { result } = await admin.call<Rows>('GET', `/api/now/table/sys_user?sysparm_query=${query}`)
    return result.map(({ sys_id: sysId, user_name: userName }) => ({
        sysId,
        userName,
        password: userName,
        table: userName === 'abel.tuter' ? 'sn_bom_financial_service' : 'incident',
    }))
}

async function makeUser(admin: AdminClient, userName: string, role: string): Promise<SoakUser> {
    const password = randomBytes(24).toString('base64url')
    const values = { user_name: userName, first_name: 'Soak', last_name: userName, user_password: password }
    const { result } = await admin.call<{ result: { sys_id: string } }>(
        'POST',
        '/api/now/table/sys_user',
        values
    )
    await admin.call('POST', '/api/now/table/sys_user_has_role', { user: result.sys_id, role })
    return { sysId: result.sys_id, userName, password, table: 'incident' }
}
