/** Removes Web Locks, or blocks them as Chromium does when site data is blocked. */
export const withoutLocks = (how: string): string =>
    how === 'is missing'
        ? 'delete (self.Navigator ?? self.WorkerNavigator).prototype.locks\n'
        : `for (const name of ['request', 'query']) LockManager.prototype[name] = () => {
    const error = new DOMException('Access to the Locks API is denied in this context.', 'SecurityError')
    ${how === 'throws' ? 'throw error' : 'return Promise.reject(error)'}
};
`

/** Runs in the page: a lock is released only once the shared worker that was started under it has failed. */
export function releaseLocksLate(): void {
    let failure: Promise<unknown> | undefined
    const { SharedWorker } = window
    window.SharedWorker = class extends SharedWorker {
        constructor(url: string | URL, options?: string | WorkerOptions) {
            super(url, options)
            failure = new Promise((resolve) => this.addEventListener('error', resolve))
        }
    }
    const { request } = LockManager.prototype
    LockManager.prototype.request = async function (this: LockManager, ...rest: unknown[]) {
        const value: unknown = await (request as (...all: unknown[]) => unknown).apply(this, rest)
        await failure
        return value
    } as typeof request
}
