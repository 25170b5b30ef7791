/** Resources that a page still holds: timers, listeners and channels, by kind. */
export type Held = Record<string, number>

/**
 * Counts resources that a page creates and releases. Runs in the page before any other script.
 * `window.held()` returns the counts that are not zero; timeouts that have run do not count.
 */
export function countHeld(): void {
    const counts = new Map<string, Set<unknown>>()
    const live = (kind: string) => counts.get(kind) ?? counts.set(kind, new Set()).get(kind)!

    for (const [kind, set, clear] of [
        ['interval', 'setInterval', 'clearInterval'],
        ['timeout', 'setTimeout', 'clearTimeout'],
    ] as const) {
        const { [set]: realSet, [clear]: realClear } = window
        window[set] = ((run: () => void, ms: number) => {
            const id = realSet(() => {
                if (kind === 'timeout') live(kind).delete(id)
                run()
            }, ms)
            live(kind).add(id)
            return id
        }) as typeof realSet & typeof window.setTimeout
        window[clear] = (id) => {
            live(kind).delete(id)
            realClear(id)
        }
    }

    const { addEventListener, removeEventListener } = EventTarget.prototype
    const keys = new WeakMap<object, Map<string, object>>()
    const keyOf = (listener: object, type: string, target: EventTarget) => {
        const byName = keys.get(listener) ?? keys.set(listener, new Map()).get(listener)!
        const name = `${type} ${target === window ? 'window' : target.constructor.name}`
        return byName.get(name) ?? byName.set(name, {}).get(name)!
    }
    const kindOf = (type: string, target: EventTarget) =>
        `${type} of ${target === window ? 'window' : target.constructor.name}`
    EventTarget.prototype.addEventListener = function (type, listener, options) {
        const [kind, key] = [kindOf(type, this ?? window), keyOf(listener ?? {}, type, this ?? window)]
        if (listener) live(kind).add(key)
        const { signal } = Object(options) as AddEventListenerOptions
        if (signal) addEventListener.call(signal, 'abort', () => live(kind).delete(key))
        return addEventListener.call(this ?? window, type, listener, options)
    }
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
        if (listener) live(kindOf(type, this ?? window)).delete(keyOf(listener, type, this ?? window))
        return removeEventListener.call(this ?? window, type, listener, options)
    }

    const Real = BroadcastChannel
    window.BroadcastChannel = class extends Real {
        constructor(name: string) {
            super(name)
            live('channel').add(this)
        }
        override close() {
            live('channel').delete(this)
            super.close()
        }
    }
    Object.assign(window, {
        held: () =>
            Object.fromEntries(
                [...counts].map(([kind, set]) => [kind, set.size] as const).filter(([, size]) => size > 0)
            ),
    })
}
