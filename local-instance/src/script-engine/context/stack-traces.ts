/** The parts of V8's CallSite that a stack trace uses. */
interface CallSite {
    getFileName(): unknown
    getFunctionName(): unknown
    getLineNumber(): unknown
    getColumnNumber(): unknown
}

/**
 * Limits `error.stack` to scripts, without files of the host, and prevents scripts from installing their own
 * hook: entries created while the host runs would be objects of the host's realm.
 *
 * @param isScript Whether a file name is that of a script.
 */
export function installStackTraces(isScript: (file: string) => boolean): void {
    const format = (error: unknown, sites: readonly CallSite[]): string => {
        let text: string
        try {
            text = `${error as string}`
        } catch {
            text = 'Error'
        }
        for (let index = 0; index < sites.length; index++) {
            const site = sites[index] as CallSite
            const file = site.getFileName()
            if (typeof file !== 'string' || !isScript(file)) continue
            const name = site.getFunctionName()
            const place = `${file}:${site.getLineNumber() as number}:${site.getColumnNumber() as number}`
            text += typeof name === 'string' && name ? `\n    at ${name} (${place})` : `\n    at ${place}`
        }
        return text
    }
    Object.defineProperty(Error, 'prepareStackTrace', { value: format, writable: false, configurable: false })
    // Entries of the runtime library count towards the limit, but are not shown.
    Error.stackTraceLimit = 40
    // Node looks up `Error.prepareStackTrace` on the context's global, so the global must not change.
    Object.defineProperty(globalThis, 'Error', { value: Error, writable: false, configurable: false })
}
