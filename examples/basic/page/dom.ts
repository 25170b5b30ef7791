/** The element with this id. @throws where the page has none of this kind */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
    const element = document.getElementById(id)
    if (element instanceof kind) return element
    throw new Error(`the page has no ${kind.name} #${id}`)
}

/** What an element is made with: attributes by name; `text` is put in as text, never as markup. */
export interface Parts {
    text?: string
    children?: (Node | string)[]
    [attribute: string]: string | (Node | string)[] | undefined
}

/** Makes an element. */
export function make<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    { text, children = [], ...attributes }: Parts = {}
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'string') element.setAttribute(name, value)
    }
    if (text !== undefined) element.textContent = text
    element.append(...children)
    return element
}

/** Shows a text in an element that is hidden without one. */
export function say(element: HTMLElement, text: string): void {
    element.textContent = text
    element.hidden = text === ''
}

/** Closes a dialog by its own buttons, and by a click beside it; Escape does it by itself. */
export function closeByButtons(dialog: HTMLDialogElement): void {
    for (const button of dialog.querySelectorAll('[data-close]')) {
        button.addEventListener('click', () => dialog.close())
    }
    dialog.addEventListener('pointerdown', (event) => {
        if (event.target !== dialog) return
        const { left, right, top, bottom } = dialog.getBoundingClientRect()
        const { clientX: x, clientY: y } = event
        if (x < left || x > right || y < top || y > bottom) dialog.close()
    })
}

/** Runs work while a form's controls are out of order, so that nothing is sent twice. */
export async function whileBusy(form: HTMLFormElement, work: () => Promise<void>): Promise<void> {
    const controls = [...form.elements].filter((one) => one instanceof HTMLButtonElement)
    for (const control of controls) control.disabled = true
    form.setAttribute('aria-busy', 'true')
    try {
        await work()
    } finally {
        form.removeAttribute('aria-busy')
        for (const control of controls) control.disabled = false
    }
}
