// @ts-check
/**
 * Builds the app, starts a local instance, deploys the app to it, sets up registration and CORS, performs one complete
 * sign-in, and then serves the instance and an example page. With --once it ends after the sign-in; the exit status is 0
 * if the sign-in passed.
 */
import pc from 'picocolors'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { deploy } from './lib/deploy.mjs'
import { Progress } from './lib/progress.mjs'
import { root } from './lib/run-command.mjs'
import { readStartOptions } from './lib/start-options.mjs'
import { printWhereToGo } from './lib/where-to-go.mjs'

const ADMIN = { userName: 'admin', password: 'admin' }
const ORIGINS = ['http://localhost:8080']
/** Port of the example page, or the first of the next ones that is free. */
const PAGE_PORT = 8182
/** Callback page of the example app on a server (examples/server). */
const SERVER_CALLBACK = 'http://127.0.0.1:8183/callback'

const progress = new Progress()
try {
    await start(readStartOptions())
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
    process.exit(1)
}

/** @param {import('./lib/start-options.mjs').StartOptions} options */
async function start({ port, once, setup, skipBuild, basicAuth }) {
    const begin = performance.now()
    if (!skipBuild) await build({ progress })
    const { createLocalInstance } = await import('openfin-servicenow-local-instance')
    const { setUp } = await import('../dist/tools/setup/set-up.js')
    const { OPENFIN_CLIENT_ID } = await import('../dist/tools/setup/packaged.js')
    const { bearerOf } = await import('../dist/tools/examples/sign-in-flow/bearer-of.js')
    const { playFlow } = await import('../dist/tools/examples/sign-in-flow/play-flow.js')
    const { serveBasicExample } = await import('../dist/tools/examples/basic/serve.js')

    const instance = await progress.step('start the local instance', () =>
        listen(createLocalInstance, { port, once, basicAuth })
    )
    const page = await servePage(serveBasicExample, once, {
        folder: join(root, 'dist/examples/basic'),
        instanceUrl: instance.url,
        clientId: OPENFIN_CLIENT_ID,
    })
    const close = () => Promise.all([page.close(), instance.close()])
    const end = () => void close().then(() => process.exit())
    process.once('SIGINT', end).once('SIGTERM', end)
    const origins = [...ORIGINS, page.origin]
    try {
        await progress.step('deploy the app with now-sdk install', () =>
            deploy({ instanceUrl: instance.url, ...ADMIN })
        )
        if (setup) {
            await progress.step(`set up registration and CORS for ${origins.join(', ')}`, async () =>
                setUp({
                    instanceUrl: instance.url,
                    authorization: await bearerOf({ instanceUrl: instance.url, ...ADMIN }),
                    origins,
                    callbackUrls: [page.callbackUrl, SERVER_CALLBACK],
                })
            )
            await showSignIn(instance, { playFlow, clientId: OPENFIN_CLIENT_ID, begin })
        }
        if (once) {
            await close()
            return
        }
        printWhereToGo({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            page,
            origins,
            isSetUp: setup,
        })
    } catch (error) {
        await close()
        throw error
    }
}

/**
 * Performs one sign-in as abel.tuter and prints it as a timeline.
 * @param {import('openfin-servicenow-local-instance').LocalInstance} instance
 * @param {{
 *     playFlow: typeof import('../dist/tools/examples/sign-in-flow/play-flow.js').playFlow,
 *     clientId: string,
 *     begin: number
 * }} options `begin` is when the script began, in ms of `performance.now`
 */
async function showSignIn(instance, { playFlow, clientId, begin }) {
    console.log(`\n${pc.bold('Sign-in as abel.tuter over plain HTTP')}`)
    let held = 0
    const startOfFlow = instance.clock.now()
    await playFlow({
        instanceUrl: instance.url,
        clientId: clientId,
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
    console.log(`\n${pc.green('Sign-in flow passed')}: ${held} of ${held} steps, ${seconds} s in total.`)
}

/**
 * Serves the example page at its usual port or, if that is in use, at one of the next; with --once at any free port.
 * @param {typeof import('../dist/tools/examples/basic/serve.js').serveBasicExample} serve
 * @param {boolean | undefined} once
 * @param {import('../dist/tools/examples/basic/serve.js').ServeOptions} options
 */
async function servePage(serve, once, options) {
    for (let port = PAGE_PORT; !once && port < PAGE_PORT + 10; port++) {
        // Reserved for the server example.
        if (port === Number(new URL(SERVER_CALLBACK).port)) continue
        try {
            return await serve({ ...options, port })
        } catch (error) {
            if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error
        }
    }
    return serve(options)
}

/**
 * Starts the instance at the given port; with --once at any free port.
 * @param {typeof import('openfin-servicenow-local-instance').createLocalInstance} createLocalInstance
 * @param {Pick<import('./lib/start-options.mjs').StartOptions, 'port' | 'once' | 'basicAuth'>} options
 */
async function listen(createLocalInstance, { port, once, basicAuth }) {
    try {
        return await createLocalInstance({ port: once ? 0 : port, ...(basicAuth && { basicAuth }) })
    } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error
        throw new Error(`port ${port} is in use; choose another one: npm start -- --port ${port + 1}`)
    }
}
