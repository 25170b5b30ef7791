import confirm from '@inquirer/confirm'
import { adoptInstance, readCloneNote } from '../../../setup/administration'
import { createInstanceClient } from '../../../setup/instance-client'
import { Failure } from '../failure'
import type { Io } from '../io'
import type { CommonOptions } from '../options'
import { runCommand } from '../run-command'

/** Options of `adopt`, as given. */
export interface AdoptCommandOptions extends CommonOptions {
    yes?: boolean
}

/** `openfin-servicenow adopt`: a copied instance has connections of its own from now on. */
export function adoptCommand(io: Io, options: AdoptCommandOptions) {
    return runCommand(io, options, {
        async run({ instanceUrl, client, json }) {
            const instance = createInstanceClient(instanceUrl, client)
            const show = (text: string) => (json ? undefined : io.print(text))
            const document = { ok: true, instance: instanceUrl }
            const note = await readCloneNote(instance)
            if (!note) throw unsupported()
            if (note.noted !== null && !note.cloned) {
                show('The app already runs on the instance that it notes. Nothing to change.')
                return { exitStatus: 0, document }
            }
            await approve(io, options.yes ?? false, instanceUrl)
            const { authorization } = client
            const adopted = await adoptInstance(createInstanceClient(instanceUrl, { authorization }))
            if (!adopted) throw unsupported()
            if (adopted.cloned) {
                throw new Failure('not_stored', 'The app still takes this instance for a copy.', 1)
            }
            show('Done. The app looks at all tokens again, and refreshes those that are due.')
            return { exitStatus: 0, document }
        },
    })
}

function unsupported(): Failure {
    return new Failure(
        'not_supported',
        'The version of the app on this instance does not record which instance it runs on.'
    )
}

async function approve(io: Io, yes: boolean, instanceUrl: string): Promise<void> {
    if (yes) return
    if (!io.isTerminal) {
        throw new Failure('confirmation_required', 'No terminal to ask for confirmation. Add --yes to adopt.')
    }
    const message = `Does ${instanceUrl} have connections of its own, so that refreshing its tokens harms no other instance?`
    const context = { output: process.stderr, signal: io.signal }
    if (await confirm({ message, default: false }, context)) return
    throw new Failure('declined', 'Nothing was changed.')
}
