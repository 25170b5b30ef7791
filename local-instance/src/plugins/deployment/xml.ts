import { XMLParser, XMLValidator } from 'fast-xml-parser'
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

/** What the parser hands out in order: one key is the element's name, `:@` holds its attributes. */
type Node = Record<string, unknown>

const ATTRIBUTES = ':@'
const TEXT = '#text'
const CDATA = '#cdata'
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }))
const META = XMLParser.getMetaDataSymbol() as unknown as string

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    cdataPropName: CDATA,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // References are resolved below, the five predefined and numeric ones only: nothing can expand.
    processEntities: false,
    htmlEntities: false,
    captureMetaData: true,
    maxNestedTags: 32,
})

/**
 * Parses an XML file into its root element. Entities cannot be declared: any document type declaration is refused.
 *
 * @throws PackageError with file and line where it is not well-formed XML in UTF-8.
 */
export function parseXml(bytes: Buffer, file: string): XmlElement {
    const xml = decode(bytes, file)
    refuseDeclarations(xml, file)
    const verdict = XMLValidator.validate(xml)
    const lineOf = lineFinder(xml)
    if (verdict !== true) {
        const { line, msg } = verdict.err
        const unclosed = lastUnclosed(msg)
        if (unclosed === undefined) throw packageError(file, line, `Not well-formed: ${msg}`)
        throw packageError(file, lineOf(xml.length), `Not well-formed: <${unclosed}> is not closed`)
    }
    let roots: XmlElement[]
    try {
        roots = toElements(parser.parse(xml) as Node[], { file, lineOf, line: 1 }).children
    } catch (error) {
        if (error instanceof Error && error.name === 'PackageError') throw error
        const message = error instanceof Error ? error.message : String(error)
        const [, name] = /Invalid name: "([^"]*)"/.exec(message) ?? []
        const line = name === undefined ? 0 : lineOf(Math.max(0, xml.indexOf(`<${name}`)))
        throw packageError(file, line, `Not well-formed: ${message}`)
    }
    const [root, second] = roots
    if (!root || second) {
        throw packageError(file, second?.line ?? 1, 'Not well-formed: exactly one root element is required')
    }
    return root
}

/** At the end of a file the library lists what is open, as JSON, and names line 1. */
function lastUnclosed(message: string): string | undefined {
    const [, list] = /^Invalid '(\[[^]*\])' found\.$/.exec(message) ?? []
    if (list === undefined) return undefined
    return /"([^"]*)"\s*\]$/.exec(list)?.[1]
}

interface Place {
    file: string
    line: number
    lineOf(index: number): number
}

function toElements(nodes: readonly Node[], place: Place): { children: XmlElement[]; text: string } {
    const children: XmlElement[] = []
    let text = ''
    let loose = false
    for (const node of nodes) {
        const name = Object.keys(node).find((key) => key !== ATTRIBUTES)
        if (name === undefined) continue
        if (name === TEXT) {
            const value = String(node[TEXT])
            // XML 1.0 §2.4: it may only end a CDATA section.
            if (value.includes(']]>'))
                throw packageError(place.file, place.line, 'Not well-formed: ]]> in text')
            loose ||= value.trim() !== ''
            text += resolve(value, place)
        } else if (name === CDATA) {
            loose = true
            text += (node[CDATA] as Node[]).map((part) => String(part[TEXT] ?? '')).join('')
        } else {
            children.push(toElement(name, node, place))
        }
    }
    if (children.length > 0) {
        if (loose)
            throw packageError(place.file, place.line, 'Mixed content (text and elements) is not supported')
        return { children, text: '' }
    }
    return { children, text }
}

function toElement(name: string, node: Node, place: Place): XmlElement {
    const start = (node[META] as { startIndex?: number } | undefined)?.startIndex
    const here = { ...place, line: start === undefined ? place.line : place.lineOf(start) }
    const attributes = Object.entries((node[ATTRIBUTES] as Record<string, string> | undefined) ?? {})
    return {
        name,
        attributes: new Map(attributes.map(([key, value]) => [key, resolve(String(value), here)])),
        ...toElements(node[name] as Node[], here),
        line: here.line,
    }
}

function resolve(text: string, { file, line }: Place): string {
    if (!text.includes('&')) return text
    return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[^;&\s]{0,40});?/gi, (whole, name: string) => {
        const known = ENTITIES.get(name)
        if (known !== undefined && whole.endsWith(';')) return known
        const code = /^#x/i.test(name)
            ? parseInt(name.slice(2), 16)
            : name.startsWith('#')
              ? Number(name.slice(1))
              : -1
        const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff)
        if (allowed && !(code >= 0xd800 && code <= 0xdfff) && whole.endsWith(';'))
            return String.fromCodePoint(code)
        throw packageError(file, line, `Unknown entity ${JSON.stringify(whole)}`)
    })
}

function decode(bytes: Buffer, file: string): string {
    let xml: string
    try {
        xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
        throw packageError(file, 0, 'Not UTF-8')
    }
    // XML 1.0 §2.11: all line ends are one line feed, which is also what the parser's positions count.
    xml = xml.replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- XML 1.0 §2.2 forbids them
    const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml)
    if (bad) throw packageError(file, lineFinder(xml)(bad.index), 'Not well-formed: control character')
    const [, encoding] = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(xml) ?? []
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
        throw packageError(file, 1, `Encoding ${JSON.stringify(encoding)} is not supported`)
    }
    return xml
}

/** Goes from one `<!` to the next, so that pages inside CDATA may have a doctype and nothing is scanned twice. */
function refuseDeclarations(xml: string, file: string): void {
    for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', at)) {
        const end = xml.startsWith('<![CDATA[', at) ? ']]>' : xml.startsWith('<!--', at) ? '-->' : undefined
        if (end === undefined) {
            throw packageError(file, lineFinder(xml)(at), 'Document type declarations are not allowed')
        }
        const close = xml.indexOf(end, at + 4)
        if (close < 0) throw packageError(file, lineFinder(xml)(at), `Not well-formed: ${end} is missing`)
        at = close + end.length
    }
}

function lineFinder(xml: string): (index: number) => number {
    let starts: number[] | undefined
    return (index) => {
        if (!starts) {
            starts = [0]
            for (let at = xml.indexOf('\n'); at >= 0; at = xml.indexOf('\n', at + 1)) starts.push(at + 1)
        }
        let low = 0
        let high = starts.length
        while (high - low > 1) {
            const middle = (low + high) >> 1
            if ((starts[middle] as number) <= index) low = middle
            else high = middle
        }
        return low + 1
    }
}
