import { createLocks } from '../../src/node/locks'

describe('work under a named lock', () => {
    it('runs in order, also after a failure, and in parallel with that of other names', async () => {
        const runLocked = createLocks()
        const seen: string[] = []
        let release = () => {}
        const first = runLocked('a', async () => {
            seen.push('first starts')
            await new Promise<void>((resolve) => (release = resolve))
            seen.push('first ends')
            throw new Error('first')
        })
        const second = runLocked('a', async () => seen.push('second'))
        await runLocked('b', async () => seen.push('other'))
        release()
        await expect(first).rejects.toThrow('first')
        await second
        expect(seen).toEqual(['first starts', 'other', 'first ends', 'second'])
        expect(await runLocked('a', async () => 'later')).toBe('later')
    })
})
