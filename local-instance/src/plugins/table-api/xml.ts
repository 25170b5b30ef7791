import { XMLBuilder } from 'fast-xml-parser'

/** Characters that XML 1.0 cannot hold, not even escaped. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** An answer in XML: `<response><result>…</result></response>`, one `result` a record. */
export function toXml(result: unknown): string {
    const builder = new XMLBuilder({ suppressEmptyNode: true })
    const body = builder.build({ response: { result } }) as string
    return `<?xml version="1.0" encoding="UTF-8"?>${body.replace(FORBIDDEN, '')}`
}
