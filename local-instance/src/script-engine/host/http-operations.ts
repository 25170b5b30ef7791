import type { BridgeOperations } from '../bridge/bridge'
import type { BridgeContext } from './bridge-context'
import { failed } from '../outbound/outbound-client'
import { outboundLimits } from '../outbound/outbound-limits'
import { BridgeError } from './bridge-error'
import { outboundViolation } from './runtime-policy'
import { headersOf, optionalCount, optionalText, textOf, type Input } from './inputs'

/** Operations for RESTMessageV2 and for the response of a scripted REST operation. */
export function createHttpOperations(
    context: BridgeContext
): Pick<BridgeOperations, 'http' | 'restResponse'> {
    return {
        http(input) {
            const violation = outboundViolation(context, textOf(input as unknown as Input, 'url'))
            if (violation !== undefined) return failed(violation)
            context.trace.outboundCalls += 1
            return context.outbound.send({
                url: textOf(input as unknown as Input, 'url'),
                method: textOf(input as unknown as Input, 'method'),
                headers: headersOf(input as unknown as Input, 'headers'),
                body: optionalText(input as unknown as Input, 'body') ?? null,
                timeoutMs: optionalCount(input as unknown as Input, 'timeoutMs') ?? 0,
                followRedirects: input.followRedirects === true,
                ...outboundLimits(context.store, context.scope),
            })
        },
        restResponse(input) {
            if (typeof input.status !== 'number')
                throw new BridgeError('bad_request', 'status must be a number')
            context.trace.rest = {
                status: input.status,
                contentType: optionalText(input as Input, 'contentType') ?? null,
                headers: headersOf(input as Input, 'headers'),
                body: textOf(input as Input, 'body'),
            }
        },
    }
}
