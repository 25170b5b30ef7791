/** Length of the column `address`. */
const MAX_LENGTH = 45

/**
 * The key by which requests are counted: an IPv4 address as it is, and the /64 prefix of an IPv6 address, because one
 * subscriber has the whole prefix (RFC 6177).
 *
 * @param address client address of the session
 * @returns `unknown` if the session has none
 */
export function addressKey(address: unknown): string {
    const text = String(address ?? '')
        .trim()
        .toLowerCase()
        .split('%', 1)[0] as string
    const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text)
    if (mapped) return mapped[1] as string
    if (!text.includes(':')) return text.slice(0, MAX_LENGTH) || 'unknown'
    const [head = '', tail] = text.split('::', 2)
    const left = head ? head.split(':') : []
    const right = tail ? tail.split(':') : []
    const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
    const groups = [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4)
    return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`.slice(0, MAX_LENGTH)
}
