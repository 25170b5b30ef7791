import { cpSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { ROOT } from './deploy'

/** Files that a fresh clone does not have. */
const NOT_SOURCES = new Set(['.git', 'node_modules', 'dist', 'target', '.now'])

/**
 * Copies the sources, so that they can be changed or built without touching the working tree. Installed
 * packages are linked to the original's, except the project's own workspaces, which are copied.
 */
export function copyProject(target: string): void {
    rmSync(target, { recursive: true, force: true })
    mkdirSync(target, { recursive: true })
    // Entry by entry, since the target may be in an excluded folder of the original.
    for (const entry of readdirSync(ROOT)) {
        if (NOT_SOURCES.has(entry)) continue
        cpSync(join(ROOT, entry), join(target, entry), {
            recursive: true,
            filter: (path) => !NOT_SOURCES.has(basename(path)),
        })
    }
    for (const part of ['.', 'cli', 'local-instance']) linkPackages(join(ROOT, part), join(target, part))
}

function linkPackages(from: string, to: string): void {
    const installed = join(from, 'node_modules')
    if (!existsSync(installed)) return
    mkdirSync(join(to, 'node_modules'), { recursive: true })
    for (const entry of readdirSync(installed, { withFileTypes: true })) {
        const link = join(to, 'node_modules', entry.name)
        const original = join(installed, entry.name)
        const own = entry.isSymbolicLink() && readlinkSync(original).startsWith('../')
        symlinkSync(own ? readlinkSync(original) : resolve(original), link)
    }
}
