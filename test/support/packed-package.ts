import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from './deploy'

const run = promisify(execFile)

/** A package as published, installed by npm in an otherwise empty folder. */
export interface PackedPackage {
    folder: string
    tarball: string
    /** Files in it, sorted. */
    files: string[]
    /** Runs a program in the folder; returns its standard output. @throws with its output if it fails */
    run(program: string, ...args: string[]): Promise<string>
    close(): void
}

/**
 * Packs a built workspace and installs the tarball without a network. Its declared transitive dependencies
 * are copied there from the local installation; npm checks that they suffice, and an undeclared module is
 * missing.
 *
 * @param name of the package
 */
export async function installPacked(name: string): Promise<PackedPackage> {
    const folder = mkdtempSync(join(tmpdir(), 'packed-package-'))
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, '--workspace', name]
    const { stdout } = await run('npm', pack, { cwd: ROOT })
    const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }]
    const tarball = join(folder, filename)
    mkdirSync(join(folder, 'node_modules'))
    for (const path of await dependenciesOf(name)) copyPackage(path, folder)
    writeFileSync(join(folder, 'package.json'), '{"name": "empty", "version": "1.0.0", "private": true}')
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
    return {
        folder,
        tarball,
        files: files.map(({ path }) => path).sort(),
        async run(program, ...args) {
            return (await run(program, args, { cwd: folder })).stdout
        },
        close: () => rmSync(folder, { recursive: true, force: true }),
    }
}

/** Folders of all packages that a workspace needs at run time, from the root of the project. */
async function dependenciesOf(name: string): Promise<string[]> {
    const list = ['ls', '--omit=dev', '--all', '--parseable', '--workspace', name]
    const { stdout } = await run('npm', list, { cwd: ROOT })
    const installed = join(ROOT, 'node_modules/')
    return stdout
        .split('\n')
        .filter((path) => path.startsWith(installed) && path !== join(installed, name))
        .map((path) => path.slice(ROOT.length + 1))
}

/** Without nested packages, which are listed separately if needed. */
function copyPackage(path: string, folder: string): void {
    const from = join(ROOT, path)
    const filter = (file: string) => file !== join(from, 'node_modules')
    cpSync(from, join(folder, path), { recursive: true, dereference: true, filter })
}
