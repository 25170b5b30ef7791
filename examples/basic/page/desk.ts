import type { ServiceNowConnection } from 'openfin-servicenow-client'
import { byId } from './dom'
import { PAGE_SIZE, listIncidents, type Filter, type Incident } from './incidents'
import { incidentRow, loadingRows } from './rows'

/** The list with its filters and pages. */
export interface Desk {
    /** Loads the current page again; never rejects. */
    reload(): Promise<void>
    /** Shows the first page of all open incidents. */
    reset(): Promise<void>
}

/** Dependencies of the list. */
export interface DeskParts {
    connection: () => ServiceNowConnection
    /** Describes an error to the user; undefined if the page handles it elsewhere. */
    explain: (error: unknown) => string | undefined
    onOpen: (incident: Incident) => void
}

/** Debounce of the search, in milliseconds. */
const TYPING_MS = 250

/** Sets up the list. Only the latest load counts: it aborts an earlier one. */
export function createDesk({ connection, explain, onOpen }: DeskParts): Desk {
    const search = byId('search', HTMLInputElement)
    const state = byId('state', HTMLSelectElement)
    const priority = byId('priority', HTMLSelectElement)
    const filters = byId('filters', HTMLFormElement)
    const list = byId('list', HTMLDivElement)
    const table = byId('table', HTMLTableElement)
    const rows = byId('rows', HTMLTableSectionElement)
    const empty = byId('empty', HTMLDivElement)
    const failed = byId('failed', HTMLDivElement)
    const pager = byId('pager', HTMLElement)
    const [previous, next] = [byId('previous', HTMLButtonElement), byId('next', HTMLButtonElement)]
    let offset = 0
    let running = new AbortController()
    let typing: ReturnType<typeof setTimeout> | undefined

    const filter = (): Filter => ({
        text: search.value.trim(),
        state: state.value,
        priority: priority.value,
    })

    /** Shows rows, or a placeholder. */
    function showRows(...shown: HTMLTableRowElement[]): void {
        rows.replaceChildren(...shown)
        table.hidden = shown.length === 0
    }

    async function load(): Promise<void> {
        running.abort()
        running = new AbortController()
        const { signal } = running
        empty.hidden = failed.hidden = true
        list.setAttribute('aria-busy', 'true')
        if (!rows.querySelector('tr')) showRows(...loadingRows(PAGE_SIZE))
        try {
            const { incidents, total } = await listIncidents(connection(), filter(), { offset, signal })
            showRows(...incidents.map((incident) => incidentRow(incident, onOpen)))
            empty.hidden = incidents.length > 0
            showPosition(incidents.length, total)
        } catch (error) {
            if (signal.aborted) return
            showFailure(error)
        }
        list.setAttribute('aria-busy', 'false')
    }

    function showPosition(shown: number, total: number): void {
        pager.hidden = total === 0
        const range = shown === 0 ? 'None' : `${offset + 1}–${offset + shown}`
        byId('position', HTMLSpanElement).textContent = `${range} of ${total}`
        previous.disabled = offset === 0
        next.disabled = offset + PAGE_SIZE >= total
    }

    function showFailure(error: unknown): void {
        const why = explain(error)
        // If a banner explains the failure, keep the rows that were loaded before.
        if (why === undefined && rows.querySelector('tr:not(.bone)')) return
        showRows()
        pager.hidden = true
        byId('failed-why', HTMLParagraphElement).textContent = why ?? ''
        failed.hidden = false
    }

    function from(start: number): Promise<void> {
        clearTimeout(typing)
        offset = Math.max(0, start)
        return load()
    }

    async function turn(by: number): Promise<void> {
        await from(offset + by)
        // The button that was pressed may be disabled by now.
        if (document.activeElement === document.body) (by > 0 ? previous : next).focus()
    }

    filters.addEventListener('submit', (event) => {
        event.preventDefault()
        void from(0)
    })
    search.addEventListener('input', () => {
        clearTimeout(typing)
        typing = setTimeout(() => void from(0), TYPING_MS)
    })
    for (const choice of [state, priority]) choice.addEventListener('change', () => void from(0))
    previous.addEventListener('click', () => void turn(-PAGE_SIZE))
    next.addEventListener('click', () => void turn(PAGE_SIZE))
    byId('again', HTMLButtonElement).addEventListener('click', () => void load())
    byId('clear', HTMLButtonElement).addEventListener('click', () => {
        search.focus()
        state.value = ''
        search.value = ''
        priority.value = ''
        void from(0)
    })
    return {
        reload: load,
        reset() {
            showRows()
            filters.reset()
            return from(0)
        },
    }
}
