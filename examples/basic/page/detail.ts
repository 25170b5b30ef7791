import type { ServiceNowConnection } from 'openfin-servicenow-client'
import { byId, closeByButtons, make, say, whileBusy } from './dom'
import { addComment, closeIncident, isDone, readIncident, type Incident } from './incidents'
import { readJournal } from './journal'
import { notify } from './messages'
import { priorityMark, statePill, wordMoment } from './rows'

/** Dependencies of the panel. */
export interface DetailParts {
    connection: () => ServiceNowConnection
    /** Describes an error to the user; undefined if the page handles it elsewhere. */
    explain: (error: unknown) => string | undefined
    /** The incident was changed. */
    onChange: () => void
}

/** Sets up the panel of one incident: fields, comments, a new comment, closing. */
export function createDetail({ connection, explain, onChange }: DetailParts): (incident: Incident) => void {
    const dialog = byId('detail', HTMLDialogElement)
    const problem = byId('detail-problem', HTMLParagraphElement)
    const commentForm = byId('comment-form', HTMLFormElement)
    const comment = byId('comment', HTMLTextAreaElement)
    const closing = byId('closing', HTMLDetailsElement)
    const closeForm = byId('close-form', HTMLFormElement)
    const closeNotes = byId('close-notes', HTMLTextAreaElement)
    let sysId = ''

    function show(incident: Incident): void {
        byId('detail-number', HTMLParagraphElement).textContent = incident.number.display_value
        byId('detail-title', HTMLHeadingElement).textContent = incident.short_description.display_value
        const facts: [string, HTMLElement | string][] = [
            ['State', statePill(incident)],
            ['Priority', priorityMark(incident)],
            ['Caller', incident.caller_id.display_value || '–'],
            ['Assigned to', incident.assigned_to.display_value || 'Nobody yet'],
            ['Opened', wordMoment(incident.opened_at.value)],
            ['Description', incident.description.display_value || '–'],
        ]
        byId('facts', HTMLDListElement).replaceChildren(
            ...facts.flatMap(([name, value]) => [
                make('dt', { text: name }),
                make('dd', { children: [value] }),
            ])
        )
        const comments = readJournal(incident.comments.display_value).map(({ head, text }) =>
            make('li', { children: [make('small', { text: head }), text] })
        )
        const none = make('li', { class: 'none', text: 'No comments yet.' })
        byId('comments', HTMLOListElement).replaceChildren(...(comments.length > 0 ? comments : [none]))
        closing.hidden = isDone(incident)
    }

    /** Changes the incident that is shown, then reloads it. */
    function change(form: HTMLFormElement, work: (id: string) => Promise<void>, done: string): void {
        const id = sysId
        void whileBusy(form, async () => {
            say(problem, '')
            try {
                await work(id)
                notify(done)
                onChange()
                form.reset()
                const incident = await readIncident(connection(), id)
                if (id === sysId) show(incident)
            } catch (error) {
                fail(error)
            }
        })
    }

    function fail(error: unknown): void {
        const why = explain(error)
        if (why === undefined) dialog.close()
        else say(problem, why)
        problem.scrollIntoView({ block: 'nearest' })
    }

    closeByButtons(dialog)
    commentForm.addEventListener('submit', (event) => {
        event.preventDefault()
        const text = comment.value.trim()
        if (text) change(commentForm, (id) => addComment(connection(), id, text), 'Comment posted')
    })
    closeForm.addEventListener('submit', (event) => {
        event.preventDefault()
        const resolution = {
            close_code: byId('close-code', HTMLSelectElement).value,
            close_notes: closeNotes.value.trim(),
        }
        change(closeForm, (id) => closeIncident(connection(), id, resolution), 'Incident closed')
    })

    return (incident) => {
        sysId = incident.sys_id.value
        say(problem, '')
        commentForm.reset()
        closeForm.reset()
        closing.open = false
        show(incident)
        dialog.showModal()
        dialog.scrollTop = 0
    }
}
