import type { RunningInstance } from './running-instance'

/** Tables with human-readable records. */
const TABLES = [
    'syslog',
    'sys_email',
    'sysevent',
    'sys_properties',
    'x_opfi_openfin_token_status',
    'x_opfi_openfin_refresh_rule',
    'x_opfi_openfin_refresh_claim',
    'x_opfi_openfin_refresh_run',
    'x_opfi_openfin_refresh_attempt',
]

/** Where secrets were found, and the number of rows that were searched. */
export interface CanaryScan {
    found: string[]
    rows: number
}

/** Searches everything that users can read, including the log, for secrets, word by word. */
export function scanForSecrets(instance: RunningInstance, secrets: ReadonlySet<string>): CanaryScan {
    const known = new Set([...secrets].filter((secret) => secret.length >= 16))
    const found = new Set<string>()
    let rows = 0
    const look = (place: string, text: string) => {
        rows += 1
        // Secrets consist of these characters; a longer word may contain one.
        for (const [word] of text.matchAll(/[\w.~-]{16,}/g)) {
            if (known.has(word)) found.add(place)
            for (let at = 0; at + LENGTH <= word.length; at++)
                if (known.has(word.slice(at, at + LENGTH))) found.add(place)
        }
    }
    for (const table of TABLES) {
        if (!instance.store.dictionary.table(table)) continue
        for (const row of instance.store.query(table, {})) look(table, Object.values(row).join('\n'))
    }
    return { found: [...found], rows }
}

/** Length of the provider's tokens, in characters. */
const LENGTH = 43
