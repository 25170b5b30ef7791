import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { PackageFile } from 'openfin-servicenow-local-instance/dist/plugins/deployment/package-reader'
import { zoo } from '../../local-instance/test/deployment/app'
import { readTree } from './read-tree'
import { anyText, concat, oneOf, weighted } from './words'
import { ROOT } from '../support/deploy'

/** The files of the built app, without their inventory, which would reject every change. */
export function builtFiles(): PackageFile[] {
    const app = join(ROOT, 'dist/app')
    return readTree(app)
        .filter((path) => path.endsWith('.xml'))
        .map((path) => ({ path, bytes: readFileSync(join(app, path)) }))
}

/** The files of a small app with a table that has a column of each kind. */
export function zooFiles(): PackageFile[] {
    return Object.entries(zoo()).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
}

/** A change of one file: where in it (0 to 1), and what. */
export type Change = { at: number; file: number } & (
    | { kind: 'flip'; bit: number }
    | { kind: 'cut' }
    | { kind: 'insert'; text: string }
    | { kind: 'double'; length: number }
    | { kind: 'rename'; path: string }
    | { kind: 'name'; text: string }
    | { kind: 'value'; text: string }
    | { kind: 'drop' }
)

const name = weighted(
    [
        3,
        oneOf(
            '__proto__ constructor toString sys_id name NAME value action sys_class_name sys_scope sys_db_object'
        ),
    ],
    [2, oneOf('x_acme_zoo_animal sys_user nothing a:b xml #text :@ #cdata table rowid order', 'a"b', 'a b')],
    [1, anyText(6)]
)
const entity = oneOf(
    '&lt; &nbsp; &#0; &#55296; &#x110000; &constructor; &__proto__; &toString; & &#65 &amp;amp; &#x26;'
)
const deep = fc.constantFrom(10, 40, 3000).map((depth) => '<a>'.repeat(depth) + '</a>'.repeat(depth))
const piece = weighted(
    [2, entity],
    [1, deep],
    [
        1,
        oneOf(
            '<!DOCTYPE a [<!ENTITY b "c">]> <![CDATA[x]]> <![CDATA[ ]]> <!-- --> <!-- --- --> <?php ?> <? \0 \u0001 \ufffe'
        ),
    ],
    [2, concat(oneOf('<'), name, oneOf('/> > ></a>'))],
    [2, concat(fc.constant(' '), name, oneOf('="'), anyText(5), oneOf('"'))],
    [1, fc.constant(` long="${'y'.repeat(100_000)}"`)],
    [
        1,
        fc
            .integer({ min: 1, max: 2000 })
            .map((count) => Array.from({ length: count }, (_, at) => ` a${at}=""`).join('')),
    ],
    [1, anyText(8)]
)
const path = weighted(
    [
        3,
        concat(
            oneOf('constructor __proto__ toString update unload apply_once dictionary scope demo nothing'),
            oneOf('/x.xml /y.xml / /a/b.xml')
        ),
    ],
    [1, oneOf('x.xml package_inventory.csv update/.xml update/x.XML')],
    [1, anyText(8)]
)
const value = weighted(
    [
        3,
        oneOf(
            'true false 1 -1 1e5 x 2026-11-22 javascript:1 a^b NULL constructor __proto__',
            '',
            ' ',
            '9'.repeat(30)
        ),
    ],
    [1, name],
    [1, anyText(20)]
)

/** One to four changes. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
    fc
        .tuple(
            fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), file: fc.nat(1000) }),
            weighted<object>(
                [1, fc.record({ kind: fc.constant('flip'), bit: fc.nat(7) })],
                [1, fc.record({ kind: fc.constant('cut') })],
                [4, fc.record({ kind: fc.constant('insert'), text: piece })],
                [1, fc.record({ kind: fc.constant('double'), length: fc.nat(400) })],
                [2, fc.record({ kind: fc.constant('rename'), path })],
                [8, fc.record({ kind: fc.constant('name'), text: name })],
                [8, fc.record({ kind: fc.constant('value'), text: value })],
                [1, fc.record({ kind: fc.constant('drop') })]
            )
        )
        .map(([where, what]) => ({ ...where, ...what }) as Change),
    { minLength: 1, maxLength: 3 }
)

/** The files after the changes. */
export function changed(files: PackageFile[], list: Change[]): PackageFile[] {
    return list.reduce((current, change) => {
        const index = change.file % Math.max(1, current.length)
        const file = current[index]
        if (!file) return current
        if (change.kind === 'drop') return current.toSpliced(index, 1)
        const next =
            change.kind === 'rename'
                ? { ...file, path: change.path }
                : { ...file, bytes: bytesOf(file, change) }
        return current.with(index, next)
    }, files)
}

function bytesOf({ bytes }: PackageFile, change: Exclude<Change, { kind: 'rename' | 'drop' }>): Buffer {
    const at = Math.floor(change.at * bytes.length)
    switch (change.kind) {
        case 'flip': {
            const flipped = Buffer.from(bytes)
            if (at < flipped.length) flipped[at] = (flipped[at] as number) ^ (1 << change.bit)
            return flipped
        }
        case 'cut':
            return bytes.subarray(0, at)
        case 'insert':
            return Buffer.concat([bytes.subarray(0, at), Buffer.from(change.text), bytes.subarray(at)])
        case 'double':
            return Buffer.concat([bytes.subarray(0, at + change.length), bytes.subarray(at)])
        case 'name':
            return replaced(bytes, /(?<=[<\s])[\w:]+(?=[\s=>/])/g, change)
        case 'value':
            return replaced(bytes, /(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)/g, change)
    }
}

/** Replaces a match with another text, everywhere for a name, so that the tags still match. */
function replaced(
    bytes: Buffer,
    pattern: RegExp,
    { at, kind, text }: { at: number; kind: string; text: string }
): Buffer {
    const xml = bytes.toString('utf8')
    const found = [...xml.matchAll(pattern)]
    const match = found[Math.floor(at * found.length)]
    if (!match) return bytes
    const [old] = match
    if (kind !== 'name')
        return Buffer.from(xml.slice(0, match.index) + text + xml.slice(match.index + old.length))
    return Buffer.from(xml.replaceAll(new RegExp(`(?<=[</\\s])${old}(?=[\\s=>/])`, 'g'), () => text))
}
