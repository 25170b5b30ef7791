/** Built-in objects that are not reachable from a global, such as the prototypes of iterators. */
export function hiddenIntrinsics(): object[] {
    const generator = function* () {}
    const asyncGenerator = async function* () {}
    return [
        generator,
        asyncGenerator,
        async () => {},
        [][Symbol.iterator](),
        ''[Symbol.iterator](),
        new Map()[Symbol.iterator](),
        new Set()[Symbol.iterator](),
        ''.matchAll(/a/g),
    ].map((object) => Object.getPrototypeOf(object) as object)
}
