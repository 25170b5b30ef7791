/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4 section 4.2.2 and 5.3.3). */
const PRIMES = firstPrimes(64)
const ROUND_CONSTANTS = PRIMES.map((prime) => fraction(Math.cbrt(prime)))
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

function firstPrimes(count: number): number[] {
    const primes: number[] = []
    for (let candidate = 2; primes.length < count; candidate++) {
        if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
    }
    return primes
}

function fraction(value: number): number {
    return Math.floor((value - Math.floor(value)) * 0x100000000) | 0
}

function rotate(word: number, bits: number): number {
    return (word >>> bits) | (word << (32 - bits))
}

/** SHA-256 of bytes (FIPS 180-4), as 32 bytes. */
export function sha256(bytes: ArrayLike<number>): number[] {
    const { length } = bytes
    const padded = new Uint8Array(((length + 72) >> 6) << 6)
    padded.set(bytes)
    padded[length] = 0x80
    const view = new DataView(padded.buffer)
    view.setUint32(padded.length - 8, Math.floor(length / 0x20000000))
    view.setUint32(padded.length - 4, (length << 3) >>> 0)
    const state = Int32Array.from(INITIAL)
    for (let offset = 0; offset < padded.length; offset += 64) addBlock(state, view, offset)
    return Array.from(state).flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255))
}

function addBlock(state: Int32Array, view: DataView, offset: number): void {
    const words = new Int32Array(64)
    for (let index = 0; index < 16; index++) words[index] = view.getInt32(offset + 4 * index)
    for (let index = 16; index < 64; index++) {
        const [early, late] = [words[index - 15] as number, words[index - 2] as number]
        const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
        const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
        words[index] = (words[index - 16] as number) + sigma0 + (words[index - 7] as number) + sigma1
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
    ]
    for (let index = 0; index < 64; index++) {
        const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        const choice = (e & f) ^ (~e & g)
        const first = (h + sum1 + choice + (ROUND_CONSTANTS[index] as number) + (words[index] as number)) | 0
        const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
        ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
        state[index] = (state[index] as number) + word
    })
}
