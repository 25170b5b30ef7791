import { processIo } from './io'
import { run } from './program'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
        // The second time the person does not wait for a write that is under way.
        if (stop.signal.aborted) process.exit(process.exitCode ?? 1)
        stop.abort()
    })
}
process.exitCode = await run(process.argv.slice(2), processIo(stop.signal))
// Prompts keep standard input open.
process.stdin.unref?.()
