import type { InstanceClient } from '../../../setup/instance-client'
import type { Properties } from '../../../setup/properties'
import type { Reading } from '../../../setup/reading'
import type { TableClient, TableRow } from '../../../setup/table-client'
import type { Findings } from './findings'
import type { Loopback } from './loopback'
import type { Results } from './results'
import type { Secrets } from './secrets'
import type { UndoList } from './undo-list'
import type { TokenRoute, Wire } from './wire'

/** What is asked for beyond the usual checks. */
export interface Extras {
    /** Also what takes a minute or two and more clicks. */
    slow: boolean
    /** Also the switches that close the open routes. */
    offSwitch: boolean
    /** Also a connection of the instance to itself. */
    outbound: boolean
}

/** What checks work with. */
export interface Context {
    instanceUrl: string
    extras: Extras
    /** Ended by Ctrl+C. */
    client: InstanceClient
    /** Reads; ended by Ctrl+C. */
    tables: TableClient
    /** Writes that Ctrl+C does not end. */
    writing: TableClient
    reading: Reading
    properties: Properties
    /** Name of the release's family; null if no property tells it. */
    release: string | null
    /** The registration "OpenFin". */
    registration: TableRow
    /** How browsers get tokens on this instance. */
    route: TokenRoute
    wire: Wire
    loopback: Loopback
    results: Results
    findings: Findings
    secrets: Secrets
    undo: UndoList
    /** Tokens that were issued and not yet revoked, the refresh token last. */
    tokens: Set<string>
    /** Whether a token is the one that the command itself is signed in with, which must outlive the run. */
    isOwn(token: string): boolean
    /** Aborted by Ctrl+C. */
    signal: AbortSignal
    /** Time that a person has for one sign-in or consent, in ms. */
    patienceMs: number
    /** Waits; ended by Ctrl+C. */
    pause(ms: number): Promise<void>
    /** Shows an address to the person, and opens it. */
    open(url: string): Promise<void>
    /** Tells the person something. */
    note(text: string): void
}

/** What the exchange of the code brought. */
export interface Grant {
    access: string
    refresh: string
    /** Seconds that the access token holds from the exchange on; null if the answer did not say. */
    expiresIn: number | null
}
