import type { ReactNode } from 'react'

/** How a notice looks; what it says must be understandable without. */
export type Tone = 'info' | 'success' | 'warning' | 'error'

/** A framed message. Put it into a live region if it appears later. */
export function Notice({ tone, children }: { tone: Tone; children: ReactNode }) {
    return <div className={`notice notice--${tone}`}>{children}</div>
}
