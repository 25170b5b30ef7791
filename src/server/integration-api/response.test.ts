import type { RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import {
    invalidClient,
    invalidGrant,
    invalidRequest,
    switchedOff,
    temporarilyUnavailable,
    tooManyRequests,
} from './refusal'
import { refusalResponse, successResponse, writeResponse } from './response'

const refusals = [
    invalidRequest('why'),
    invalidClient(),
    invalidGrant('access_denied'),
    temporarilyUnavailable(502, 'reason'),
    tooManyRequests(60, 'reason'),
    switchedOff(),
]

describe('a response', () => {
    it.each([...refusals.map(refusalResponse), successResponse({})])(
        'H26 forbids caching and content sniffing',
        (answer) => {
            expect(answer.headers).toMatchObject({
                'Cache-Control': 'no-store',
                Pragma: 'no-cache',
                'X-Content-Type-Options': 'nosniff',
            })
        }
    )

    it('for a refusal is the platform’s envelope with a code', () => {
        expect(refusalResponse(invalidGrant('access_denied'))).toMatchObject({
            status: 400,
            body: {
                error: {
                    message: 'The sign-in has expired or was revoked.',
                    detail: expect.any(String) as string,
                    code: 'invalid_grant',
                },
                status: 'failure',
            },
        })
    })

    it('does not contain the reason, which is for administrators', () => {
        for (const refusal of [invalidGrant('pkce_mismatch'), temporarilyUnavailable(502, 'pkce_mismatch')]) {
            expect(JSON.stringify(refusalResponse(refusal))).not.toContain('pkce_mismatch')
        }
    })

    it('says when to retry, if that is known', () => {
        expect(refusalResponse(tooManyRequests(60, 'r')).headers['Retry-After']).toBe('60')
        expect(refusalResponse(temporarilyUnavailable(503, 'r', 5)).headers['Retry-After']).toBe('5')
        expect(refusalResponse(invalidClient()).headers).not.toHaveProperty('Retry-After')
    })

    it('H29 of a disabled route says what to do', () => {
        const { status, body } = refusalResponse(switchedOff())
        expect(status).toBe(403)
        expect(JSON.stringify(body)).toMatch(/x_opfi_openfin\.integration\.enabled/)
    })

    it('is written in the order that the platform requires, and not wrapped', () => {
        const calls: string[] = []
        const note =
            (name: string) =>
            (...values: unknown[]) => {
                calls.push([name, ...values].join(' '))
            }
        const response = {
            setStatus: note('status'),
            setContentType: note('type'),
            setHeader: note('header'),
            getStreamWriter: () => ({ writeString: note('write') }),
        } as unknown as RESTAPIResponse
        writeResponse(response, { status: 200, body: { access_token: 'a' }, headers: { 'Retry-After': '5' } })
        expect(calls).toEqual([
            'status 200',
            'type application/json',
            'header Retry-After 5',
            'write {"access_token":"a"}',
        ])
    })
})
