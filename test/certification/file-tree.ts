import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Contents of files by their path below a folder, in the order of the paths. */
export type FileTree = Map<string, Buffer>

/** Reads a folder with all that is below it; `wanted` decides by path. */
export function readTree(folder: string, wanted: (path: string) => boolean = () => true): FileTree {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    return new Map(
        paths
            .filter(wanted)
            .sort()
            .map((path) => [path, readFileSync(join(folder, path))])
    )
}

/** What differs between two trees, a line for each file, with the place of the first byte that does. */
export function differences(one: FileTree, other: FileTree): string[] {
    return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((path) => {
        const [left, right] = [one.get(path), other.get(path)]
        if (!left || !right) return [`${path}: only in the ${left ? 'first' : 'second'}`]
        if (left.equals(right)) return []
        const at = left.findIndex((byte, index) => byte !== right[index])
        const around = (bytes: Buffer) =>
            JSON.stringify(bytes.toString('utf8', Math.max(0, at - 20), at + 40))
        return [`${path}: ${around(left)} against ${around(right)} at ${at}`]
    })
}
