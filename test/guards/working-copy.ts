import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ROOT } from '../support/deploy'

/**
 * Copies the sources, so that code can be taken out of them without touching the working tree. Installed packages are
 * links to the original's, but for the project's own ones, which must be the copy's.
 */
export function copyProject(target: string): void {
    rmSync(target, { recursive: true, force: true })
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT })
    for (const file of listed.toString().split('\0').filter(Boolean)) {
        if (!existsSync(join(ROOT, file))) continue
        mkdirSync(dirname(join(target, file)), { recursive: true })
        cpSync(join(ROOT, file), join(target, file))
    }
    for (const part of ['.', 'local-instance']) linkPackages(join(ROOT, part), join(target, part))
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
