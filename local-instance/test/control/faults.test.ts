import { createFaults, type Fault } from '../../src/core/http/faults'

const fault = (values: Partial<Fault> = {}): Fault => ({
    path: '/a',
    status: 500,
    body: '',
    delayMs: 0,
    times: 1,
    ...values,
})

describe('faults', () => {
    it('are applied as often as configured, by path', () => {
        const faults = createFaults()
        faults.set(fault({ times: 2 }))
        expect(faults.take('/b')).toBeUndefined()
        expect(faults.take('/a')?.status).toBe(500)
        expect(faults.take('/a')?.times).toBe(0)
        expect(faults.take('/a')).toBeUndefined()
    })

    it('replace an earlier one of the same path, or remove it', () => {
        const faults = createFaults()
        faults.set(fault({ times: 9 }))
        faults.set(fault({ status: 503 }))
        expect(faults.take('/a')?.status).toBe(503)
        expect(faults.take('/a')).toBeUndefined()
        faults.set(fault({ times: 9 }))
        faults.set(fault({ times: 0 }))
        expect(faults.take('/a')).toBeUndefined()
    })

    it('do not change with the passed object', () => {
        const faults = createFaults()
        const given = fault({ times: 1 })
        faults.set(given)
        given.times = 5
        faults.take('/a')
        expect(faults.take('/a')).toBeUndefined()
        faults.set(fault())
        faults.clear()
        expect(faults.take('/a')).toBeUndefined()
    })
})
