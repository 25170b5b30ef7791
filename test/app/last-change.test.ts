import type { Change } from '../../setup/change'
import { keepLastChange, readLastChange, storeLastChange } from '../../src/ui/setup/last-change'

/** The part of a browser's storage that is used. */
function memory(): Storage {
    const items = new Map<string, string>()
    return {
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => void items.set(key, value),
        removeItem: (key: string) => void items.delete(key),
    } as unknown as Storage
}

const change = (digit: string, more: Partial<Record<keyof Change, unknown>> = {}): Change =>
    ({
        ...{ table: 'sys_cors_rule', sysId: digit.repeat(32), name: 'A rule', action: 'update' },
        ...{ before: { active: 'false' }, after: { active: true } },
        ...more,
    }) as Change

describe('the last change', () => {
    it('is the latest complete one, or a failed one together with the run that completed it', () => {
        const storage = memory()
        expect(readLastChange(storage)).toBeNull()
        keepLastChange({ changes: [change('a')], complete: true }, storage)
        keepLastChange({ changes: [change('b')], complete: false }, storage)
        keepLastChange({ changes: [change('c')], complete: true }, storage)
        expect(readLastChange(storage)).toEqual({ changes: [change('b'), change('c')], complete: true })
        storeLastChange({ changes: [], complete: true }, storage)
        expect(readLastChange(storage)).toBeNull()
    })

    it.each([
        ['another table', { table: 'sys_user' }],
        ['no sys_id', { sysId: '../sys_user/1' }],
        ['another action', { action: 'drop' }],
        ['invalid values', { after: null }],
    ])('is ignored in a storage with %s', (_, more) => {
        const storage = memory()
        storeLastChange({ changes: [change('a'), change('b', more)], complete: true }, storage)
        expect(readLastChange(storage)).toBeNull()
    })

    it.each(['', '{', 'null', '[]', '{"changes":{}}', '{"changes":[]}'])(
        'is missing in a storage of %p',
        (text) => {
            const storage = memory()
            storage.setItem('x_opfi_openfin.setup.last_change', text)
            expect(readLastChange(storage)).toBeNull()
        }
    )
})
