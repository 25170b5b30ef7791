/** The signed text with another path, as forged without the instance's key. */
export function forged(signed: string): string {
    const [, signature] = signed.split('.')
    const payload = { path: 'https://evil.example/' }
    return `${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`
}
