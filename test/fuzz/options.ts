import { parseArgs } from 'node:util'

/** Options of `npm run fuzz`. */
export interface FuzzOptions {
    /** Number of runs of all targets together, distributed by weight. */
    count: number
    /** Seed of all inputs. */
    seed: number
    /** Path of one counterexample; only together with {@link only}. */
    path: string | undefined
    /** The only target to run. */
    only: string | undefined
}

const MAX_COUNT = 100_000_000

/**
 * Reads the command line.
 *
 * @param names of the existing targets
 * @throws Error of one line for an unknown or invalid option
 */
export function readOptions(args: string[], names: string[]): FuzzOptions {
    const { values } = parse(args)
    const { only, path } = values
    if (only !== undefined && !names.includes(only)) {
        throw new Error(`--only ${only}: unknown target; supported: ${names.join(', ')}`)
    }
    if (path !== undefined) {
        if (!/^\d+(:\d+)*$/.test(path)) throw new Error(`--path ${path}: numbers between colons are expected`)
        if (only === undefined || values.seed === undefined)
            throw new Error('--path needs --only and --seed, too')
    }
    return {
        count: integer('--count', values.count ?? '100000', 1, MAX_COUNT),
        seed:
            values.seed === undefined ? freshSeed() : integer('--seed', values.seed, -(2 ** 31), 2 ** 31 - 1),
        path,
        only,
    }
}

/** A random seed. */
export function freshSeed(): number {
    return Math.trunc(Math.random() * 0x7fff_ffff)
}

function parse(args: string[]) {
    try {
        const options = { count: text, seed: text, path: text, only: text }
        return parseArgs({ args: joined(args), options })
    } catch (error) {
        throw new Error((error as Error).message.split('\n', 1)[0], { cause: error })
    }
}

const text = { type: 'string' } as const

/** A negative seed looks like an option unless it is attached to its name. */
function joined(args: string[]): string[] {
    const at = args.indexOf('--seed')
    if (at < 0 || !/^-\d/.test(args[at + 1] ?? '')) return args
    return [...args.slice(0, at), `--seed=${args[at + 1]}`, ...args.slice(at + 2)]
}

function integer(name: string, text: string, min: number, max: number): number {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN
    if (!(value >= min && value <= max)) {
        throw new Error(`${name} ${text}: a whole number from ${min} to ${max} is expected`)
    }
    return value
}
