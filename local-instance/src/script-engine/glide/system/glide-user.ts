import type { Row } from '../../../core/store/types'
import type { ScopeHost } from '../scope-bridge'
import { escapeTerm } from '../records/join-conditions'
import { toText } from '../values'

/** The user that a script runs as (c_GlideUserScopedAPI). */
export class GlideUser {
    readonly #host: ScopeHost
    #record: Row | undefined

    /** @internal Created by gs.getUser(). */
    constructor(host: ScopeHost) {
        this.#host = host
    }

    getID(): string {
        return this.#host.transaction.userId
    }

    /** The user name. */
    getName(): string {
        return this.#host.transaction.userName
    }

    getDisplayName(): string {
        return this.#field('name') ?? this.getName()
    }

    getFirstName(): string | null {
        return this.#field('first_name')
    }

    getLastName(): string | null {
        return this.#field('last_name')
    }

    getEmail(): string | null {
        return this.#field('email')
    }

    getCompanyID(): string | null {
        return this.#field('company')
    }

    /** Always true for administrators. */
    hasRole(role: unknown): boolean {
        return this.#host.call('hasRole', { role: toText(role) })
    }

    /** Accepts a group's name or sys_id. */
    isMemberOf(group: unknown): boolean {
        const [user, wanted] = [this.getID(), escapeTerm(toText(group))]
        const query = `user=${user}^group=${wanted}^ORgroup.name=${wanted}`
        return this.#host.call('query', { table: 'sys_user_grmember', query, limit: 1 }).length > 0
    }

    #field(column: string): string | null {
        this.#record ??=
            this.#host.call('query', { table: 'sys_user', query: `sys_id=${this.getID()}`, limit: 1 })[0] ??
            {}
        return this.#record[column] ?? null
    }
}
