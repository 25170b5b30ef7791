import { OUTCOMES } from './outcomes'

/** What the table shows; part of the address, so that a view can be shared. */
export interface Filters {
    /** Null for all. */
    outcome: string | null
    /** From 1. */
    page: number
}

/** Filters of an address; what makes no sense counts as not given. */
export function readFilters(search: string): Filters {
    const parameters = new URLSearchParams(search)
    const outcome = parameters.get('outcome')
    const page = parameters.get('page') ?? ''
    return {
        outcome: OUTCOMES.find((one) => one === outcome) ?? null,
        page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    }
}

/** Puts filters into the address, and tells the platform's frame around the page where there is one. */
export function showInAddress({ outcome, page }: Filters): void {
    const parameters = new URLSearchParams({
        ...(outcome !== null && { outcome }),
        ...(page > 1 && { page: String(page) }),
    })
    const query = parameters.toString()
    const relativePath = window.location.pathname + (query && `?${query}`)
    window.history.pushState(null, '', relativePath)
    const { fireTop } = window.CustomEvent as unknown as { fireTop?: (name: string, detail: unknown) => void }
    if (window.self !== window.top) {
        fireTop?.('magellanNavigator.permalink.set', { relativePath, title: document.title })
    }
}
