import type { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { PATHS } from './paths'
import type { Random } from './random'
import type { FoundRow, RecordEntry } from './record-ledger'
import type { Session } from './session'
import type { Soak } from './soak'
import type { SoakUser } from './users'

/** Context of the actions. */
export interface RecordActionsOptions {
    soak: Soak
    instance: InstanceClient
    user: SoakUser
    session: Session
    /** Unique prefix of the markers of this client's records. */
    prefix: string
    random: Random
}

type Row = { result: FoundRow }
type Rows = { result: FoundRow[] }

/** A client's actions on its own records, one request at a time. */
export class RecordActions {
    private readonly own: RecordEntry[] = []
    private values = 0

    constructor(private readonly parts: RecordActionsOptions) {}

    /** Creates a record. */
    async create(): Promise<void> {
        const { soak, instance, user, session, prefix } = this.parts
        const marker = `${prefix}${this.own.length + 1};`
        const entry = soak.records.creating({
            table: user.table,
            marker,
            user: user.userName,
            value: this.nextValue(),
        })
        const answer = await session.call<Row>(user.table, (token) =>
            instance.call(token, 'POST', PATHS[user.table], {
                short_description: marker,
                description: entry.value,
            })
        )
        this.own.push(entry)
        if (!answer) {
            entry.state = this.outcome()
            return
        }
        soak.tally.add('writes')
        entry.state = 'acknowledged'
        const { sys_id: sysId, sys_created_by: createdBy } = answer.body?.result ?? {}
        entry.sysId = sysId ?? ''
        if (createdBy !== user.userName) soak.tally.lost('a record was created as another user')
    }

    /** Changes a record. */
    async update(): Promise<void> {
        const { soak, instance, user, session } = this.parts
        const entry = this.anyAcknowledged()
        if (!entry) return this.create()
        const value = this.nextValue()
        const path = `${PATHS[user.table]}/${entry.sysId}`
        const change = { description: value }
        const answer = await session.call<Row>(
            user.table,
            (token) => instance.call(token, 'PATCH', path, change),
            path
        )
        soak.records.updated(entry, value, answer ? 'acknowledged' : this.outcome())
        if (answer) soak.tally.add('writes')
        if (answer && answer.body?.result.description !== value) {
            soak.tally.lost('an update returned another value')
        }
    }

    /** Reads a record back. */
    async read(): Promise<void> {
        const { soak, instance, user, session } = this.parts
        const entry = this.anyAcknowledged()
        if (!entry) return this.create()
        const path = `${PATHS[user.table]}/${entry.sysId}`
        const answer = await session.call<Row>(user.table, (token) => instance.call(token, 'GET', path), path)
        if (!answer) return
        soak.tally.add('queries')
        const { short_description: marker, description } = answer.body?.result ?? {}
        const isRight = description === entry.value || entry.doubts.includes(description ?? '')
        if (marker !== entry.marker || !isRight) soak.tally.lost('a record was read back with another value')
    }

    /** Lists the client's records. */
    async list(): Promise<void> {
        const { soak, instance, user, session, prefix } = this.parts
        const query = encodeURIComponent(`short_descriptionSTARTSWITH${prefix}^ORDERBYDESCsys_created_on`)
        const fields = 'sys_id,short_description,sys_created_by'
        const path = `${PATHS[user.table]}?sysparm_limit=50&sysparm_fields=${fields}&sysparm_query=${query}`
        const expected = this.own.filter(({ state }) => state === 'acknowledged').length
        const answer = await session.call<Rows>(user.table, (token) => instance.call(token, 'GET', path))
        if (!answer) return
        soak.tally.add('queries')
        const rows = answer.body?.result ?? []
        if (rows.length < Math.min(50, expected)) soak.tally.lost('a list lacks acknowledged records')
        if (rows.some((row) => !row.short_description.startsWith(prefix))) {
            soak.tally.lost('a list holds records of another client')
        }
    }

    /** Outcome of a refused write: without a response it may have been made. */
    private outcome(): RecordEntry['state'] {
        return this.parts.session.mayHaveHappened ? 'in doubt' : 'refused'
    }

    private anyAcknowledged(): RecordEntry | undefined {
        const [first, ...others] = this.own.filter(({ state }) => state === 'acknowledged')
        return first && this.parts.random.pick([first, ...others])
    }

    private nextValue(): string {
        this.values += 1
        return `value ${this.values}`
    }
}
