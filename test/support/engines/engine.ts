/** The browser engines that the client runs in, by the browser that stands for each in the tests. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const

export type EngineName = (typeof ENGINES)[number]

/** A window of a browser, as far as tests of all engines use it. A page of Playwright is one. */
export interface EnginePage {
    /** Resolves once the page is loaded. */
    goto(url: string): Promise<unknown>
    /** Runs a function in the page; argument and result cross as JSON. Rejects as the function does. */
    evaluate<Result, Argument = undefined>(
        run: (argument: Argument) => Result | Promise<Result>,
        argument?: Argument
    ): Promise<Result>
    /** Clicks an element as a user does, as soon as it is there. */
    click(selector: string): Promise<unknown>
    /** Types into an element as a user does, as soon as it is there. */
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
    /** The window that `action` makes the page open. */
    popupOf(page: EnginePage, action: () => Promise<unknown>): Promise<EnginePage>
    /** How many windows there are beside the browser's first one. */
    windows(): Promise<number>
    /** Closes all windows but the first one. */
    reset(): Promise<void>
    /** Ends the browser and all that was started with it. */
    close(): Promise<void>
}
