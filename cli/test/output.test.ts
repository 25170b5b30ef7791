import pc from 'picocolors'
import type { Diagnosis } from '../../setup/doctor/run-doctor'
import { SetupError } from '../../setup/setup-error'
import { Failure, toFailure } from '../src/failure'
import { plain, processIo, type Io } from '../src/io'
import { diagnosisText } from '../src/render/diagnosis'

const uncoloured = { colors: pc.createColors(false) } as Io

describe('what is printed', () => {
    it.each([
        ['\u001b[2Jgone', ' [2Jgone'],
        ['a\r\nb\tc', 'a b c'],
        ['\u202eevil\u2069', ' evil '],
        ['Ünïcödé – 日本', 'Ünïcödé – 日本'],
    ])('of the instance has no control characters: %j', (text, expected) => {
        expect(plain(text)).toBe(expected)
    })

    it('has no secret in any form, while short words stay', () => {
        const written: string[] = []
        const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
            written.push(String(text))
            return true
        })
        try {
            const io = processIo(new AbortController().signal)
            io.hide('pass "word" 123')
            io.hide('admin')
            io.print('pass "word" 123')
            io.print(JSON.stringify({ error: 'pass "word" 123' }))
            io.print(encodeURIComponent('pass "word" 123'))
            io.print(Buffer.from('pass "word" 123').toString('base64'))
            io.print('This requires the role admin.')
        } finally {
            spy.mockRestore()
        }
        expect(written).toEqual([
            ...['***\n', '{"error":"***"}\n', '***\n', '***\n', 'This requires the role admin.\n'],
        ])
    })

    it('of the doctor begins with the worst, and has one line for each fact', () => {
        const finding = (severity: 'info' | 'error', code: 'cors_off' | 'servlet_uri_differs') => ({
            ...{ code, severity, message: 'Wrong\nhere.', fix: 'Fix it.', link: 'https://x.example/y.do' },
            evidence: { table: null, record: null, field: null, found: null, wanted: null },
        })
        const diagnosis: Diagnosis = {
            ok: false,
            instance: 'https://x.example',
            release: null,
            findings: [finding('info', 'servlet_uri_differs'), finding('error', 'cors_off')],
            passed: ['clock_skew'],
            unknown: [{ code: 'host_not_allowed', reason: 'Hidden.' }],
        }
        expect(diagnosisText(uncoloured, diagnosis).split('\n')).toEqual([
            '✗ error   cors_off',
            '            Wrong here.',
            '            Fix: Fix it.',
            '            Open: https://x.example/y.do',
            '',
            'i info    servlet_uri_differs',
            '            Wrong here.',
            '            Fix: Fix it.',
            '            Open: https://x.example/y.do',
            '',
            'Could not be checked',
            '  ? host_not_allowed           Hidden.',
            '',
            '✗ 1 error, 0 warnings, 1 remark; 1 check passed, 1 could not be made; release unknown.',
        ])
    })
})

describe('a failure', () => {
    it.each([
        [new Failure('declined', 'No.'), 'declined', 2],
        [new Failure('not_stored', 'No.', 1), 'not_stored', 1],
        [new SetupError('unreachable', 'Gone.'), 'unreachable', 2],
        [new SetupError('interrupted', 'Stopped.'), 'interrupted', 2],
        [Object.assign(new Error('closed'), { name: 'ExitPromptError' }), 'interrupted', 2],
        [Object.assign(new Error('aborted'), { name: 'AbortPromptError' }), 'interrupted', 2],
        [new TypeError('canary in a message'), 'internal_error', 2],
        ['canary', 'internal_error', 2],
    ])('%p has the code %s and the status %i', (error, code, status) => {
        const failure = toFailure(error)
        expect([failure.code, failure.exitStatus]).toEqual([code, status])
        expect(failure.message).not.toContain('canary')
    })
})
