import type { Store } from './store/types'

/** Language of users who have not chosen one. */
export const DEFAULT_LANGUAGE = 'en'

/**
 * The language that a user has chosen (`sys_user.preferred_language`), which is also the session language.
 */
export function languageOf(store: Store, userId: string): string {
    return store.get('sys_user', userId)?.['preferred_language'] || DEFAULT_LANGUAGE
}

/**
 * Looks up messages of one scope: in the language, otherwise in English, otherwise the key itself (DOCS
 * t_AddAMessageRecord; the scope's own messages by `code`, as in records that `now-sdk build` emits).
 */
export function createMessages(store: Store, scope: string, language: string): (key: string) => string {
    const texts = new Map<string, string>()
    for (const wanted of new Set([DEFAULT_LANGUAGE, language])) {
        const rows = store.query('sys_ui_message', {
            query: `code=${scope}^language=${wanted}`,
            columns: ['key', 'message'],
        })
        for (const row of rows) if (row['message']) texts.set(row['key'] ?? '', row['message'])
    }
    return (key) => texts.get(key) ?? key
}
