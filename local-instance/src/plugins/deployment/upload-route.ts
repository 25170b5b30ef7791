import type { FastifyReply } from 'fastify'
import { sendError } from '../../core/http/envelope'
import { readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import { toAppPackage } from './app-package'
import { deployerOf } from './deployer'
import type { ExecutionTrackers } from './execution-trackers'
import { installPackage, type InstallOptions } from './install-package'
import { packageError } from './package-error'
import { readPackage } from './package-reader'
import { readUploadForm } from './upload-form'

/** Maximum size of a package, which may exceed that of other requests. */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024

/**
 * `POST /sn_appclient_upload_processor.do`: installs a package that `now-sdk install` sends (SDK
 * connector.js). Returns `{executionTracker, rollbackContext}`; a rejected package is 400 with the tracker
 * that holds the reason.
 */
export function addUploadRoute(host: Host, trackers: ExecutionTrackers): void {
    const { store, http } = host
    http.post(
        '/sn_appclient_upload_processor.do',
        { bodyLimit: MAX_UPLOAD_BYTES },
        async (request, reply) => {
            const form = await readUploadForm(request)
            const deployer = deployerOf(host, { request, reply, token: form?.token ?? '' })
            if (!deployer) return reply
            const query = readQuery(request) ?? new Map<string, string[]>()
            if (!form?.zip)
                return sendError(reply, 400, 'The form must contain exactly one file, named attachFile')
            const tracker = trackers.start('Install application')
            const rollback = store.insert('sys_rollback_context', {
                name: 'Install application',
                state: 'not_available',
            })
            const answer = { executionTracker: tracker, rollbackContext: rollback['sys_id'] }
            const options: InstallOptions = {
                demoData: form.demoData,
                // The request declares custom applications; all others are installed as store applications.
                storeApp: single(query, 'sysparm_request_type') !== 'custom_app',
                userName: deployer.userName,
            }
            const expected = single(query, 'sysparm_fluent_scope_id')
            const run = () => install(host, trackers, { tracker, zip: form.zip as Buffer, options, expected })
            if (single(query, 'sysparm_async_fluent_install') === 'true') {
                setImmediate(() => void run())
                return sendJson(reply, 200, answer)
            }
            return sendJson(reply, (await run()) ? 200 : 400, answer)
        }
    )
}

interface Upload {
    tracker: string
    zip: Buffer
    options: InstallOptions
    /** sys_id of the application to install, as declared by the caller; empty if not declared. */
    expected: string
}

/** True if the package is installed. Never throws: the tracker reports the error. */
async function install(host: Host, trackers: ExecutionTrackers, upload: Upload): Promise<boolean> {
    const { tracker, zip, options, expected } = upload
    try {
        const pkg = toAppPackage(await readPackage(zip))
        if (expected !== '' && expected !== pkg.scopeId) {
            throw packageError(
                pkg.application.file,
                pkg.application.line,
                `The application is not ${expected}`
            )
        }
        const counts = installPackage(host, pkg, options)
        const summary = Object.entries(counts)
            .filter(([, count]) => count > 0)
            .map(([name, count]) => `${count} ${name}`)
            .join(', ')
        host.log.write('info', 'Deployment', `Installed ${pkg.scope} ${pkg.version}: ${summary}`)
        trackers.succeed(tracker, `Installed ${pkg.name} ${pkg.version}`)
        return true
    } catch (error) {
        const known = error instanceof Error && error.name === 'PackageError'
        const message = error instanceof Error ? error.message : String(error)
        host.log.write('error', 'Deployment', `Installation failed: ${message}`)
        trackers.fail(tracker, known ? message : `Installation failed: ${message}`)
        return false
    }
}

function sendJson(reply: FastifyReply, status: number, body: unknown): FastifyReply {
    return reply.code(status).type('application/json;charset=UTF-8').send(JSON.stringify(body))
}
