import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqliteStore } from '../../examples/server/sqlite-store'

describe('the store on SQLite', () => {
    let folder: string
    let file: string
    const key = Buffer.alloc(32, 7)
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'sqlite-store-'))
        file = join(folder, 'auth.db')
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    it('keeps values between starts, and reports whether it deleted one', async () => {
        const first = createSqliteStore({ file, key })
        await first.set('a', 'one')
        await first.set('a', 'two')
        first.close()
        const second = createSqliteStore({ file, key })
        expect(await second.get('a')).toBe('two')
        expect(await second.get('b')).toBeUndefined()
        expect(await second.delete('a')).toBe(true)
        expect(await second.delete('a')).toBe(false)
        second.close()
    })

    it('has no plaintext value in the file, and none for another key or another name', async () => {
        const store = createSqliteStore({ file, key })
        await store.set('a', 'a-token-in-clear-text')
        await store.set('b', 'another')
        store.close()
        expect(readFileSync(file).includes('a-token-in-clear-text')).toBe(false)
        const other = createSqliteStore({ file, key: Buffer.alloc(32, 8) })
        expect(await other.get('a')).toBeUndefined()
        other.close()
    })

    it('deletes expired values when another one is set', async () => {
        let now = 0
        const store = createSqliteStore({ file, key, now: () => now })
        await store.set('old', 'x', 100)
        await store.set('kept', 'x')
        now = 100
        await store.set('next', 'x', 200)
        expect(await store.get('old')).toBeUndefined()
        expect(await store.get('kept')).toBe('x')
        store.close()
    })
})
