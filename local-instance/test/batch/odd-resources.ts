import type { Plugin } from '../../src/core/plugin'

/** Resources with behaviour that the platform's own lack; `advance` moves the instance's clock. */
export const oddResources = (advance: (ms: number) => void): Plugin => ({
    name: 'odd-resources',
    register(host) {
        host.http.get('/api/test/slow', (_request, reply) => {
            advance(30_000)
            return reply.code(200).send()
        })
        host.http.get('/api/test/away', (_request, reply) => reply.redirect('https://elsewhere.example.com/'))
        host.http.get('/api/test/headers', (request, reply) => reply.send(request.headers))
        host.http.get('/api/test/dead', (request, reply) => {
            reply.hijack()
            request.raw.destroy(new Error('gone'))
        })
        host.http.get('/inside.do', (_request, reply) => reply.send('a page'))
    },
})
