import { readOptions } from './options'

const NAMES = ['cors-origins', 'packages']

describe('the options of npm run fuzz', () => {
    it('have a default each, with a new seed', () => {
        expect(readOptions([], NAMES)).toEqual({
            count: 100_000,
            seed: expect.any(Number),
            path: undefined,
            only: undefined,
        })
    })

    it('replay one counterexample of one target', () => {
        const args = ['--only', 'packages', '--seed', '-12', '--path', '3:0:1', '--count', '5']
        expect(readOptions(args, NAMES)).toEqual({ count: 5, seed: -12, path: '3:0:1', only: 'packages' })
    })

    it.each([
        [['--count', '0'], '--count 0: a whole number from 1'],
        [['--count', 'many'], '--count many: a whole number from 1'],
        [['--count', '1.5'], '--count 1.5: a whole number'],
        [['--seed', '1e3'], '--seed 1e3: a whole number'],
        [['--seed', '4294967296'], '--seed 4294967296: a whole number'],
        [['--only', 'nothing'], 'supported: cors-origins, packages'],
        [['--path', '1:2'], '--path needs --only and --seed'],
        [['--only', 'packages', '--seed', '1', '--path', 'x'], '--path x: numbers between colons'],
        [['--runs', '5'], "Unknown option '--runs'"],
        [['5'], 'Unexpected argument'],
        [['--count'], '--count'],
    ])('are rejected in one line: %j', (args, text) => {
        const run = () => readOptions(args, NAMES)
        expect(run).toThrow(text)
        expect(run).toThrow(/^[^\n]+$/)
    })
})
