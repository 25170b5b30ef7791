import { Browser, type Visit } from '../../../examples/sign-in-flow/browser'

/** What a person does at the pages of an instance. */
export interface Person {
    userName?: string
    /** Button on each consent page, in their order; the last one from then on. Default: Allow. */
    choices?: readonly string[]
}

/**
 * Somebody with a browser: opens addresses in one session, signs in where asked to, and presses a button on each consent
 * page. Cookies stay for the next address.
 */
export function createPerson({ userName = 'abel.tuter', choices = ['Allow'] }: Person = {}) {
    const browser = new Browser()
    let consents = 0
    const settle = (visit: Visit) => browser.follow(visit, () => false)

    return {
        /** Number of consent pages so far. */
        consents: () => consents,
        /** Opens an address and goes on until a page without a form. */
        async open(url: string): Promise<Visit> {
            let visit = await settle(await browser.open(url))
            if (visit.html.includes('name="user_password"')) {
                const credentials = { user_name: userName, user_password: userName }
                visit = await settle(await browser.submit(visit, credentials))
            }
            while (visit.html.includes('>Allow</button>')) {
                const choice = choices[Math.min(consents, choices.length - 1)] as string
                consents++
                visit = await settle(await browser.submit(visit, {}, choice))
            }
            return visit
        },
    }
}
