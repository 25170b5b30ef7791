import type { PreparedWindow } from './navigator'

/**
 * How long after a click a page may still open a window, in milliseconds. WebKit allows it in a timer of less than a
 * second that was set in the click's own task, and in no later message, fetch or lock; Chromium and Firefox allow it for
 * about five seconds (HTML, "transient activation").
 */
const LATEST_MS = 900

/** How often it is looked whether the window is needed, in milliseconds. */
const STEP_MS = 50

/** A window that is opened in time. */
export interface WindowInTime {
    /**
     * The window, now that it is needed.
     *
     * @throws AuthorizationError `popup_blocked`
     */
    needed(): Promise<PreparedWindow>
    /** Closes the window, and opens none any more. */
    close(): void
}

/**
 * Opens a window while the user's click still counts: at once, or as soon as it is needed; where that is not known in
 * time, it is opened all the same. Called in the click's own task.
 *
 * @param isNeeded whether it is needed for certain
 * @throws AuthorizationError `popup_blocked` where it is opened at once
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
    // Where the window turns out not to be needed, nobody waits for a refusal.
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
