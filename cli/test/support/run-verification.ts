import { verify, type Outcome, type VerificationOptions } from '../../src/verify/verification'
import type { DeployedInstance } from '../../../test/support/deployed-instance'
import { createPerson } from './person'

/** What is needed of an instance. */
type Instance = Pick<DeployedInstance, 'url' | 'clock'> & { authorization(): Promise<string> }

/** A run in this process, with a person who signs in; waiting moves the instance's clock instead. */
export async function runVerification(
    instance: Instance,
    options: Partial<VerificationOptions> & { person?: ReturnType<typeof createPerson> } = {}
): Promise<Outcome & { opened: string[]; shown: string[]; secrets: string[] }> {
    const { person = createPerson(), ...rest } = options
    const [opened, shown, secrets] = [[], [], []] as [string[], string[], string[]]
    const outcome = await verify({
        instanceUrl: instance.url,
        client: { authorization: await instance.authorization(), signal: new AbortController().signal },
        ...{ slow: false, offSwitch: false, outbound: false, patienceMs: 20_000 },
        async open(url) {
            opened.push(url)
            const visit = person.open(url).catch(() => undefined)
            // The instance itself answers this one, and the run asks it until it is done.
            if (url.includes('/oauth_initiator.do')) await visit
        },
        note: (text) => void shown.push(text),
        hide: (secret) => void secrets.push(secret),
        onPlan: (lines) => void shown.push(...lines),
        onResult: ({ name, status, reason }) => void shown.push(`${name} ${status} ${reason}`),
        onUndo: () => undefined,
        pause: async (ms) => instance.clock.advance(ms),
        rest: async () => undefined,
        ...rest,
    })
    return { ...outcome, opened, shown, secrets }
}
