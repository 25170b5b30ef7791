/**
 * Globals of the platform's engine (EXPLAIN javascript-compatibility-guide). All others are removed:
 * `Reflect`, `WeakRef`, `FinalizationRegistry`, `SharedArrayBuffer`, `Atomics`, `WebAssembly`, `console`,
 * `Intl` and anything that a newer V8 adds.
 */
const GLOBALS = [
    ...[
        'Object',
        'Function',
        'Array',
        'String',
        'Number',
        'Boolean',
        'Symbol',
        'BigInt',
        'Math',
        'Date',
        'JSON',
    ],
    ...['RegExp', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Proxy', 'ArrayBuffer', 'DataView'],
    ...[
        'Int8Array',
        'Uint8Array',
        'Uint8ClampedArray',
        'Int16Array',
        'Uint16Array',
        'Int32Array',
        'Uint32Array',
    ],
    ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
    ...[
        'Error',
        'AggregateError',
        'EvalError',
        'RangeError',
        'ReferenceError',
        'SyntaxError',
        'TypeError',
        'URIError',
    ],
    ...['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
    ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
]

/** Methods from after ECMAScript 2022, which the platform lacks. */
const LATER_METHODS: [object, string[]][] = [
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [Array, ['fromAsync']],
    [RegExp, ['escape']],
    [Error, ['isError', 'captureStackTrace']],
    [Math, ['f16round', 'sumPrecise']],
    [JSON, ['rawJSON', 'isRawJSON']],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Array.prototype, ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with', 'group']],
    [
        Object.getPrototypeOf(Uint8Array.prototype) as object,
        ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
    ],
    [Uint8Array.prototype, ['toBase64', 'toHex', 'setFromBase64', 'setFromHex']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [
        Set.prototype,
        [
            'union',
            'intersection',
            'difference',
            'symmetricDifference',
            'isSubsetOf',
            'isSupersetOf',
            'isDisjointFrom',
        ],
    ],
    [
        ArrayBuffer.prototype,
        ['resize', 'resizable', 'maxByteLength', 'transfer', 'transferToFixedLength', 'detached'],
    ],
    [DataView.prototype, ['getFloat16', 'setFloat16']],
    [Map.prototype, ['getOrInsert', 'getOrInsertComputed']],
    [RegExp.prototype, ['unicodeSets']],
]

/** Removes methods that the platform lacks; the library does not use them either. */
export function removeForeignMethods(): void {
    for (const [owner, names] of LATER_METHODS) {
        for (const name of names) Reflect.deleteProperty(owner, name)
    }
}

/** Removes globals that the platform lacks. The library has captured what it needs of them by then. */
export function removeForeignGlobals(): void {
    // Reflect is itself removed.
    const { ownKeys, deleteProperty } = Reflect
    const kept = new Set<PropertyKey>(GLOBALS)
    for (const name of ownKeys(globalThis)) {
        if (!kept.has(name)) deleteProperty(globalThis, name)
    }
}
