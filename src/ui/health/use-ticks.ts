import { useEffect, useRef, useState } from 'react'

const EVERY_MS = 30_000

/**
 * A number that grows every 30 s while the page is visible, when it becomes visible again after longer than that, and
 * when `refresh` is called.
 */
export function useTicks(): { tick: number; refresh: () => void } {
    const [tick, setTick] = useState(0)
    const last = useRef(Date.now())
    const refresh = () => {
        last.current = Date.now()
        setTick((one) => one + 1)
    }
    const latest = useRef(refresh)
    latest.current = refresh
    useEffect(() => {
        const look = () => {
            const isDue = Date.now() - last.current >= EVERY_MS
            if (isDue && document.visibilityState === 'visible') latest.current()
        }
        const timer = window.setInterval(look, 1000)
        document.addEventListener('visibilitychange', look)
        return () => {
            window.clearInterval(timer)
            document.removeEventListener('visibilitychange', look)
        }
    }, [])
    return { tick, refresh }
}
