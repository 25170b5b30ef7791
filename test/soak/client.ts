import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { RecordActions } from './record-actions'
import { Session } from './session'
import type { Random } from './random'
import type { Soak } from './soak'
import type { SoakUser } from './users'

/** Weights of a client's actions while it is signed in. */
const ACTIONS = {
    list: 20,
    read: 20,
    create: 20,
    update: 20,
    userInfo: 8,
    renew: 8,
    useDeadToken: 2,
    revokeAccess: 2,
    revokeAll: 2,
}

/** Pause between two steps, in ms. */
const THINK = { min: 100, max: 700 }

/** An app of one user that signs in, calls APIs, renews and revokes, sequentially, until the load ends. */
export class SoakClient {
    private readonly session: Session
    private readonly records: RecordActions
    private readonly random: Random

    constructor(
        private readonly soak: Soak,
        { number, user, random }: { number: number; user: SoakUser; random: Random }
    ) {
        this.random = random
        const instance = new InstanceClient(soak.process.url, OPENFIN_CLIENT_ID)
        this.session = new Session(soak, instance, user)
        const prefix = `soak ${soak.name} client ${number}.`
        this.records = new RecordActions({ soak, instance, user, session: this.session, prefix, random })
    }

    /** Runs until the load ends. */
    async run(): Promise<void> {
        const { gate, process } = this.soak
        do {
            await gate.pause(this.random.whole(THINK.min, THINK.max))
            await process.up()
        } while (await gate.pass(() => this.step()))
    }

    private async step(): Promise<void> {
        const { session, records } = this
        if (!session.isSignedIn) return session.signIn()
        switch (this.random.weighted(ACTIONS)) {
            case 'list':
                return records.list()
            case 'read':
                return records.read()
            case 'create':
                return records.create()
            case 'update':
                return records.update()
            case 'userInfo':
                return session.checkUser()
            case 'renew':
                return session.renew()
            case 'useDeadToken':
                return session.useDeadToken()
            case 'revokeAccess':
                return session.revokeAccess()
            case 'revokeAll':
                return session.revokeAll()
        }
    }
}
