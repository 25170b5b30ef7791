import { readdirSync } from 'node:fs'

/** Paths of all files below a folder, with `/`, sorted. */
export function readTree(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
        .sort()
}
