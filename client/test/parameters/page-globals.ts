/** The globals of a page that the check of the options reads. */
export const page = globalThis as { document?: unknown; location?: unknown; origin?: unknown; fin?: unknown }

/** Runs each test of a file in a page of `https://app.example/desk/`. */
export function inPage(): void {
    beforeEach(() => {
        page.document = { baseURI: 'https://app.example/desk/index.html' }
        page.location = new URL('https://app.example/desk/index.html')
    })
    afterEach(() => {
        delete page.document
        delete page.location
        delete page.origin
        delete page.fin
    })
}
