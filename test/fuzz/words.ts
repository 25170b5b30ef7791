import fc from 'fast-check'

/** One of the words of a text, or of further values that contain spaces or are empty. */
export function oneOf(words: string, ...more: string[]): fc.Arbitrary<string> {
    return fc.constantFrom(...words.split(' '), ...more)
}

/** The concatenated texts of some arbitraries. */
export function concat(...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
    return fc.tuple(...parts).map((texts) => texts.join(''))
}

/** One of some arbitraries, each with its weight. */
export function weighted<T>(...choices: [weight: number, arbitrary: fc.Arbitrary<T>][]): fc.Arbitrary<T> {
    return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))
}

/** Texts of all kinds, up to a number of characters. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
    return fc.oneof(
        fc.string({ unit: 'grapheme', maxLength }),
        fc.string({ unit: 'binary', maxLength }),
        fc.string({ unit: 'grapheme-ascii', maxLength })
    )
}
