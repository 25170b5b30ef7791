/**
 * The instance's clock, set once when the runtime is installed. Times of the runtime have no host of their own, since
 * scripts of all scopes share their classes.
 */
export const clock = {
    /** ms since 1970. */
    now: (): number => {
        throw new Error('The script runtime is not initialized')
    },
}
