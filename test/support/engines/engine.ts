/** The browser engines that the client runs in, by the browser that represents each in the tests. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const

export type EngineName = (typeof ENGINES)[number]

/** A window of a browser, as far as tests of all engines use it. A Playwright page satisfies it. */
export interface EnginePage {
    /** Resolves once the page is loaded. */
    goto(url: string): Promise<unknown>
    /** Runs a function in the page; argument and result are passed as JSON. Rejects if the function does. */
    evaluate<Result, Argument = undefined>(
        run: (argument: Argument) => Result | Promise<Result>,
        argument?: Argument
    ): Promise<Result>
    /** Clicks an element as a user does, as soon as it exists. */
    click(selector: string): Promise<unknown>
    /** Types into an element as a user does, as soon as it exists. */
    fill(selector: string, text: string): Promise<unknown>
    /** Closes the window as a user does. */
    close(): Promise<unknown>
    isClosed(): boolean | Promise<boolean>
}

/** A running browser. */
export interface Engine {
    name: EngineName
    version: string
    /** Opens an address in a window of its own. */
    open(url: string): Promise<EnginePage>
    /** The window that the page opens on `action`. */
    popupOf(page: EnginePage, action: () => Promise<unknown>): Promise<EnginePage>
    /** Number of windows besides the browser's first one. */
    windows(): Promise<number>
    /** Closes all windows except the first one. */
    reset(): Promise<void>
    /** Stops the browser and everything started with it. */
    close(): Promise<void>
}
