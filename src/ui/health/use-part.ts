import { useEffect, useRef, useState } from 'react'

/** A part of the page: what was read last, and whether reading goes on or failed. */
export interface Part<T> {
    /** Kept while it is read again, so that nothing jumps. */
    value: T | null
    error: unknown
    isLoading: boolean
}

/**
 * Reads a part of the page again whenever `key` changes. An answer that comes late, after a newer request, is dropped.
 */
export function usePart<T>(key: string, read: () => Promise<T>): Part<T> {
    const [part, setPart] = useState<Part<T>>({ value: null, error: null, isLoading: true })
    const latest = useRef(read)
    latest.current = read
    useEffect(() => {
        let isCurrent = true
        const settle = (next: Partial<Part<T>>) => {
            if (isCurrent) setPart((former) => ({ ...former, isLoading: false, ...next }))
        }
        setPart((former) => ({ ...former, isLoading: true }))
        latest.current().then(
            (value) => settle({ value, error: null }),
            (error: unknown) => settle({ error })
        )
        return () => {
            isCurrent = false
        }
    }, [key])
    return part
}
