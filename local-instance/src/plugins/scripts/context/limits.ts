/** Longest list or text that built-in loops take on. V8 does not look up from them, not even to end the thread. */
const MAX_LENGTH = 2 ** 25

const LISTS = [
    ...[
        'concat',
        'copyWithin',
        'fill',
        'flat',
        'includes',
        'indexOf',
        'join',
        'lastIndexOf',
        'reverse',
        'shift',
    ],
    ...['slice', 'sort', 'splice', 'toLocaleString', 'toString', 'unshift'],
]
const TEXTS = ['split', 'match', 'matchAll', 'replace', 'replaceAll', 'normalize', 'localeCompare']

/**
 * Keeps scripts from built-in calls that would hold a thread for hours or end the whole process, such as
 * `new Array(2 ** 32 - 1).fill(0)`: these are range errors here.
 */
export function installLimits(): void {
    limit(
        Array.prototype as never,
        LISTS,
        (list) => (list as { length?: unknown } | null | undefined)?.length
    )
    limit(String.prototype as never, TEXTS, (text) => (typeof text === 'string' ? text.length : 0))
    const from = (source: unknown): unknown =>
        typeof source === 'object' && source !== null ? (source as { length?: unknown }).length : 0
    limit(Array as never, ['from'], (_self, first) => from(first))
}

function limit(
    owner: Record<string, (...args: unknown[]) => unknown>,
    names: string[],
    lengthOf: (self: unknown, first: unknown) => unknown
): void {
    const { apply } = Reflect
    const { RangeError } = globalThis
    for (const name of names) {
        const original = owner[name]
        if (!original) continue
        const { [name]: limited } = {
            [name](this: unknown, ...args: unknown[]): unknown {
                if ((lengthOf(this, args[0]) as number) > MAX_LENGTH)
                    throw new RangeError('Invalid array length')
                return apply(original, this, args)
            },
        }
        Object.defineProperty(limited, 'length', { value: original.length, configurable: true })
        Object.defineProperty(owner, name, {
            value: limited,
            writable: true,
            enumerable: false,
            configurable: true,
        })
    }
}
