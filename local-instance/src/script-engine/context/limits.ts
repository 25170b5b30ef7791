/**
 * Maximum length of a list or text for built-in loops. V8 cannot interrupt them, not even to terminate the
 * thread.
 */
const MAX_LENGTH = 2 ** 25
/** Maximum number of character comparisons of a text search: about a second. */
const MAX_COMPARISONS = 2 ** 31
/**
 * Maximum size of a buffer in bytes; several buffers can use as much memory, but each is allocated in an
 * interruptible step.
 */
const MAX_BYTES = 2 ** 27

const LISTS = [
    ...[
        'at',
        'concat',
        'copyWithin',
        'entries',
        'every',
        'fill',
        'filter',
        'find',
        'findIndex',
        'flat',
        'flatMap',
    ],
    ...[
        'forEach',
        'includes',
        'indexOf',
        'join',
        'lastIndexOf',
        'map',
        'reduce',
        'reduceRight',
        'reverse',
        'shift',
    ],
    ...['slice', 'some', 'sort', 'splice', 'toLocaleString', 'toString', 'unshift'],
]
const TYPED = ['join', 'sort', 'toLocaleString', 'toString']
const TEXTS = ['split', 'match', 'matchAll', 'replace', 'replaceAll', 'normalize', 'localeCompare']
const KEYS = ['entries', 'getOwnPropertyDescriptors', 'getOwnPropertyNames', 'keys', 'values']
const SEARCHES = ['indexOf', 'lastIndexOf', 'includes', 'split', 'replace', 'replaceAll']
const BUFFERS = [
    ...[
        'ArrayBuffer',
        'Int8Array',
        'Uint8Array',
        'Uint8ClampedArray',
        'Int16Array',
        'Uint16Array',
        'Int32Array',
    ],
    ...['Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
] as const

type Methods = Record<string, (...args: unknown[]) => unknown>

/**
 * Prevents built-in calls that would block a thread for hours or crash the process, such as `new Array(2 **
 * 32 - 1).fill(0)`: they throw a RangeError.
 */
export function installLimits(): void {
    const lengthOf = (list: unknown) => (list as { length?: unknown } | null | undefined)?.length
    const textLength = (text: unknown) => (typeof text === 'string' ? text.length : 0)
    limit(Array.prototype as never, LISTS, lengthOf)
    limit(Object.getPrototypeOf(Uint8Array.prototype) as never, TYPED, lengthOf)
    limit(String.prototype as never, TEXTS, textLength)
    const given = (_self: unknown, first: unknown): unknown =>
        typeof first === 'object' && first !== null ? lengthOf(first) : textLength(first)
    limit(Array as never, ['from'], given)
    // Only lists and texts are inspected: a script's getter must not run where the platform would run none.
    const { isArray } = Array
    const { isView } = ArrayBuffer
    const listed = (_self: unknown, first: unknown): unknown =>
        isArray(first) ? first.length : isView(first) ? first.byteLength : textLength(first)
    limit(Object as never, KEYS, listed)
    limitSearches()
    for (const name of BUFFERS) limitBuffer(name)
}

function limit(owner: Methods, names: string[], lengthOf: (self: unknown, first: unknown) => unknown): void {
    const { apply } = Reflect
    const { RangeError } = globalThis
    for (const name of names) {
        replace(owner, name, (original) => (self, args) => {
            if ((lengthOf(self, args[0]) as number) > MAX_LENGTH) throw new RangeError('Invalid array length')
            return apply(original, self, args)
        })
    }
}

/** In the worst case, V8's text search compares each character of one text with each of the other. */
function limitSearches(): void {
    const { apply } = Reflect
    const { RangeError } = globalThis
    for (const name of SEARCHES) {
        replace(String.prototype as never, name, (original) => (self, args) => {
            const [wanted] = args
            if (typeof self === 'string' && typeof wanted === 'string') {
                if (self.length * wanted.length > MAX_COMPARISONS)
                    throw new RangeError('Invalid string length')
            }
            return apply(original, self, args)
        })
    }
}

/** V8 does not limit the memory of buffers, and a step over gigabytes cannot be interrupted. */
function limitBuffer(name: (typeof BUFFERS)[number]): void {
    const { construct, defineProperty } = Reflect
    const { RangeError } = globalThis
    const original = globalThis[name] as unknown as new (...args: unknown[]) => object
    const size = (original as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1
    const limited = new Proxy(original, {
        construct(target, args: unknown[], newTarget) {
            const [first] = args
            const length =
                typeof first === 'object' && first !== null ? (first as { length?: unknown }).length : first
            if ((length as number) * size > MAX_BYTES) throw new RangeError('Array buffer allocation failed')
            // The platform's buffers cannot be resized.
            return construct(target, name === 'ArrayBuffer' ? [first] : args, newTarget) as object
        },
    })
    for (const [owner, key] of [
        [globalThis, name] as const,
        [original.prototype as object, 'constructor'] as const,
    ]) {
        defineProperty(owner, key, { value: limited, writable: true, enumerable: false, configurable: true })
    }
}

/** Replaces a method, keeping name and length. */
function replace(
    owner: Methods,
    name: string,
    make: (original: Methods[string]) => (self: unknown, args: unknown[]) => unknown
): void {
    const original = owner[name]
    if (!original) return
    const run = make(original)
    const { [name]: made } = {
        [name](this: unknown, ...args: unknown[]): unknown {
            return run(this, args)
        },
    }
    Object.defineProperty(made, 'length', { value: original.length, configurable: true })
    Object.defineProperty(owner, name, { value: made, writable: true, enumerable: false, configurable: true })
}
