import type { PreparedWindow } from './navigator'

/**
 * Maximum time between a click and the opening of a window, in milliseconds. WebKit allows it in a timer of
 * less than a second that was set in the click's own task, but not in a later message, fetch or lock;
 * Chromium and Firefox allow it for about five seconds (HTML, "transient activation").
 */
const LATEST_MS = 900

/** Interval in which the need for the window is checked, in milliseconds. */
const STEP_MS = 50

/** A window that opens while the click still allows it. */
export interface WindowInTime {
    /**
     * The window, once it is needed.
     *
     * @throws AuthorizationError `popup_blocked`
     */
    needed(): Promise<PreparedWindow>
    /** Closes the window and prevents it from opening later. */
    close(): void
}

/**
 * Opens a window while the user's click still allows it: at once, as soon as it is needed, or at the end of
 * that time if the need is still unknown. Must be called in the click's own task.
 *
 * @param isNeeded whether the window is known to be needed
 * @throws AuthorizationError `popup_blocked` if it opens at once
 */
export function openInTime(open: () => PreparedWindow, isNeeded: boolean): WindowInTime {
    let isClosed = false
    let opened = isNeeded ? open() : undefined
    const turns: Promise<void>[] = []
    for (let ms = STEP_MS; !opened && ms <= LATEST_MS; ms += STEP_MS)
        turns.push(new Promise((resolve) => setTimeout(resolve, ms)))
    const later = (async () => {
        for (const turn of turns) {
            await turn
            if (isNeeded || isClosed) break
        }
        if (!isClosed) opened ??= open()
        return opened!
    })()
    // If the window is not needed, a blocked popup is not an error.
    later.catch(() => {})
    return {
        needed() {
            isNeeded = true
            return later
        },
        close() {
            isClosed = true
            opened?.close()
        },
    }
}
