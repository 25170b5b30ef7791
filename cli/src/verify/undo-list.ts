/** A record, or an entry of one, that is on the instance because of a run. */
export interface Left {
    table: string
    /** Empty if it is not known. */
    sysId: string
    /** What to do about it. */
    what: string
}

interface Step {
    left: () => Left
    undo: () => Promise<void>
}

/** Rounds over what could not be taken away, for an instance that does not respond at once. */
const ROUNDS = 3
const PAUSE_MS = 1000

/** What a run wrote, and how to take it away. */
export class UndoList {
    #steps: Step[] = []

    /**
     * Notes a write before it is made, since a write whose answer is lost may have been made.
     *
     * @param undo takes it away where it is there, and throws unless it is gone then
     */
    add(left: () => Left, undo: () => Promise<void>): void {
        this.#steps.push({ left, undo })
    }

    /** Takes everything away, the last first; what fails is tried again. Never throws. @returns what is left */
    async undoAll(pause: (ms: number) => Promise<void>): Promise<Left[]> {
        for (let round = 0; round < ROUNDS && this.#steps.length > 0; round++) {
            if (round > 0) await pause(PAUSE_MS)
            for (const step of [...this.#steps].reverse()) {
                const isUndone = await step.undo().then(
                    () => true,
                    () => false
                )
                if (isUndone) this.#steps = this.#steps.filter((one) => one !== step)
            }
        }
        return this.left()
    }

    /** What is there as far as is known. */
    left(): Left[] {
        return this.#steps.map(({ left }) => left())
    }
}
