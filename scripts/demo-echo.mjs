// @ts-check
/** Shows the effect of echoed refresh tokens on an instance, without and with OAuthCustomUtil. */
import { build } from './lib/build.mjs'
import { deploy } from './lib/deploy.mjs'
import { Progress } from './lib/progress.mjs'
import { root } from './lib/run-command.mjs'

const progress = new Progress()
try {
    await build({ progress })
    const { playEchoDemo } = await import('../dist/tools/examples/echo/main.js')
    await playEchoDemo({
        root,
        deploy: (instanceUrl) => deploy({ instanceUrl, userName: 'admin', password: 'admin' }),
        step: (name, work) => progress.step(name, work),
    })
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
