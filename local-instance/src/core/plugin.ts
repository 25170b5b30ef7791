import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from './clock'
import type { Log } from './log'
import type { Principal } from './principal'
import type { Rights } from './rights'
import type { Release } from './releases'
import type { ScriptHost } from './script-host'
import type { Sessions } from './session'
import type { Store, TableDefinition, WriteRule } from './store/types'

/** The tables, rules and first records that a plug-in brings. Loaded in every thread, so it must not hold state. */
export interface Schema {
    tables: TableDefinition[]
    /** Rules that hold for every write, whoever writes. */
    rules?: WriteRule[]
    /** Adds the records of a new instance; called once, when the database is new, in a transaction. */
    seed?(store: Store, clock: Clock): void
}

/** Which release and settings this instance plays. */
export interface Settings {
    release: Release
    nodes: number
    runJobs: boolean
    quiet: boolean
}

/** Answers who sends a request. Registered by plug-ins that know a way to sign in. */
export interface Authenticator {
    /** Undefined: this way was not used. `refused`: it was used and failed, which is a 401. */
    authenticate(request: FastifyRequest): Principal | 'refused' | undefined
}

/** Counters since start, for `GET /local/stats`. */
export interface Stats {
    add(
        key: string,
        values: { transactions?: number; db_statements?: number; outbound_calls?: number; ms?: number }
    ): void
    all(): Record<string, { transactions: number; db_statements: number; outbound_calls: number; ms: number }>
    clear(): void
}

/** What a plug-in can use and add to. */
export interface Host {
    readonly store: Store
    readonly clock: Clock
    readonly log: Log
    readonly settings: Settings
    readonly stats: Stats
    /** Routes are added here; all share the hooks of the core (cookies, raw bodies, faults). */
    readonly http: FastifyInstance
    /** Set by the plug-in `scripts`. */
    scripts: ScriptHost
    /** Set by the plug-in `sign-in`. */
    sessions: Sessions
    /** Who may do what with records, by `sys_security_acl`. */
    readonly rights: Rights
    /** Address that the instance serves at, without a trailing slash; known once it listens. */
    url(): string
    readonly authenticators: Authenticator[]
    /** Asks all authenticators; the guest where nobody signed in. */
    principal(request: FastifyRequest): Principal | 'refused'
    /** The principal of a user by sys_id; undefined for an unknown, inactive or locked-out user. */
    principalOf(userId: string, by: Principal['by']): Principal | undefined
    /** Called when the instance closes, last added first. */
    onClose(run: () => void | Promise<void>): void
    /** Called after `POST /local/reset` has put the database back. */
    onReset(run: () => void): void
    /** Tells all who asked by {@link onReset}. */
    runResets(): void
}

/** A part of the platform. */
export interface Plugin {
    name: string
    schema?: Schema
    /** Adds routes and services to the running instance; main thread only. */
    register?(host: Host): void | Promise<void>
}
