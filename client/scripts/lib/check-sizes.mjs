// @ts-check
import { gzipSync } from 'node:zlib'

/** Maximum sizes in bytes, gzip: the page, the worker, and the page with the inlined worker. */
const BUDGETS = { page: 6500, worker: 4500, pageWithWorker: 10_500 }

/**
 * @param {Record<keyof typeof BUDGETS, string>} texts
 * @returns {string[]} one line per size
 * @throws if a size exceeds its budget
 */
export function checkSizes(texts) {
    const sizes = Object.entries(BUDGETS).map(([name, budget]) => ({
        name,
        budget,
        size: gzipSync(texts[/** @type {keyof typeof BUDGETS} */ (name)], { level: 9 }).length,
    }))
    const over = sizes.filter(({ size, budget }) => size > budget)
    if (over.length > 0) {
        throw new Error(
            over.map(({ name, size, budget }) => `${name}: ${size} bytes of ${budget}`).join('\n')
        )
    }
    return sizes.map(
        ({ name, size, budget }) => `${name.padEnd(15)} ${String(size).padStart(6)} of ${budget} bytes, gzip`
    )
}
