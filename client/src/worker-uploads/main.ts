import { setEnv } from '../worker/env'
import '../worker/main'
import { sendWithProgress } from './send-with-progress'

// The worker with upload progress: `./worker` with another way to send requests.
setEnv({
    fetch: sendWithProgress as typeof fetch,
    crypto,
    performance,
    navigator: navigator as never,
    Math,
    setTimeout: ((run: () => void, ms: number) => setTimeout(run, ms)) as never,
    clearTimeout: (timer) => clearTimeout(timer),
})
