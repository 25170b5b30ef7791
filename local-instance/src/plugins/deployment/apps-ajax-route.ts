import type { FastifyReply } from 'fastify'
import { sendError } from '../../core/http/envelope'
import { readForm, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import { deployerOf } from './deployer'
import type { ExecutionTrackers } from './execution-trackers'
import { escapeXml } from './record-xml'
import { uninstall } from './uninstall'

const PROCESSOR = 'com.snc.apps.AppsAjaxProcessor'

/**
 * `POST /xmlhttp.do` with the processor that the SDK uses to remove applications (`now-sdk install
 * --reinstall`): `changeApplication`, `deleteApplication` and `uninstallApplication`. Returns `<xml
 * answer="…"/>`; for a removal, `answer` is the progress id.
 */
export function addAppsAjaxRoute(host: Host, trackers: ExecutionTrackers): void {
    host.http.post('/xmlhttp.do', (request, reply) => {
        const form = readForm(request) ?? new Map<string, string[]>()
        const get = (name: string) => single(form, name)
        const deployer = deployerOf(host, { request, reply, token: get('sysparm_ck') })
        if (!deployer) return reply
        if (get('sysparm_processor') !== PROCESSOR) return sendError(reply, 400, 'Unknown sysparm_processor')
        switch (get('sysparm_function')) {
            case 'changeApplication':
                // The current application of a session has no effect here.
                return sendAnswer(reply, get('sysparm_value'))
            case 'deleteApplication':
            case 'uninstallApplication':
                return sendAnswer(reply, remove(get('sysparm_sys_id'), deployer.userName))
            default:
                return sendError(reply, 400, 'Unknown sysparm_function')
        }
    })

    function remove(scopeId: string, userName: string): string {
        const tracker = trackers.start('Delete application')
        const application = host.store.get('sys_scope', scopeId)
        if (!application || application['scope'] === 'global') {
            trackers.fail(tracker, 'Application not found')
            return tracker
        }
        try {
            uninstall(host.store, scopeId, { userName, reason: 'deployment' })
            host.log.write('info', 'Deployment', `Removed ${application['scope']}`)
            trackers.succeed(tracker, `Deleted ${application['name']}`)
        } catch (error) {
            const message = error instanceof Error ? error.message : String(error)
            host.log.write('error', 'Deployment', `Uninstalling ${application['scope']} failed: ${message}`)
            trackers.fail(tracker, `Uninstall failed: ${message}`)
        }
        return tracker
    }
}

function sendAnswer(reply: FastifyReply, answer: string): FastifyReply {
    return reply
        .type('text/xml;charset=UTF-8')
        .send(`<?xml version="1.0" encoding="UTF-8"?><xml answer="${escapeXml(answer)}"/>`)
}
