/** A piece of code that a hard case depends on, and how to take it out. */
export interface Guard {
    /** Number of the hard case, which the test's name holds: `H17`. */
    case: string
    /** What the code does, in a few words. */
    what: string
    /** File with the code, from the root. */
    file: string
    /** Text that occurs exactly once in the file. */
    find: string
    /** What stands there once the guard is out; it must still compile. */
    replace: string
    /** Test file that has to fail then, from the root. */
    test: string
}
