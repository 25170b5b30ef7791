import { html, type Html } from './html'

/** The local instance's icon: a small rack with a light. */
export const INSTANCE_MARK: Html = html`<span class="mark" aria-hidden="true"
    ><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round">
        <rect x="3.5" y="4.5" width="17" height="6.5" rx="1.75" />
        <rect x="3.5" y="13" width="17" height="6.5" rx="1.75" />
        <path stroke-linecap="round" d="M7.25 7.75h.01M7.25 16.25h.01M11.5 7.75h5.25M11.5 16.25h5.25" /></svg
></span>`

/** Dots between two icons that are about to be connected. */
export const LINK_DOTS: Html = html`<svg
    class="link-dots"
    viewBox="0 0 28 4"
    fill="currentColor"
    aria-hidden="true"
>
    <circle cx="3" cy="2" r="1.75" />
    <circle cx="14" cy="2" r="1.75" />
    <circle cx="25" cy="2" r="1.75" />
</svg>`

/** Check mark in front of a list item. */
export const TICK: Html = html`<svg
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    aria-hidden="true"
>
    <path stroke-linecap="round" stroke-linejoin="round" d="m4.5 10.5 3.75 3.75 7.25-8" />
</svg>`

/**
 * The icon of a name: its logo if there is one, otherwise its first letter. `logo` must be a URL that may be
 * loaded.
 */
export function nameMark(name: string, logo?: string): Html {
    if (logo) return html`<span class="mark"><img src="${logo}" alt="" referrerpolicy="no-referrer" /></span>`
    const letter = [...name.trim()][0] ?? '?'
    return html`<span class="mark" aria-hidden="true">${letter.toLocaleUpperCase('en')}</span>`
}
