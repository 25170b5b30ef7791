import { SetupError } from '../../../setup/setup-error'
import { CHECKS, type CheckName } from './check-names'

/** How a check ended. */
export type CheckStatus = 'passed' | 'failed' | 'skipped'

/** A check as it is reported. */
export interface CheckResult {
    name: CheckName
    status: CheckStatus
    /** What was seen, or why nothing was. Holds no token, code or verifier, and no text of the instance. */
    reason: string
}

/** Ends a check as failed; the message is its reason. */
export class CheckFailed extends Error {}

/** Ends a check as skipped; the message is its reason. */
export class CheckSkipped extends Error {}

/** @throws CheckFailed with the reason unless the condition holds */
export function hold(condition: unknown, reason: string): asserts condition {
    if (!condition) throw new CheckFailed(reason)
}

/** Collects how the checks ended, each once. */
export class Results {
    readonly #ended = new Map<CheckName, CheckResult>()

    constructor(private readonly onResult: (result: CheckResult) => void = () => undefined) {}

    /**
     * Runs a check. What it returns is the reason of `passed`; it ends otherwise by CheckFailed or CheckSkipped.
     *
     * @returns whether it passed
     * @throws whatever else the check throws, such as that the instance does not respond
     */
    async run(name: CheckName, check: () => Promise<string>): Promise<boolean> {
        try {
            this.end(name, 'passed', await check())
            return true
        } catch (error) {
            if (error instanceof CheckFailed) this.end(name, 'failed', error.message)
            else if (error instanceof CheckSkipped) this.end(name, 'skipped', error.message)
            else if (isRefusal(error))
                this.end(name, 'skipped', `The instance refuses the caller a look at it (${error.status}).`)
            else throw error
            return false
        }
    }

    /** Notes how a check ended; only the first end counts. */
    end(name: CheckName, status: CheckStatus, reason: string): void {
        if (this.#ended.has(name)) return
        const result = { name, status, reason }
        this.#ended.set(name, result)
        this.onResult(result)
    }

    /** Ends what was not reached as skipped. */
    skipRest(reason: string): void {
        for (const name of CHECKS) this.end(name, 'skipped', reason)
    }

    /** In the order of {@link CHECKS}. */
    list(): CheckResult[] {
        return CHECKS.flatMap((name) => this.#ended.get(name) ?? [])
    }

    get failed(): boolean {
        return this.list().some(({ status }) => status === 'failed')
    }
}

/** A response of the instance that says that the caller may not, as opposed to no response. */
function isRefusal(error: unknown): error is SetupError {
    return error instanceof SetupError && error.status !== undefined && error.code !== 'not_authenticated'
}
