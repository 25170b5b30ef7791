import { execFile } from 'node:child_process'
import {
    cpSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../../test/support/deploy'

const run = promisify(execFile)

/** An empty project outside the repository, with the packed package installed. */
export interface FreshProject {
    folder: string
    /** The package as it would be published. */
    tarball: string
    /** Files of the package. */
    packed: string[]
    /** Writes a file of the project. */
    write(name: string, text: string): void
    /** Runs a script of an installed package, or any file, with Node. @throws with its output if it fails */
    node(...args: string[]): Promise<string>
    /** Text files below a folder of the project, by path from there. */
    read(folder: string): Record<string, string>
    close(): void
}

/** Packs the built client and installs the tarball, without a network. */
export async function makeFreshProject(): Promise<FreshProject> {
    const folder = mkdtempSync(join(tmpdir(), 'fresh-project-'))
    const tarballs = join(folder, 'tarballs')
    mkdirSync(tarballs)
    const pack = async (source: string) => {
        const { stdout } = await run(
            'npm',
            ['pack', '--json', '--pack-destination', tarballs, '--ignore-scripts'],
            {
                cwd: source,
            }
        )
        const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }]
        return { file: join(tarballs, filename), files: files.map(({ path }) => path).sort() }
    }
    // Its only dependency, taken from the local installation, since no registry may be reachable.
    const dependency = join(folder, 'oauth4webapi')
    cpSync(dirname(require.resolve('oauth4webapi/package.json')), dependency, {
        recursive: true,
        dereference: true,
    })
    const [client, oauth] = [await pack(join(ROOT, 'client')), await pack(dependency)]
    rmSync(dependency, { recursive: true })
    // As written by `npm init -y` of npm 11.
    writeFileSync(join(folder, 'package.json'), '{"name": "fresh", "version": "1.0.0", "type": "commonjs"}')
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', oauth.file, client.file], {
        cwd: folder,
    })
    for (const tool of ['esbuild', 'vite', 'webpack', 'webpack-cli']) {
        symlinkSync(join(ROOT, 'node_modules', tool), join(folder, 'node_modules', tool))
    }
    return {
        folder,
        tarball: client.file,
        packed: client.files,
        write(name, text) {
            mkdirSync(dirname(join(folder, name)), { recursive: true })
            writeFileSync(join(folder, name), text)
        },
        async node(...args) {
            const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((error: unknown) => {
                const { stdout, stderr } = error as { stdout: string; stderr: string }
                throw new Error(stdout + stderr)
            })
            return stdout
        },
        read(below) {
            const entries = readdirSync(join(folder, below), { recursive: true, withFileTypes: true })
            return Object.fromEntries(
                entries
                    .filter((entry) => entry.isFile())
                    .map((entry) => join(entry.parentPath, entry.name))
                    .map((path) => [path.slice(join(folder, below).length), readFileSync(path, 'utf8')])
            )
        },
        close: () => rmSync(folder, { recursive: true, force: true }),
    }
}
