/**
 * The instance's clock, set once when the runtime is installed. The runtime's time classes have no bridge of
 * their own, since scripts of all scopes share them.
 */
export const clock = {
    /** ms since 1970. */
    now: (): number => {
        throw new Error('The script runtime is not initialized')
    },
}
