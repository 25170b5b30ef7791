import { disableLogging, enableLogging, log, type LogEntry } from '../../src/logging'

describe('logging', () => {
    afterEach(() => {
        disableLogging()
        jest.restoreAllMocks()
    })

    it('is off by default and after disableLogging', () => {
        const info = jest.spyOn(console, 'info').mockImplementation()
        log('info', 'unheard')
        enableLogging()
        log('info', 'heard')
        disableLogging()
        log('info', 'unheard')
        expect(info.mock.calls).toEqual([['[openfin-servicenow] heard']])
    })

    it('writes each level to the console method of that name', () => {
        const spies = (['debug', 'info', 'warn', 'error'] as const).map((level) => {
            const spy = jest.spyOn(console, level).mockImplementation()
            enableLogging()
            log(level, level)
            return spy
        })
        for (const spy of spies) expect(spy).toHaveBeenCalledTimes(1)
    })

    it('passes masked entries to the sink of an app', () => {
        const lines: LogEntry[] = []
        enableLogging((entry) => lines.push(entry))
        log('warn', `renewal of Bearer ${'a1'.repeat(40)} failed`)
        expect(lines).toEqual([
            { level: 'warn', message: 'renewal of Bearer *** failed', time: expect.any(Number) },
        ])
    })

    it('logs the reason, and survives one that cannot be converted to a string', () => {
        const lines: string[] = []
        enableLogging(({ message }) => lines.push(message))
        log('error', 'could not connect', new Error('no'))
        log('error', 'could not connect', Object.create(null))
        expect(lines).toEqual(['could not connect: Error: no'])
    })

    it('survives a sink that throws', () => {
        enableLogging(() => {
            throw new Error('full')
        })
        expect(() => log('error', 'x')).not.toThrow()
    })
})
