import { parse } from 'node-html-parser'
import { CookieJar } from 'tough-cookie'

/** A loaded page, or a redirect. */
export interface Visit {
    url: string
    status: number
    /** Target of the redirect, absolute; null if the response is not a redirect. */
    location: string | null
    html: string
}

/** A minimal browser for a sign-in over plain HTTP: cookies, single redirects, and forms. */
export class Browser {
    private readonly cookies = new CookieJar()

    /** Loads a URL without following redirects. */
    async open(url: string, form?: Record<string, string>): Promise<Visit> {
        const response = await fetch(url, {
            method: form ? 'POST' : 'GET',
            redirect: 'manual',
            headers: {
                cookie: await this.cookies.getCookieString(url),
                ...(form && {
                    origin: new URL(url).origin,
                    'content-type': 'application/x-www-form-urlencoded',
                }),
            },
            ...(form && { body: new URLSearchParams(form).toString() }),
        })
        for (const cookie of response.headers.getSetCookie()) await this.cookies.setCookie(cookie, url)
        const location = response.headers.get('location')
        return {
            url,
            status: response.status,
            location: location ? new URL(location, url).href : null,
            html: await response.text(),
        }
    }

    /** Follows redirects within the origin of `visit` until a page, or a redirect that `stopAt` recognises. */
    async follow(visit: Visit, stopAt: (location: string) => boolean): Promise<Visit> {
        let current = visit
        for (let hops = 0; current.location && !stopAt(current.location); hops++) {
            if (hops === 10) throw new Error(`too many redirects at ${new URL(current.url).pathname}`)
            current = await this.open(current.location)
        }
        return current
    }

    /** Fills in and submits the page's form; `press` is the label of the button. */
    async submit(visit: Visit, values: Record<string, string>, press?: string): Promise<Visit> {
        const form = parse(visit.html).querySelector('form')
        if (!form) throw new Error(`no form on ${new URL(visit.url).pathname} (status ${visit.status})`)
        const fields: Record<string, string> = {}
        for (const input of form.querySelectorAll('input[name]')) {
            fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
        }
        if (press) {
            const button = form.querySelectorAll('button').find((one) => one.text.trim() === press)
            if (!button) throw new Error(`no button "${press}" on ${new URL(visit.url).pathname}`)
            const name = button.getAttribute('name')
            if (name) fields[name] = button.getAttribute('value') ?? ''
        }
        const action = new URL(form.getAttribute('action') || visit.url, visit.url).href
        return this.open(action, { ...fields, ...values })
    }
}
