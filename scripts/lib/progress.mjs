// @ts-check
import pc from 'picocolors'

/** Reports steps and their durations; on a terminal, the line of the current step is updated live. */
export class Progress {
    /**
     * Runs a named step.
     * @template T
     * @param {string} name
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(name, work) {
        const start = performance.now()
        const seconds = () => ((performance.now() - start) / 1000).toFixed(1)
        const live = process.stdout.isTTY
            ? setInterval(
                  () => process.stdout.write(`\r${pc.dim('…')} ${name} ${pc.dim(`${seconds()} s`)}`),
                  200
              )
            : undefined
        if (!live) console.log(`… ${name}`)
        try {
            const value = await work()
            this.#end(live, `${pc.green('✓')} ${name} ${pc.dim(`${seconds()} s`)}`)
            return value
        } catch (error) {
            this.#end(live, `${pc.red('✗')} ${name}`)
            throw error
        } finally {
            clearInterval(live)
        }
    }

    /**
     * Reports the error and sets the exit status.
     * @param {Error} error
     */
    fail(error) {
        console.error(`${pc.red('failed')} ${error.message}`)
        process.exitCode = 1
    }

    /**
     * @param {NodeJS.Timeout | undefined} live
     * @param {string} line
     */
    #end(live, line) {
        console.log(live ? `\r\x1b[2K${line}` : line)
    }
}
