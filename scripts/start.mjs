// @ts-check
/**
 * Builds the app, starts a local instance, deploys the app to it, sets up registration and CORS, plays one whole
 * sign-in, and goes on serving. With --once it ends after the flow; the status tells whether the flow held.
 */
import pc from 'picocolors'
import { parseArgs } from 'node:util'
import { build } from './lib/build.mjs'
import { deploy } from './lib/deploy.mjs'
import { Progress } from './lib/progress.mjs'

const ADMIN = { userName: 'admin', password: 'admin' }
const ORIGINS = ['http://localhost:8080']

const progress = new Progress()
try {
    await start(readOptions())
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
    process.exit(1)
}

/** @returns {{ port: number, once: boolean, skipBuild: boolean }} */
function readOptions() {
    const { values } = parseArgs({
        options: {
            port: { type: 'string', default: '8181' },
            once: { type: 'boolean', default: false },
            'skip-build': { type: 'boolean', default: false },
        },
    })
    const port = Number(values.port)
    if (!/^\d{1,5}$/.test(values.port) || port > 65535) throw new Error('--port must be a number up to 65535')
    return { port, once: values.once, skipBuild: values['skip-build'] }
}

/** @param {{ port: number, once: boolean, skipBuild: boolean }} options */
async function start({ port, once, skipBuild }) {
    const begin = performance.now()
    if (!skipBuild) await build({ progress })
    const { createLocalInstance } = await import('openfin-servicenow-local-instance')
    const { setUp } = await import('../dist/tools/src/setup/set-up.js')
    const { OPENFIN_CLIENT_ID } = await import('../dist/tools/src/setup/registration.js')
    const { playFlow } = await import('../dist/tools/examples/sign-in-flow/play-flow.js')

    const instance = await progress.step('start the local instance', () =>
        listen(createLocalInstance, port, once)
    )
    const end = () => void instance.close().then(() => process.exit())
    process.once('SIGINT', end).once('SIGTERM', end)
    const authorization = `Basic ${Buffer.from(`${ADMIN.userName}:${ADMIN.password}`).toString('base64')}`
    try {
        await progress.step('deploy the app with now-sdk install', () =>
            deploy({ instanceUrl: instance.url, ...ADMIN })
        )
        await progress.step(`set up registration and CORS for ${ORIGINS.join(', ')}`, () =>
            setUp({ instanceUrl: instance.url, authorization, origins: ORIGINS })
        )
        console.log(`\n${pc.bold('One sign-in as abel.tuter, over plain HTTP')}`)
        let held = 0
        const startOfFlow = instance.clock.now()
        await playFlow({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            userName: 'abel.tuter',
            password: 'abel.tuter',
            advanceClock: async (seconds) => instance.clock.advance(seconds * 1000),
            onStep: ({ name, proof, ms }) => {
                held++
                console.log(
                    `  ${pc.green('✓')} ${name.padEnd(20)} ${pc.dim(`${ms.toFixed(0).padStart(4)} ms`)}  ${proof}`
                )
            },
        })
        instance.clock.set(startOfFlow)
        const seconds = ((performance.now() - begin) / 1000).toFixed(1)
        console.log(`\n${pc.green('The flow held')}: ${held} of ${held} steps, ${seconds} s in all.`)
        if (once) {
            await instance.close()
            return
        }
        console.log(`\nServing at ${pc.cyan(instance.url)}`)
        console.log(`  client id  ${OPENFIN_CLIENT_ID}`)
        console.log(`  origins    ${ORIGINS.join(', ')}`)
        console.log('  users      admin/admin  beth.anglin/beth.anglin  abel.tuter/abel.tuter')
        console.log('  end it with Ctrl+C')
    } catch (error) {
        await instance.close()
        throw error
    }
}

/**
 * Listens on the wanted port; a run with --once does not mind which.
 * @param {typeof import('openfin-servicenow-local-instance').createLocalInstance} createLocalInstance
 * @param {number} port
 * @param {boolean} once
 */
async function listen(createLocalInstance, port, once) {
    try {
        return await createLocalInstance({ port: once ? 0 : port })
    } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error
        throw new Error(`port ${port} is taken; choose another: npm start -- --port ${port + 1}`)
    }
}
