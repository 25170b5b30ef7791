type Callback = (lock: Lock | null) => unknown
interface Request {
    name: string
    isShared: boolean
    grant(): void
}

/** Web Locks by the standard, as far as workers use them: exclusive, shared, and `ifAvailable`. */
export interface FakeLocks {
    request: LockManager['request']
    /** How each call fails, as in browsers with blocked site data; undefined: calls succeed. */
    refusal?: 'reject' | 'throw' | undefined
    /** Names of the held locks. */
    held(): string[]
}

export function createFakeLocks(): FakeLocks {
    const held = new Set<Request>()
    const queue: Request[] = []
    const isFree = ({ name, isShared }: Request) =>
        [...held].every((other) => other.name !== name || (isShared && other.isShared))
    const process = () => {
        const blocked = new Set<string>()
        for (const request of [...queue]) {
            if (!blocked.has(request.name) && isFree(request)) {
                queue.splice(queue.indexOf(request), 1)
                held.add(request)
                request.grant()
            } else blocked.add(request.name)
        }
    }
    const refused = () => {
        const error = new DOMException('Access to the Locks API is denied in this context.', 'SecurityError')
        if (locks.refusal === 'throw') throw error
        return locks.refusal && Promise.reject<never>(error)
    }
    const request = (name: string, ...rest: [Callback] | [LockOptions, Callback]): Promise<unknown> =>
        refused() ??
        new Promise((resolve, reject) => {
            const callback = rest[rest.length - 1] as Callback
            const { mode, ifAvailable } = rest.length > 1 ? (rest[0] as LockOptions) : {}
            const entry: Request = {
                name,
                isShared: mode === 'shared',
                grant: () =>
                    void Promise.resolve()
                        .then(() => callback({ name, mode: mode ?? 'exclusive' }))
                        .then(resolve, reject)
                        .finally(() => {
                            held.delete(entry)
                            process()
                        }),
            }
            if (ifAvailable && (!isFree(entry) || queue.some((other) => other.name === name))) {
                Promise.resolve(callback(null)).then(resolve, reject)
                return
            }
            queue.push(entry)
            process()
        })
    const locks: FakeLocks = {
        request: request as LockManager['request'],
        held: () => [...held].map(({ name }) => name).sort(),
    }
    return locks
}
