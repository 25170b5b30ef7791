import { GlideRecord } from './glide-record'
import { toText } from '../values'

/** `action` of a UI action's script (DOCS ActionAPIBoth); without getGlideURI(), since there is no page it could tell of. */
export class Action {
    #redirect: string | null = null
    #return: string | null = null
    readonly #parameters: Record<string, string> = { __proto__: null } as never

    /** A GlideRecord leads to its form. */
    setRedirectURL(url: unknown): void {
        this.#redirect = addressOf(url)
    }

    openGlideRecord(record: unknown): void {
        this.#redirect = addressOf(record)
    }

    setReturnURL(url: unknown): void {
        this.#return = addressOf(url)
    }

    getReturnURL(): string | null {
        return this.#return
    }

    setURLParameter(name: unknown, value: unknown): void {
        this.#parameters[toText(name)] = toText(value)
    }

    getURLParameter(name: unknown): string | null {
        return this.#parameters[toText(name)] ?? null
    }

    /** There are no windows that could pop up. */
    setNoPop(_noPop: unknown): void {}

    /** @internal */
    static redirectOf(action: Action): string | null {
        return action.#redirect
    }
}

/** Where the user is to go next; null if the script does not say. */
export const { redirectOf } = Action
// Scripts can reach the class.
Reflect.deleteProperty(Action, 'redirectOf')

function addressOf(target: unknown): string | null {
    if (target instanceof GlideRecord) return target.getLink(true)
    return toText(target) || null
}
