import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'

/** Options of the command. */
export interface SoakOptions {
    /** Length of the load; excluding deployment, settling and checks. */
    loadMs: number
    clients: number
    seed: string
}

/**
 * Reads `--minutes` (default 5, at most 120), `--clients` (50, at most 500) and `--seed` (default any).
 *
 * @throws Error of one line
 */
export function readOptions(args: string[]): SoakOptions {
    const { values } = parseArgs({
        args,
        options: { minutes: { type: 'string' }, clients: { type: 'string' }, seed: { type: 'string' } },
    })
    const number = (name: 'minutes' | 'clients', byDefault: number, max: number) => {
        const value = Number(values[name] ?? byDefault)
        if (!(value > 0 && value <= max)) throw new Error(`--${name} must be above 0 and at most ${max}`)
        return value
    }
    return {
        loadMs: number('minutes', 5, 120) * 60_000,
        clients: Math.ceil(number('clients', 50, 500)),
        seed: values.seed ?? randomBytes(4).toString('hex'),
    }
}
