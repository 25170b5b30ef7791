import { readCloneNote } from '../administration'
import type { Context } from './context'

/**
 * Whether the app runs on an instance other than the recorded one: a clone holds the tokens of the original.
 */
export function checkClone({ client, instanceUrl, report }: Context): Promise<void> {
    return report.check(['instance_cloned'], async () => {
        const note = await readCloneNote(client)
        if (note === null) {
            report.unknown('instance_cloned', 'This version of the app does not record its instance.')
        } else if (note.instance === null) {
            report.unknown('instance_cloned', 'The instance has no instance_id, so nothing is compared.')
        } else if (note.cloned) {
            report.found('instance_cloned', {
                message:
                    'This instance is a copy: the app was set up on another one. No tokens are refreshed and no notifications are sent, so that the tokens of the original stay valid.',
                fix: `If this instance has connections of its own: npx openfin-servicenow adopt --instance ${instanceUrl}`,
                evidence: { field: 'instance_id', found: note.instance, wanted: note.noted },
            })
        }
    })
}
