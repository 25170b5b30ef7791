import { ApiRequestError } from '../../src/errors'
import { jsonAnswer } from '../../src/page/json-answer'

const MESSAGE = 'Transaction cancelled: maximum execution time exceeded'
const ERROR = { message: MESSAGE, detail: `${MESSAGE} Check logs` }
const ROWS = '{"result":[{"number":"INC1"},{"number":"INC2"'

describe('a JSON response with status 200', () => {
    it.each<[string, unknown]>([
        ['rows, then the envelope', { result: [{}], error: ERROR, status: 'failure' }],
        ['the envelope alone', { error: ERROR, status: 'failure' }],
        ['an error without a status', { error: ERROR }],
        ['an error before an empty result', { error: ERROR, result: [] }],
        ['an error without a result', { result: null, error: ERROR, status: 'failure' }],
        ['an error without a detail', { error: { message: MESSAGE, detail: null }, status: 'failure' }],
        ['a text beside rows', { result: [{}], error: MESSAGE }],
    ])('with %s is reported as the instance’s error', (_, body) => {
        for (const text of [JSON.stringify(body), JSON.stringify(body, null, 4)]) {
            const error = thrownBy(() => jsonAnswer(text, 200))
            expect(error).toBeInstanceOf(ApiRequestError)
            expect(error).toMatchObject({ code: 'http', status: 200, message: MESSAGE })
        }
    })

    it.each<[string, unknown, string]>([
        ['a status of failure alone', { status: 'failure' }, '{"status":"failure"}'],
        ['a status of failure beside a result', { result: [], status: 'failure' }, '"result"'],
        ['an error with a detail alone', { error: { detail: 'why' } }, 'why'],
    ])('with %s is an error', (_, body, description) => {
        expect(thrownBy(() => jsonAnswer(JSON.stringify(body), 201))).toMatchObject({
            name: 'ApiRequestError',
            code: 'http',
            status: 201,
            description: expect.stringContaining(description) as string,
        })
    })

    it.each([
        ['a truncated row', `${ROWS}}""\n],\n"error":${JSON.stringify(ERROR)},"status":"failure"}`],
        [
            'a truncated column',
            `${ROWS.slice(0, -4)},"error": ${JSON.stringify(ERROR)}, "status": "failure"}\n`,
        ],
    ])('with %s is reported as the instance’s error', (_, text) => {
        expect(thrownBy(() => jsonAnswer(text, 200))).toMatchObject({
            code: 'http',
            status: 200,
            message: MESSAGE,
            description: ERROR.detail,
        })
    })

    it.each([
        '',
        ' ',
        '{',
        ROWS,
        `${ROWS}}]`,
        `${ROWS}}],"error":{"message":"Trans`,
        '{"error":',
        'null null',
    ])('%j is an error', (text) => {
        expect(thrownBy(() => jsonAnswer(text, 200))).toMatchObject({
            code: 'http',
            status: 200,
            message: 'The response is not valid JSON',
        })
    })

    it.each<[unknown, unknown?]>([
        [{ result: { error: ERROR, status: 'failure' } }, { error: ERROR, status: 'failure' }],
        [{ result: [{ error: ERROR, status: 'failure' }] }, [{ error: ERROR, status: 'failure' }]],
        [{ result: [], error: null }, []],
        [{ result: [], error: '' }, []],
        [{ result: [], error: {}, status: 'success' }, []],
        [{ result: null }],
        [{ result: 0, error: false }],
        // Written by a scripted REST API itself.
        [{ error: 'none', count: 1 }],
        [{ error: 0, status: 'Failure' }],
        [{ error: [], errors: [{ message: 'x' }] }],
        [{ status: 200, message: 'x' }],
        [[{ error: ERROR, status: 'failure' }]],
        ['{"error":{"message":"x"},"status":"failure"}'],
        [null],
        [5],
    ])('%j is data', (body, data = body) => {
        expect(jsonAnswer(JSON.stringify(body), 200)).toEqual(data)
    })
})

function thrownBy(work: () => unknown): unknown {
    try {
        return work()
    } catch (error) {
        return error
    }
}
