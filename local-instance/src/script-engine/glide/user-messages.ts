/** A message for the user, added by `gs.addInfoMessage()` or `gs.addErrorMessage()`. */
export interface Message {
    type: 'info' | 'error'
    text: string
}

/** The messages of one transaction, from code of any scope. */
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
