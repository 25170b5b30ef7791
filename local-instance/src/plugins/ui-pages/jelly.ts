/** Values of the expressions in a page. */
export interface PageValues {
    /** The session's token: `window.g_ck`. */
    csrfToken: string
    language: string
    /** Changes whenever metadata changes, so that browsers do not use an outdated script. */
    flushTimestamp: string
    /** Looks up a message by scope and key. */
    message(scope: string, key: string): string
}

/** An expression that this instance does not support. */
export class JellyError extends Error {}

/**
 * Expands what `now-sdk build` writes into the HTML of a page: `$[…]` expressions, messages, and
 * `g:requires`. Only the expressions of the SDK's own template are supported (SDK
 * sdk-build-plugins/src/ui-page-plugin.ts), and no text is ever run as a script.
 *
 * @throws JellyError for any other expression
 */
export function renderJelly(html: string, values: PageValues): string {
    return html
        .replace(/<g:requires name="([\w./-]+)"\s*(?:\/>|><\/g:requires>)/g, '<script src="/$1"></script>')
        .replace(/<g2:client_script\b[^>]*?(?:\/>|><\/g2:client_script>)/g, '')
        .replace(/\$\{NS,JS:([^}]*)\}/g, (_, expression: string) =>
            escapeScript(messageOf(expression, values))
        )
        .replace(/\$\[([^\]]*)\]/g, (_, expression: string) => evaluate(expression.trim(), values))
}

function messageOf(expression: string, { message }: PageValues): string {
    const call =
        /^sn_i18n\.Message\.getMessage\("((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\)$/.exec(expression) ??
        unknown(expression)
    const [, scope = '', key = ''] = call
    return message(unescapeScript(scope), unescapeScript(key))
}

function evaluate(expression: string, values: PageValues): string {
    switch (expression) {
        case 'AMP':
            return '&'
        case 'gs.getSession().getSessionToken() || gs.getSessionToken()':
            return values.csrfToken
        case 'gs.getSession().getLanguage()':
            return values.language
        case 'UxFrameworkScriptables.getFlushTimestamp()':
        case 'sn_ui.PolarisUI.getThemeVariableCssCacheKey()':
            return values.flushTimestamp
        default:
            return unknown(expression)
    }
}

function unknown(expression: string): never {
    throw new JellyError(`The local instance does not know the expression ${expression.slice(0, 100)}`)
}

/** Value of a double-quoted string literal in XML text. */
function unescapeScript(text: string): string {
    return text.replace(/\\(.)/g, '$1').replace(/&amp;/g, '&')
}

/** Escapes text for a string literal in an inline script, so that it cannot end the literal or the script. */
function escapeScript(text: string): string {
    return text
        .replace(/[\\'"]/g, '\\$&')
        .replace(/\r?\n/g, '\\n')
        .replace(/</g, '\\x3c')
        .replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
}
