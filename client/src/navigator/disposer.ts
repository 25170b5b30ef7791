/** Undoes what an attempt set up: each timer and listener of a navigator is registered with one. */
export interface Disposer {
    /** Remembers what to undo; undoes it at once where `dispose` has been called already. */
    defer(undo: () => void): void
    /** Listens until `dispose`. */
    listen<T extends Event>(target: EventTarget, type: string, listener: (event: T) => void): void
    /** Calls `task` every `ms` milliseconds until `dispose`. */
    poll(ms: number, task: () => void): void
    /** Undoes everything, latest first; a second call does nothing. */
    dispose(): void
}

/** A disposer with nothing to undo. */
export function createDisposer(): Disposer {
    let undos: (() => void)[] | undefined = []
    const defer = (undo: () => void) => {
        if (undos) undos.unshift(undo)
        else undo()
    }
    return {
        defer,
        listen<T extends Event>(target: EventTarget, type: string, listener: (event: T) => void) {
            target.addEventListener(type, listener as EventListener)
            defer(() => target.removeEventListener(type, listener as EventListener))
        },
        poll(ms, task) {
            const timer = setInterval(task, ms)
            defer(() => clearInterval(timer))
        },
        dispose() {
            const all = undos ?? []
            undos = undefined
            for (const undo of all) undo()
        },
    }
}
