import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../../test/support/deploy'
import { ORIGIN, startDeployed, type DeployedInstance } from '../../../test/support/deployed-instance'
import { basicEnv, runCli } from '../support/run-cli'

const run = promisify(execFile)

describe('the packed command in an empty folder', () => {
    let folder: string
    let tarball: string
    let packed: string[]
    let instance: DeployedInstance

    beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), 'packed-command-'))
        const args = ['pack', '--json', '--pack-destination', folder, '--ignore-scripts']
        const { stdout } = await run('npm', args, { cwd: join(ROOT, 'cli') })
        const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }]
        tarball = join(folder, filename)
        packed = files.map(({ path }) => path).sort()
        writeFileSync(join(folder, 'package.json'), '{"name": "empty", "version": "1.0.0", "private": true}')
        // It has no dependencies, so that no registry is needed.
        await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
        instance = await startDeployed()
    })
    afterAll(async () => {
        await instance.close()
        rmSync(folder, { recursive: true, force: true })
    })

    it('holds the command, its README and the licences of what is in it', () => {
        expect(packed).toEqual([
            ...[
                'LICENSE',
                'README.md',
                'bin/openfin-servicenow.js',
                'dist/THIRD-PARTY-LICENSES',
                'dist/cli.js',
                'package.json',
            ],
        ])
        const manifest = JSON.parse(readFileSync(join(ROOT, 'cli/package.json'), 'utf8')) as object
        expect(manifest).not.toHaveProperty('dependencies')
        const licences = readFileSync(join(ROOT, 'cli/dist/THIRD-PARTY-LICENSES'), 'utf8')
        const terms = [...licences.matchAll(/^(\S+) [\d.]+ \((.+)\)$/gm)]
        expect(terms.map(([, name]) => name)).toEqual(
            expect.arrayContaining(['commander', 'cli-table3', 'oauth4webapi', 'open', 'picocolors'])
        )
        expect([...new Set(terms.map(([, , licence]) => licence))].sort()).toEqual(['ISC', 'MIT'])
    })

    it('satisfies publint', async () => {
        const publint = join(ROOT, 'node_modules/publint/src/cli.js')
        const { stdout } = await run(process.execPath, [publint, 'run', tarball, '--strict'], { cwd: folder })
        expect(stdout).toContain('All good!')
    })

    it('runs by its name, and looks at an instance', async () => {
        const { stdout } = await run(join(folder, 'node_modules/.bin/openfin-servicenow'), ['--version'])
        expect(stdout).toBe('1.0.0\n')
        const doctor = await runCli(['doctor', '--instance', instance.url, '--origin', ORIGIN, '--json'], {
            env: basicEnv(),
            cwd: folder,
            file: join(folder, 'node_modules/openfin-servicenow/bin/openfin-servicenow.js'),
        })
        expect([doctor.status, doctor.json()]).toMatchObject([0, { ok: true, instance: instance.url }])
    })
})
