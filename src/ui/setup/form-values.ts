import { t } from 'sn-translate'
import { checkCallbackUrls, checkOrigins } from '../../../setup/addresses'
import type { Wanted } from '../../../setup/plan'
import { SetupError } from '../../../setup/setup-error'
import type { FormValues, PresentState } from './present-state'

/** What is wrong with a field; null if nothing is. */
export interface Problems {
    origins: string | null
    callbacks: string | null
}

/** Lines without the empty ones, and what stands around them. */
export function linesOf(text: string): string[] {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
}

/** Checks what was typed, line by line, and quotes the first line that is wrong. */
export function findProblems({ origins, callbacks }: FormValues): Problems {
    const isWrong = (check: (lines: string[]) => unknown) => (line: string) => {
        try {
            check([line])
            return false
        } catch (error) {
            if (error instanceof SetupError) return true
            throw error
        }
    }
    const origin = linesOf(origins).find(isWrong(checkOrigins))
    const callback = linesOf(callbacks).find(isWrong(checkCallbackUrls))
    return {
        origins:
            linesOf(origins).length === 0
                ? t('Enter the origin of at least one app.')
                : (origin ?? null) &&
                  t(
                      '“%1” is not an origin. Enter scheme and host only, such as https://app.example; http is for localhost and 127.0.0.1 only, and wildcards are not allowed.',
                      origin ?? ''
                  ),
        callbacks:
            (callback ?? null) &&
            t(
                '“%1” is not a callback page. Enter a complete https URL without fragment, comma or wildcard; http is for localhost and 127.0.0.1 only.',
                callback ?? ''
            ),
    }
}

/** The state that the form asks for. Who may not read properties leaves the route as it is. */
export function wantedOf(values: FormValues, { knowsDirect }: PresentState): Wanted {
    return {
        origins: linesOf(values.origins),
        callbackUrls: linesOf(values.callbacks),
        apis: values.apis,
        ...(knowsDirect !== null && { route: values.route }),
    }
}

/** Why the direct route cannot be chosen; null if it can. */
export function directProblem({ origins }: FormValues, { knowsDirect }: PresentState): string | null {
    if (knowsDirect === null)
        return t('Your roles do not allow reading the system properties that this takes.')
    if (!knowsDirect) {
        return t(
            'This instance does not have the property glide.oauth.cors.allowed.origin, which came with Australia.'
        )
    }
    const count = new Set(linesOf(origins)).size
    return count > 1 ? t('The instance allows one origin only, and %1 are entered.', count) : null
}
