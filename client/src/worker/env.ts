/** What the worker takes from its surroundings, which is the global scope. */
export type Env = Pick<
    typeof globalThis,
    'fetch' | 'crypto' | 'performance' | 'setTimeout' | 'clearTimeout' | 'Math'
> & {
    /** `locks` is absent outside secure contexts, and in browsers of before 2022. */
    navigator: { locks?: Locks }
}

/** The origin's Web Locks. */
export type Locks = Pick<LockManager, 'request'>

/** The surroundings of this worker. */
export let env = globalThis as unknown as Env

/** Puts others in their place. */
export function setEnv(other: Env): void {
    env = other
}
