/** The element with this id. @throws if the page has no such element */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
    const element = document.getElementById(id)
    if (element instanceof kind) return element
    throw new Error(`the page has no ${kind.name} #${id}`)
}

/** Attributes of a new element by name; `text` is inserted as text, never as markup. */
export interface Parts {
    text?: string
    children?: (Node | string)[]
    [attribute: string]: string | (Node | string)[] | undefined
}

/** Creates an element. */
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

/** Shows a text in an element, or hides the element without one. */
export function say(element: HTMLElement, text: string): void {
    element.textContent = text
    element.hidden = text === ''
}

/** Closes a dialog by its buttons and by a click outside; Escape is built in. */
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

/** Disables a form's controls while work runs, so that nothing is submitted twice. */
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
