import { createFinder, PREFIX } from '../open-routes/secret-finder'
import { formsOf, makeCanary } from './forms'

/** The secrets of a flow, and everything that can be read afterwards. */
export class SecretBook {
    /** Secrets by what they are. */
    readonly secrets = new Map<string, string>()
    /** Texts by place. */
    readonly texts: Record<string, string> = {}

    /** Makes a recognizable secret. */
    make(what: string): string {
        return this.know(what, makeCanary(what))
    }

    /** Notes a secret that a part of the product made. */
    know(what: string, value: string | null | undefined): string {
        if (!value) throw new Error(`There is no ${what}`)
        this.secrets.set(what, value)
        return value
    }

    /** A secret that was noted before. */
    of(what: string): string {
        const value = this.secrets.get(what)
        if (!value) throw new Error(`There is no ${what}`)
        return value
    }

    /** Searches a text for beginnings of the secrets, in any representation. */
    finder(): (text: string) => string[] {
        return createFinder([...this.secrets.values()].flatMap(formsOf))
    }

    /** The secrets that a text contains, in any representation. */
    finding(text: string): string[] {
        const found = new Set(this.finder()(text))
        const isThere = (value: string) => formsOf(value).some((form) => found.has(form.slice(0, PREFIX)))
        return [...this.secrets].filter(([, value]) => isThere(value)).map(([what]) => what)
    }
}
