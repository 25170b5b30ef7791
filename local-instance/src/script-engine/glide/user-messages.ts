/** A message for the user, as `gs.addInfoMessage()` and `gs.addErrorMessage()` leave it. */
export interface Message {
    type: 'info' | 'error'
    text: string
}

/** The messages of one transaction, whichever scope's code leaves them. */
export class Messages {
    readonly #list: Message[] = []

    add(type: Message['type'], text: string): void {
        this.#list[this.#list.length] = { type, text }
    }

    /** All of them, oldest first. */
    get all(): Message[] {
        return [...this.#list]
    }

    /** The texts of one type. */
    of(type: Message['type']): string[] {
        return this.#list.filter((message) => message.type === type).map(({ text }) => text)
    }
}
