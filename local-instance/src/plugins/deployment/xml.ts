import { SaxesParser } from 'saxes'
import { packageError } from './package-error'

/** An element of an XML file. */
export interface XmlElement {
    name: string
    attributes: ReadonlyMap<string, string>
    /** Child elements, in order. */
    children: readonly XmlElement[]
    /** Text and CDATA together, exactly as written; empty if there are child elements. */
    text: string
    /** Line of its start tag, from 1. */
    line: number
}

/** An element whose end tag has not been read. */
interface OpenElement extends XmlElement {
    attributes: Map<string, string>
    children: XmlElement[]
    /** Whether it has CDATA or text other than white space. */
    hasText: boolean
}

/** Records of an application are a few levels deep. */
const MAX_DEPTH = 32

/**
 * Parses an XML file into its root element. Any document type declaration is rejected, so entities cannot be
 * declared.
 *
 * @throws PackageError with file and line if it is not well-formed UTF-8 XML.
 */
export function parseXml(bytes: Buffer, file: string): XmlElement {
    const xml = decode(bytes, file)
    refuseDeclarations(xml, file)
    const parser = new SaxesParser()
    const open: OpenElement[] = []
    let [root, line] = [undefined as XmlElement | undefined, 1]
    const add = (text: string, counts: boolean) => {
        const element = open.at(-1)
        if (!element) return
        element.text += text
        element.hasText ||= counts
    }
    parser.on('error', (error) => {
        throw packageError(file, parser.line, problemOf(error, xml.slice(0, parser.position)))
    })
    parser.on('xmldecl', ({ encoding }) => {
        if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
            throw packageError(file, 1, `Encoding ${JSON.stringify(encoding)} is not supported`)
        }
    })
    parser.on('opentagstart', () => (line = parser.line))
    parser.on('opentag', ({ name, attributes }) => {
        if (open.length === MAX_DEPTH) throw packageError(file, line, 'Not well-formed: too many levels')
        const element: OpenElement = {
            name,
            attributes: new Map(Object.entries(attributes)),
            children: [],
            text: '',
            line,
            hasText: false,
        }
        open.at(-1)?.children.push(element)
        root ??= element
        open.push(element)
    })
    parser.on('text', (text) => add(text, text.trim() !== ''))
    parser.on('cdata', (text) => add(text, true))
    parser.on('closetag', () => {
        const element = open.pop()
        if (!element || element.children.length === 0) return
        if (element.hasText) {
            throw packageError(file, element.line, 'Mixed content (text and elements) is not supported')
        }
        element.text = ''
    })
    parser.write(xml).close()
    if (!root) throw packageError(file, 1, 'Not well-formed: exactly one root element is required')
    return root
}

/** The message of the library's error, without the leading line and column. */
function problemOf({ message }: Error, read: string): string {
    const text = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    if (text === 'undefined entity') {
        return `Unknown entity ${JSON.stringify(read.slice(read.lastIndexOf('&')))}`
    }
    const [, unclosed] = /^unclosed tag: (.*)$/.exec(text) ?? []
    if (unclosed !== undefined) return `Not well-formed: <${unclosed}> is not closed`
    return `Not well-formed: ${text === 'disallowed character' ? 'control character' : text}`
}

function decode(bytes: Buffer, file: string): string {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
        throw packageError(file, 0, 'Not UTF-8')
    }
}

/**
 * Skips from one `<!` to the next, so that pages inside CDATA may have a doctype and nothing is scanned
 * twice.
 */
function refuseDeclarations(xml: string, file: string): void {
    const lineOf = (index: number) => xml.slice(0, index).split(/\r\n?|\n/).length
    for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', at)) {
        const end = xml.startsWith('<![CDATA[', at) ? ']]>' : xml.startsWith('<!--', at) ? '-->' : undefined
        if (end === undefined) {
            throw packageError(file, lineOf(at), 'Document type declarations are not allowed')
        }
        const close = xml.indexOf(end, at + 4)
        if (close < 0) throw packageError(file, lineOf(at), `Not well-formed: ${end} is missing`)
        at = close + end.length
    }
}
