/** What the worker uses of the global scope. Tests and `./worker-uploads` replace it. */
export type Env = Pick<
    typeof globalThis,
    'fetch' | 'crypto' | 'performance' | 'setTimeout' | 'clearTimeout' | 'Math'
> & {
    /** `locks` is absent outside secure contexts, and in browsers older than 2022. */
    navigator: { locks?: Locks }
}

/** The origin's Web Locks. */
export type Locks = Pick<LockManager, 'request'>

/** The environment of this worker. */
export let env = globalThis as unknown as Env

/** Replaces the environment. */
export function setEnv(other: Env): void {
    env = other
}
