import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../support/deploy'

const BIN = join(ROOT, 'node_modules/.bin/local-instance')

/** Runs the command until it ends, or until it is ready and `whenReady` has finished. */
function run(
    args: string[],
    whenReady?: (url: string, signal: (name: NodeJS.Signals) => void) => Promise<void>
): Promise<{ status: number | null; out: string; err: string }> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [BIN, ...args])
        let out = ''
        let err = ''
        child.stdout.on('data', (chunk) => {
            const before = out
            out += chunk
            const ready = /ready at (\S+)/.exec(out)
            if (whenReady && ready?.[1] && !before.includes('ready at')) {
                whenReady(ready[1], (name) => child.kill(name)).catch((error) => {
                    child.kill('SIGKILL')
                    reject(error as Error)
                })
            }
        })
        child.stderr.on('data', (chunk) => (err += chunk))
        child.on('close', (status) => resolve({ status, out, err }))
    })
}

const FOLDERS = ['.', 'cli', 'client', 'examples/basic', 'examples/server', 'local-instance']
/** The package.json of the root and of the workspaces. */
const manifests = FOLDERS.map(
    (folder) =>
        JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {
            name: string
            bin?: Record<string, string>
            devDependencies?: Record<string, string>
        }
)

describe('the command local-instance', () => {
    let folder: string

    it('is also available under its package name, which its help and errors use', async () => {
        const { name, bin } = manifests.at(-1) ?? {}
        expect(bin).toEqual({ 'local-instance': bin?.[name ?? ''], [name ?? '']: 'bin/local-instance.js' })
        expect((await run(['--help'])).out).toMatch(/^Usage: openfin-servicenow-local-instance /)
    })

    it('and others are documented with packages that npx finds anywhere', () => {
        const found = [...FOLDERS, 'docs', 'docs/admin']
            .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(ROOT, folder, file)))
            .filter((file) => file.endsWith('.md'))
            .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bnpx ([@\w][\w/.-]*)/g)])
            .map(([, name = '']) => name)
        const known = manifests.flatMap(({ name, devDependencies = {} }) => [
            name,
            ...Object.keys(devDependencies),
        ])
        expect(found).toContain('openfin-servicenow-local-instance')
        expect(found.filter((name) => !known.includes(name))).toEqual([])
    })

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'command-line-'))
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    it.each(['SIGTERM', 'SIGINT'] as const)(
        'reports that it is ready, serves, and ends cleanly on %s',
        async (name) => {
            const { status, out, err } = await run(['--port', '0'], async (url, signal) => {
                expect((await fetch(`${url}/api/now/table/incident`)).status).toBe(401)
                signal(name)
            })
            expect(out).toMatch(/^local instance ready at http:\/\/127\.0\.0\.1:\d+$/m)
            expect({ status, err }).toEqual({ status: 0, err: '' })
        }
    )

    it('keeps its records in a data folder between starts', async () => {
        const basic = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` }
        const incident = { short_description: 'kept' }
        await run(['--port', '0', '--data', folder], async (url, signal) => {
            const made = await fetch(`${url}/api/now/table/incident`, {
                method: 'POST',
                headers: { ...basic, 'content-type': 'application/json' },
                body: JSON.stringify(incident),
            })
            expect(made.status).toBe(201)
            signal('SIGKILL')
        })
        await run(['--port', '0', '--data', folder], async (url, signal) => {
            const found = await fetch(`${url}/api/now/table/incident?sysparm_query=short_description=kept`, {
                headers: basic,
            })
            expect((await found.json()) as object).toMatchObject({ result: [incident] })
            signal('SIGTERM')
        })
    })

    it.each([
        ['an unknown option', ['--colour']],
        ['an invalid port', ['--port', 'http']],
        ['a port out of range', ['--port', '70000']],
        ['an unknown release', ['--release', 'tokyo']],
        ['no nodes', ['--nodes', '0']],
        ['an argument too many', ['extra']],
    ])('rejects %s in one line', async (_what, args) => {
        const { status, err } = await run(args)
        expect(status).not.toBe(0)
        expect(err.trim().split('\n')).toHaveLength(1)
    })

    it('rejects a port in use in one line', async () => {
        const server = createServer()
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        const { port } = server.address() as AddressInfo
        const { status, err } = await run(['--port', String(port)])
        await new Promise((resolve) => server.close(resolve))
        expect(status).toBe(1)
        expect(err).toMatch(
            new RegExp(`^openfin-servicenow-local-instance: port ${port} is already in use.*\\n$`)
        )
    })

    it('rejects a data folder that is a file or has an invalid database, in one line', async () => {
        const file = join(folder, 'file')
        writeFileSync(file, 'text')
        writeFileSync(join(folder, 'instance.db'), 'this is no database, but long enough to be read as one')
        for (const data of [file, folder]) {
            const { status, err } = await run(['--port', '0', '--data', data])
            expect(status).toBe(1)
            expect(err).toMatch(/^openfin-servicenow-local-instance: the data folder .* cannot be used.*\n$/)
        }
    })
})
