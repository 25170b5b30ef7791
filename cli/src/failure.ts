import { SetupError } from '../../setup/setup-error'

/** 0: all well. 1: something is or was left wrong. 2: the command could not look or begin. */
export type ExitStatus = 0 | 1 | 2

/** Ends a command with a message and a stable code. */
export class Failure extends Error {
    constructor(
        readonly code: string,
        message: string,
        readonly exitStatus: Exclude<ExitStatus, 0> = 2
    ) {
        super(message)
        this.name = 'Failure'
    }
}

/** Ctrl+C, or the end of the process that started this one. */
export function interrupted(): Failure {
    return new Failure('interrupted', 'Interrupted. Nothing was changed.')
}

/** What ended a command, as it is told; unknown exceptions keep their text to themselves, which may hold anything. */
export function toFailure(error: unknown): Failure {
    if (error instanceof Failure) return error
    if (error instanceof SetupError) {
        return error.code === 'interrupted' ? interrupted() : new Failure(error.code, error.message)
    }
    // Libraries for prompts throw these when the terminal closes or a signal ends them.
    if (
        error instanceof Error &&
        ['ExitPromptError', 'AbortPromptError', 'AbortError'].includes(error.name)
    ) {
        return interrupted()
    }
    const kind = error instanceof Error ? error.name : 'unknown'
    return new Failure(
        'internal_error',
        `Unexpected error (${kind}). Please report it with the command that you ran.`
    )
}
