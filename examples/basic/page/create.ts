import type { ServiceNowConnection } from 'openfin-servicenow-client'
import { byId, closeByButtons, say, whileBusy } from './dom'
import { createIncident } from './incidents'
import { notify } from './messages'

/** Dependencies of the dialog. */
export interface CreateParts {
    connection: () => ServiceNowConnection
    /** Describes an error to the user; undefined if the page handles it elsewhere. */
    explain: (error: unknown) => string | undefined
    onCreated: () => void
}

/** Sets up the dialog for a new incident. Keeps the input if the instance rejects it. */
export function createCreate({ connection, explain, onCreated }: CreateParts): void {
    const dialog = byId('create', HTMLDialogElement)
    const form = byId('create-form', HTMLFormElement)
    const problem = byId('create-problem', HTMLParagraphElement)
    const text = byId('create-text', HTMLInputElement)

    byId('new', HTMLButtonElement).addEventListener('click', () => {
        say(problem, '')
        dialog.showModal()
        text.focus()
    })
    closeByButtons(dialog)
    form.addEventListener('submit', (event) => {
        event.preventDefault()
        const draft = {
            short_description: text.value.trim(),
            description: byId('create-description', HTMLTextAreaElement).value.trim(),
            impact: byId('create-impact', HTMLSelectElement).value,
            urgency: byId('create-urgency', HTMLSelectElement).value,
        }
        void whileBusy(form, async () => {
            say(problem, '')
            try {
                const number = await createIncident(connection(), draft)
                form.reset()
                dialog.close()
                notify(`${number} created`)
                onCreated()
            } catch (error) {
                const why = explain(error)
                if (why === undefined) dialog.close()
                else say(problem, why)
            }
        })
    })
}
