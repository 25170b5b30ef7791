import { GlideRecord } from './glide-record'
import { toText } from '../values'

/** `action` of a UI action's script (DOCS ActionAPIBoth); without getGlideURI(), since there is no page. */
export class Action {
    #redirect: string | null = null
    #return: string | null = null
    readonly #parameters: Record<string, string> = { __proto__: null } as never

    /** A GlideRecord redirects to its form. */
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

    /** The local instance has no popup windows. */
    setNoPop(_noPop: unknown): void {}

    /** @internal */
    static redirectOf(action: Action): string | null {
        return action.#redirect
    }
}

/** Target of the redirect; null if the script sets none. */
export const { redirectOf } = Action
// Scripts can reach the class through an instance.
Reflect.deleteProperty(Action, 'redirectOf')

function addressOf(target: unknown): string | null {
    if (target instanceof GlideRecord) return target.getLink(true)
    return toText(target) || null
}
