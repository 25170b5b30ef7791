import { createHash } from 'node:crypto'
import { PackageError, type PackageProblem } from './package-error'
import type { PackageFile } from './package-reader'

/** The list that `now-sdk pack` adds: lines of `path;sha256`, after header lines that begin with `#`. */
export const INVENTORY = 'package_inventory.csv'

/**
 * Verifies a package against its inventory, if it has one (SDK sdk-build-core/dist/package-inventory.js).
 *
 * @throws PackageError for a file that is missing, not listed, or has a different hash.
 */
export function checkInventory(files: readonly PackageFile[]): void {
    const inventory = files.find(({ path }) => path === INVENTORY)
    if (!inventory) return
    const problems: PackageProblem[] = []
    const listed = new Map<string, string>()
    inventory.bytes
        .toString('utf8')
        .split(/\r?\n/)
        .forEach((text, index) => {
            if (text === '' || text.startsWith('#')) return
            const [, path, hash] = /^([^;]+);([0-9a-f]{64})$/.exec(text) ?? []
            if (path && hash) listed.set(path, hash)
            else
                problems.push({
                    file: INVENTORY,
                    line: index + 1,
                    message: 'Invalid line: expected path;sha256',
                })
        })
    for (const { path, bytes } of files) {
        if (path === INVENTORY) continue
        const expected = listed.get(path)
        listed.delete(path)
        if (expected === createHash('sha256').update(bytes).digest('hex')) continue
        const message = expected
            ? 'The checksum of the file does not match the inventory'
            : 'The file is not listed in the inventory'
        problems.push({ file: path, line: 0, message })
    }
    for (const path of listed.keys()) problems.push({ file: path, line: 0, message: 'The file is missing' })
    if (problems.length > 0) throw new PackageError(problems)
}
