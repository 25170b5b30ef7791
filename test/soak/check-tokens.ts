import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { exchange } from './exchange'
import { codeOf, inWords } from './explain'
import type { Soak } from './soak'
import type { TokenEntry } from './token-ledger'
import type { SoakUser } from './users'

/** Number of tokens tried. */
export interface CheckedTokens {
    live: number
    dead: number
}

/** Tries every token once more: valid ones must work, for their own user, and the others must be rejected. */
export async function checkTokens(soak: Soak, users: SoakUser[]): Promise<CheckedTokens> {
    const instance = new InstanceClient(soak.process.url, OPENFIN_CLIENT_ID)
    const checked: CheckedTokens = { live: 0, dead: 0 }
    for (const entry of soak.tokens.all()) {
        const answer = await use(soak, instance, entry)
        const expected = soak.tokens.expectation(entry, answer)
        if (expected === 'either') continue
        checked[expected === 'works' ? 'live' : 'dead'] += 1
        const refusal = entry.type === 'access_token' ? answer.status === 401 : isInvalidGrant(answer)
        if (answer.status === 200 && expected === 'refused') soak.tally.lost(`an ended ${entry.type} worked`)
        else if (answer.status !== 200 && !refusal) soak.tally.lost(`a token got ${inWords(answer)}`)
        else if (answer.status !== 200 && expected === 'works') {
            soak.tally.lost(`a ${entry.type} that holds was refused after the last kill`)
        }
        const owner = ownerOf(answer.body)
        if (owner && owner !== users.find(({ userName }) => userName === entry.user)?.sysId) {
            soak.tally.lost('a token is another user’s')
        }
    }
    return checked
}

function use({ time }: Soak, instance: InstanceClient, { text, type }: TokenEntry) {
    return exchange<unknown>(time, () =>
        type === 'access_token' ? instance.userInfo(text) : instance.renew(text)
    )
}

function isInvalidGrant({ status, body }: { status: number; body?: unknown }): boolean {
    return status === 400 && codeOf(body) === 'invalid_grant'
}

function ownerOf(body: unknown): string | undefined {
    return (body as { result?: { sys_id?: string } } | undefined)?.result?.sys_id
}
