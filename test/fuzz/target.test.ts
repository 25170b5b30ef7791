import fc from 'fast-check'
import { runInTest } from './run-in-test'
import { opened, search, type Target } from './target'

const small: Target = {
    name: 'small-numbers',
    what: 'numbers that are to be small',
    share: 1,
    open: async () =>
        opened({
            arbitrary: fc.nat(1000),
            check(number) {
                if (number > 99) throw new Error(`${number} is large`)
            },
        }),
}

describe('a fuzzing target', () => {
    it('runs the requested number of times if nothing is wrong', async () => {
        let runs = 0
        const target = opened({ arbitrary: fc.nat(), check: () => {} })
        const found = await search(target, { runs: 70, seed: 1, onRun: () => runs++ })
        expect(found).toEqual({ runs: 70 })
        expect(runs).toBe(70)
    })

    it('reports the smallest counterexample, and reproduces it by seed and path', async () => {
        const target = await small.open()
        const { failure } = await search(target, { runs: 1000, seed: 5 })
        expect(failure).toMatchObject({ counterexample: '[100]', seed: 5 })
        let runs = 0
        const again = await search(target, {
            runs: 1000,
            seed: 5,
            path: failure?.path ?? '',
            onRun: () => runs++,
        })
        expect(again.failure?.counterexample).toBe('[100]')
        expect(runs).toBeLessThan(20)
    })

    it('fails a test with seed, counterexample and command', async () => {
        await expect(runInTest(small, await small.open(), 1000)).rejects.toThrow(
            /100 is large[^]*counterexample \[100\]\nFUZZ_SEED=(\d+), or npm run fuzz -- --only small-numbers --seed \1 --path [\d:]+$/
        )
    })
})
