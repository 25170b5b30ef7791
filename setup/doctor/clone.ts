import { readCloneNote } from '../administration'
import { INSTANCE_ID } from '../properties'
import type { Context } from './context'

/** Whether the app runs on another instance than the one that it notes: a copy holds the tokens of the original. */
export function checkClone(context: Context): Promise<void> {
    const { client, instanceUrl, reading, report } = context
    return report.check(['instance_cloned'], async () => {
        const properties = await reading.properties()
        const here = properties.value(INSTANCE_ID)
        if (here === '' || (here === undefined && properties.hidden === 0)) {
            report.unknown('instance_cloned', `The instance has no ${INSTANCE_ID}, so nothing is compared.`)
            return
        }
        const note = await readCloneNote(client)
        if (note === null) {
            report.unknown('instance_cloned', 'This version of the app does not note its instance.')
        } else if (note.cloned) {
            report.found('instance_cloned', {
                message:
                    'This instance is a copy: the app was set up on another one. No token is refreshed and no notice is sent, so that the tokens of the original are not used up.',
                fix: `If this instance has connections of its own: npx openfin-servicenow adopt --instance ${instanceUrl}`,
                evidence: { field: INSTANCE_ID, found: here ?? null, wanted: note.noted },
            })
        }
    })
}
