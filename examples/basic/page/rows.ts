import { make } from './dom'
import type { Incident } from './incidents'

/** Appearance by state. */
const KINDS: Record<string, string> = { '1': 'new', '2': 'work', '3': 'hold' }

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Formats the instance's `2026-11-22 13:00:00`, in UTC, for the user's locale. */
export function wordMoment(value: string): string {
    const date = new Date(`${value.replace(' ', 'T')}Z`)
    return Number.isNaN(date.getTime()) ? value : WHEN.format(date)
}

/** A state as a pill. */
export function statePill({ state }: Incident): HTMLElement {
    return make('span', {
        class: 'pill',
        'data-kind': KINDS[state.value] ?? 'done',
        text: state.display_value,
    })
}

/** A priority with colour and name, so that colour is not the only cue. */
export function priorityMark({ priority }: Incident): HTMLElement {
    const text = priority.display_value.replace(/^\d - /, '')
    return make('span', { class: 'priority', 'data-level': priority.value, text })
}

/** A row of the list; all of it opens the incident. */
export function incidentRow(incident: Incident, onOpen: (incident: Incident) => void): HTMLTableRowElement {
    const button = make('button', {
        class: 'open',
        type: 'button',
        text: incident.short_description.display_value || 'Without a description',
        'data-id': incident.sys_id.value,
    })
    button.addEventListener('click', () => onOpen(incident))
    return make('tr', {
        role: 'row',
        children: [
            make('th', { role: 'rowheader', scope: 'row', text: incident.number.display_value }),
            make('td', { role: 'cell', class: 'text', children: [button] }),
            make('td', { role: 'cell', children: [statePill(incident)] }),
            make('td', { role: 'cell', children: [priorityMark(incident)] }),
            make('td', { role: 'cell', class: 'when', text: wordMoment(incident.sys_updated_on.value) }),
        ],
    })
}

/** Placeholder for rows that are being loaded. */
export function loadingRows(count: number): HTMLTableRowElement[] {
    return Array.from({ length: count }, () =>
        make('tr', {
            class: 'bone',
            'aria-hidden': 'true',
            children: Array.from({ length: 5 }, () => make('td', { children: [make('div')] })),
        })
    )
}
