/** Cleans up after an attempt: each timer and listener of a navigator is registered with a disposer. */
export interface Disposer {
    /** Registers a cleanup; runs it at once if `dispose` has been called already. */
    defer(undo: () => void): void
    /** Adds an event listener until `dispose`. */
    listen<T extends Event>(target: EventTarget, type: string, listener: (event: T) => void): void
    /** Calls `task` every `ms` milliseconds until `dispose`. */
    poll(ms: number, task: () => void): void
    /** Runs the cleanups in reverse order; a second call does nothing. */
    dispose(): void
}

/** Creates a disposer without cleanups. */
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
