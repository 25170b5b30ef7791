import { createMemoryStore, MAX_EXPIRING } from '../../src/node/auth-store'

describe('the store in memory', () => {
    it('returns stored values, and reports whether a value was deleted', async () => {
        const store = createMemoryStore(() => 0)
        await store.set('a', '1')
        await store.set('a', '2')
        expect(await store.get('a')).toBe('2')
        expect(await store.delete('a')).toBe(true)
        expect(await store.delete('a')).toBe(false)
        expect(await store.get('a')).toBeUndefined()
    })

    it('deletes only expired values when another one is set', async () => {
        let now = 0
        const store = createMemoryStore(() => now)
        await store.set('kept', 'x')
        await store.set('old', 'x', 100)
        await store.set('young', 'x', 200)
        now = 100
        await store.set('next', 'x', 300)
        expect(await store.get('old')).toBeUndefined()
        for (const name of ['kept', 'young', 'next']) expect(await store.get(name)).toBe('x')
    })

    it('keeps a value that was set again without an expiry', async () => {
        let now = 0
        const store = createMemoryStore(() => now)
        await store.set('a', 'x', 100)
        await store.set('a', 'y')
        now = 500
        await store.set('b', 'x', 600)
        expect(await store.get('a')).toBe('y')
    })

    it('limits the number of sign-ins in progress by deleting the oldest', async () => {
        const store = createMemoryStore(() => 0)
        await store.set('tokens', 'x')
        for (let i = 0; i <= MAX_EXPIRING; i++) await store.set(`state ${i}`, 'x', 100)
        expect(await store.get('state 0')).toBeUndefined()
        expect(await store.get('state 1')).toBe('x')
        expect(await store.get(`state ${MAX_EXPIRING}`)).toBe('x')
        expect(await store.get('tokens')).toBe('x')
    })
})
