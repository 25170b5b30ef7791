import type { OutcomeView, RestView } from '../../../../src/script-engine/glide/job'
import { createMemoryBridge } from './memory-bridge'
import { createRuntimeContext } from './runtime-context'

const { bridge } = createMemoryBridge()

/** What differs from the usual request of these tests. */
export type OperationRequest = Partial<RestView> & { body?: string }

/** Runs a script as a scripted REST operation. */
export function runOperation(source: string, rest: OperationRequest = {}): OutcomeView {
    const { body = '', ...view } = rest
    return createRuntimeContext(bridge).run(source, {
        label: 'sys_ws_operation.test',
        rest: {
            method: 'POST',
            url: 'http://127.0.0.1/api/x/v1/integration/test?a=1&a=2',
            uri: '/api/x/v1/integration/test',
            queryString: 'a=1&a=2',
            headers: { 'Content-Type': 'application/json', 'X-Custom': 'yes' },
            pathParams: { id: '7' },
            queryParams: { a: ['1', '2'] },
            contentType: 'application/json',
            bodyBase64: Buffer.from(body).toString('base64'),
            produces: ['application/json'],
            accept: 'application/json',
            ...view,
        },
    })
}

/** A handler in the form of scripted REST operations. */
export const handler = (body: string): string =>
    `(function process(request, response) {\n${body}\n})(request, response);`

/** The response of a handler with that body. */
export const answer = (body: string, rest?: OperationRequest): NonNullable<OutcomeView['rest']> => {
    const { rest: response } = runOperation(handler(body), rest)
    if (!response) throw new Error('There is no answer')
    return response
}

/** The `result` of that response. */
export const result = (body: string, rest?: OperationRequest): unknown => {
    const { body: text } = answer(body, rest)
    return (JSON.parse(text) as { result: unknown }).result
}
