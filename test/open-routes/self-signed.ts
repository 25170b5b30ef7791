import { generateKeyPairSync, sign } from 'node:crypto'

/** DER: a tag, the length and the content. */
function der(tag: number, ...content: (Buffer | string)[]): Buffer {
    const body = Buffer.concat(content.map((part) => Buffer.from(part)))
    const long = body.length > 127
    const length = long ? [0x82, body.length >> 8, body.length & 0xff] : [body.length]
    return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const SEQUENCE = 0x30
const ECDSA_WITH_SHA256 = der(SEQUENCE, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'))

/** A new key and a self-signed certificate for 127.0.0.1 (X.509 version 1, RFC 5280 §4.1). */
export function selfSigned(): { key: string; cert: string } {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0c, '127.0.0.1'))))
    const signed = der(
        SEQUENCE,
        der(0x02, Buffer.from([1])),
        ECDSA_WITH_SHA256,
        name,
        der(SEQUENCE, der(0x17, '200101000000Z'), der(0x17, '491231235959Z')),
        name,
        publicKey.export({ type: 'spki', format: 'der' })
    )
    const signature = Buffer.concat([Buffer.from([0]), sign('sha256', signed, privateKey)])
    const certificate = der(SEQUENCE, signed, ECDSA_WITH_SHA256, der(0x03, signature))
    return {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    }
}
