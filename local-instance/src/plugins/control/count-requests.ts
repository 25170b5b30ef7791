import type { Host } from '../../core/plugin'

/** APIs that count their own requests, by the name of their operation or table. */
const COUNT_THEMSELVES = /^\/(api\/now\/|local\/)|\*/

/** Counts the requests to the platform's own endpoints for `GET /local/stats`. */
export function countRequests({ http, stats }: Host): void {
    http.addHook('onResponse', (request, reply, done) => {
        const route = request.routeOptions.url
        if (route !== undefined && !COUNT_THEMSELVES.test(route)) {
            stats.add(`${request.method} ${route}`, { transactions: 1, ms: reply.elapsedTime })
        }
        done()
    })
}
