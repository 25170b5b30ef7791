import type { FastifyReply, FastifyRequest } from 'fastify'
import { NOT_AUTHENTICATED, sendError } from '../../core/http/envelope'
import type { Host, Plugin } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row } from '../../core/store/types'
import { createExecutionTrackers } from '../deployment/execution-trackers'
import { runSuite } from './run-suite'
import { RUNNER_ENABLED, schema } from './schema'

const ROLE = 'sn_cicd.sys_ci_automation'

/**
 * Automated tests: `/api/sn_cicd/testsuite/…` (DOCS cicd-api). Progress is reported by the deployment's
 * route.
 */
export const atfPlugin: Plugin = {
    name: 'atf',
    schema,
    register(host) {
        host.http.post<{ Querystring: Record<string, string | undefined> }>(
            '/api/sn_cicd/testsuite/run',
            (request, reply) => {
                const user = admitted(host, request, reply)
                return user ? start(host, user, request.query, reply) : reply
            }
        )
        host.http.get<{ Params: { id: string } }>('/api/sn_cicd/testsuite/results/:id', (request, reply) => {
            if (!admitted(host, request, reply)) return reply
            const { id } = request.params
            const row = /^[0-9a-f]{32}$/.test(id)
                ? host.store.get('sys_atf_test_suite_result', id)
                : undefined
            if (!row) return sendError(reply, 404, 'Test suite result not found')
            return send(reply, resultOf(host, row))
        })
    },
}

/** The caller; undefined after an error response was sent. */
function admitted(host: Host, request: FastifyRequest, reply: FastifyReply): Principal | undefined {
    const user = host.principal(request)
    if (user === 'refused' || user.by === 'none') sendError(reply, 401, ...NOT_AUTHENTICATED)
    else if (user.roles.has('admin') || user.roles.has(ROLE)) return user
    else sendError(reply, 403, 'User Not Authorized', `Requires the role ${ROLE} or admin`)
    return undefined
}

function start(
    host: Host,
    user: Principal,
    query: Record<string, string | undefined>,
    reply: FastifyReply
): FastifyReply {
    const { test_suite_sys_id: id = '', test_suite_name: name = '' } = query
    const suite = host.store
        .query('sys_atf_test_suite', { query: 'active=true' })
        .find((row) => (id ? row['sys_id'] === id : name !== '' && row['name'] === name))
    if (!suite) return sendError(reply, 404, 'Test suite not found')
    const trackers = createExecutionTrackers(host.store, host.clock)
    const tracker = trackers.start(suite['name'] ?? '')
    const enabled = host.store.first('sys_properties', `name=${RUNNER_ENABLED}`)?.['value'] === 'true'
    if (!enabled) trackers.fail(tracker, `Test execution is disabled by the property ${RUNNER_ENABLED}`)
    else
        runSuite(host, user, suite['sys_id'] ?? '', tracker).then(
            (status) =>
                status === 'success'
                    ? trackers.succeed(tracker, '')
                    : trackers.fail(tracker, 'One or more tests failed'),
            // The instance was closed or reset in the meantime.
            () => undefined
        )
    return send(reply, trackers.progress(tracker, host.url()))
}

function resultOf(host: Host, row: Row): object {
    const suite = host.store.get('sys_atf_test_suite', row['test_suite'] ?? '')
    const id = row['sys_id'] ?? ''
    const count = (name: string) => Number(row[`${name}_count`] ?? 0)
    return {
        test_suite_status: row['status'] ?? '',
        test_suite_name: suite?.['name'] ?? '',
        test_suite_duration: row['run_time'] ?? '',
        rolledup_test_success_count: count('success'),
        rolledup_test_failure_count: count('failure'),
        rolledup_test_error_count: count('error'),
        rolledup_test_skip_count: count('skip'),
        child_suite_results: [],
        links: { results: { id, url: `${host.url()}/api/now/table/sys_atf_test_suite_result/${id}` } },
    }
}

function send(reply: FastifyReply, result: unknown): FastifyReply {
    return reply.type('application/json;charset=UTF-8').send(JSON.stringify({ result }))
}
