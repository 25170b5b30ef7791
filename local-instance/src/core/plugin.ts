import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from './clock'
import type { Log } from './log'
import type { Principal } from './principal'
import type { Rights } from './rights'
import type { Release } from './releases'
import type { ScriptHost } from './script-host'
import type { Sessions } from './session'
import type { Store, TableDefinition, WriteRule } from './store/types'

/** The tables, rules and initial records of a plug-in. Loaded in every thread, so it must not hold state. */
export interface Schema {
    tables: TableDefinition[]
    /** Rules that apply to every write. */
    rules?: WriteRule[]
    /** Adds the records of a new instance; called once, when the database is new, in a transaction. */
    seed?(store: Store, clock: Clock, release: Release): void
}

/** Release and settings of this instance. */
export interface Settings {
    release: Release
    nodes: number
    runJobs: boolean
    quiet: boolean
}

/** Authenticates a request. Each plug-in that implements an authentication method registers one. */
export interface Authenticator {
    /**
     * Undefined: the request has no such credentials. `refused`: the credentials are invalid; the response is
     * 401.
     */
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

/** Services that a plug-in can use and extend. */
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
    /** Record access rights, by `sys_security_acl`. */
    readonly rights: Rights
    /** Base URL of the instance, without a trailing slash; known once it listens. */
    url(): string
    readonly authenticators: Authenticator[]
    /** Runs all authenticators; unauthenticated requests run as guest. */
    principal(request: FastifyRequest): Principal | 'refused'
    /** The principal of a user by sys_id; undefined for an unknown, inactive or locked-out user. */
    principalOf(userId: string, by: Principal['by']): Principal | undefined
    /** Called when the instance closes, last added first. */
    onClose(run: () => void | Promise<void>): void
    /** Called after `POST /local/reset` has restored the database. */
    onReset(run: () => void): void
    /** Notifies the listeners of {@link onReset}. */
    runResets(): void
}

/** One plug-in: a part of the platform. */
export interface Plugin {
    name: string
    schema?: Schema
    /** Adds routes and services to the running instance; main thread only. */
    register?(host: Host): void | Promise<void>
}
