import { XMLBuilder } from 'fast-xml-parser'

/** Control characters and lone surrogates, which XML 1.0 does not allow even escaped. */
const FORBIDDEN = /(?![\t\n\r\u0080-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** A response in XML: `<response><result>…</result></response>`, one `result` per record. */
export function toXml(result: unknown): string {
    const builder = new XMLBuilder({ suppressEmptyNode: true })
    const body = builder.build({ response: { result } }) as string
    return `<?xml version="1.0" encoding="UTF-8"?>${body.replace(FORBIDDEN, '')}`
}
