import { NOT_AUTHENTICATED, sendError } from '../../core/http/envelope'
import type { Host } from '../../core/plugin'
import type { ExecutionTrackers } from './execution-trackers'

/**
 * `GET /api/sn_cicd/progress/{id}`: progress of an installation, `{"result": {"status": "2", …}}` (DOCS
 * cicd-api).
 */
export function addProgressRoute(host: Host, trackers: ExecutionTrackers): void {
    host.http.get<{ Params: { id: string } }>('/api/sn_cicd/progress/:id', (request, reply) => {
        const principal = host.principal(request)
        if (principal === 'refused' || principal.by === 'none')
            return sendError(reply, 401, ...NOT_AUTHENTICATED)
        if (!principal.roles.has('admin') && !principal.roles.has('sn_cicd.sys_ci_automation')) {
            return sendError(
                reply,
                403,
                'User Not Authorized',
                'Requires the role sn_cicd.sys_ci_automation or admin'
            )
        }
        const progress = trackers.progress(request.params.id, host.url())
        if (!progress) return sendError(reply, 404, 'Progress record not found')
        return reply.type('application/json;charset=UTF-8').send(JSON.stringify({ result: progress }))
    })
}
