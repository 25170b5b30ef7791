/** A page or a redirect. */
export interface Visit {
    url: string
    status: number
    headers: Headers
    /** Absolute URL of a redirect; empty if the response is not one. */
    location: string
    html: string
}

/** Headers that a browser sends with a same-origin form. */
const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin', origin: 'null' }

/** A minimal browser for sign-ins: cookies, forms, and single redirects. */
export class Browser {
    readonly cookies = new Map<string, string>()

    async open(url: string, headers: Record<string, string> = {}): Promise<Visit> {
        return this.send(url, { headers })
    }

    async post(url: string, form: Record<string, string>, headers: Record<string, string> = SAME_ORIGIN) {
        return this.send(url, {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
            body: new URLSearchParams(form).toString(),
        })
    }

    /** Follows redirects while they stay on the instance's pages. */
    async follow(visit: Visit, until: (location: string) => boolean = () => false): Promise<Visit> {
        let current = visit
        for (let hops = 0; current.location && !until(current.location); hops++) {
            if (hops > 8) throw new Error('too many redirects')
            current = await this.open(current.location)
        }
        return current
    }

    /** Sends the page's form with its hidden fields. */
    async submit(
        visit: Visit,
        values: Record<string, string>,
        headers?: Record<string, string>
    ): Promise<Visit> {
        const action = /<form[^>]*action="([^"]*)"/.exec(visit.html)?.[1]
        if (!action) throw new Error(`no form on ${visit.url} (${visit.status})`)
        return this.post(new URL(action, visit.url).href, { ...hiddenFields(visit.html), ...values }, headers)
    }

    private async send(url: string, init: RequestInit): Promise<Visit> {
        const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) }
        const response = await fetch(url, { ...init, headers, redirect: 'manual' })
        for (const line of response.headers.getSetCookie()) {
            const [pair = '', ...attributes] = line.split('; ')
            const [name = '', value = ''] = pair.split('=')
            if (attributes.some((one) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(one)))
                this.cookies.delete(name)
            else this.cookies.set(name, value)
        }
        const location = response.headers.get('location')
        return {
            url,
            status: response.status,
            headers: response.headers,
            location: location ? new URL(location, url).href : '',
            html: await response.text(),
        }
    }
}

/** Names and values of a page's hidden fields. */
export function hiddenFields(html: string): Record<string, string> {
    const fields: Record<string, string> = {}
    for (const [tag] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
        const name = /name="([^"]*)"/.exec(tag)?.[1]
        if (name) fields[name] = decode(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
    }
    return fields
}

/** Decoded attribute value of the instance's pages. */
function decode(text: string): string {
    const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
    return text.replace(/&(lt|gt|quot|#39|amp);/g, (_entity, name: string) => entities[name] as string)
}
