import { LOCKDOWN, OPEN_ROUTES } from '../../../../setup/properties'
import { SetupError } from '../../../../setup/setup-error'
import type { CheckName } from '../check-names'
import type { Context } from '../context'
import { CheckSkipped, hold } from '../results'
import { outcomeOf, type Answer } from '../wire'
import { NO_TOKEN, renew } from './session'

/** Attempts until a property has reached all nodes, and the time between them. */
const ATTEMPTS = 5
const PAUSE_MS = 1000

const NOT_ASKED = 'Not asked for: --off-switch closes the open routes for everybody for a moment.'

/** Both switches of the open routes, which are closed for everybody meanwhile. Only when asked for. */
export async function checkSwitches(context: Context): Promise<void> {
    const { findings, release } = context
    await checkSwitch(context, { check: 'off_switch', property: OPEN_ROUTES, closed: 'false' })
    const answer = await checkSwitch(context, { check: 'lockdown', property: LOCKDOWN, closed: 'true' })
    if (!answer) return
    const byApp = answer.error === 'temporarily_unavailable'
    const told = `On ${release ?? 'an unknown release'} the ${byApp ? 'route' : 'platform'} enforces the lockdown (${outcomeOf(answer)}).`
    for (const id of ['F-APP-10', 'F-REST-12'] as const) {
        if (release === null) findings.note(id, 'unknown', told)
        else findings.judge(id, byApp === !['australia', 'brazil'].includes(release), told)
    }
}

async function checkSwitch(
    context: Context,
    { check, property: name, closed }: { check: CheckName; property: string; closed: string }
): Promise<Answer | null> {
    const { results, route, properties } = context
    let answer: Answer | null = null
    await results.run(check, async () => {
        if (!context.extras.offSwitch) throw new CheckSkipped(NOT_ASKED)
        if (route.name !== 'proxy') throw new CheckSkipped('The open routes are not in use.')
        const property = properties.get(name)
        if (!property) throw new CheckSkipped(`The property ${name} is not visible.`)
        const reopen = await close(context, { name, ...property, closed })
        try {
            answer = await until(context, ({ status }) => status === 403)
            hold(answer.status === 403, `With ${name} ${closed} the route answers ${outcomeOf(answer)}.`)
        } finally {
            await reopen()
        }
        const again = await until(context, ({ error }) => error === 'invalid_grant')
        hold(
            again.error === 'invalid_grant',
            `After ${name} was set back the route answers ${outcomeOf(again)}.`
        )
        return `With ${name} ${closed} the route is closed (403), and open again afterwards.`
    })
    return answer
}

/** @returns sets the property back, as Ctrl+C does by the undo list */
async function close(
    { writing, undo }: Context,
    { name, sysId, value, closed }: { name: string; sysId: string; value: string; closed: string }
): Promise<() => Promise<void>> {
    const setBack = async () => {
        const stored = await writing.update('sys_properties', sysId, { value })
        if (stored['value'] !== value) throw new SetupError('not_stored', 'It has another value.')
    }
    undo.add(
        () => ({ table: 'sys_properties', sysId, what: `Set the property ${name} back to ${value}.` }),
        setBack
    )
    await writing.update('sys_properties', sysId, { value: closed })
    return setBack
}

async function until(context: Context, holds: (answer: Answer) => boolean): Promise<Answer> {
    const ask = () => renew(context, NO_TOKEN)
    let answer = await ask()
    for (let attempt = 1; attempt < ATTEMPTS && !holds(answer); attempt++) {
        await context.pause(PAUSE_MS)
        answer = await ask()
    }
    return answer
}
