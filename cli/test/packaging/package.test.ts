import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../test/support/deploy'
import { ORIGIN, startDeployed, type DeployedInstance } from '../../../test/support/deployed-instance'
import { installPacked, type PackedPackage } from '../../../test/support/packed-package'
import { basicEnv, runCli } from '../support/run-cli'
import { VERSION } from '../../../test/support/version'

describe('the packed command in an empty folder', () => {
    let packed: PackedPackage
    let instance: DeployedInstance

    beforeAll(async () => {
        packed = await installPacked('openfin-servicenow')
        instance = await startDeployed()
    })
    afterAll(async () => {
        await instance.close()
        packed.close()
    })

    it('holds the command, its README and the licences of what is in it', () => {
        expect(packed.files).toEqual([
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
        const told = await packed.run(process.execPath, publint, 'run', packed.tarball, '--strict')
        expect(told).toContain('All good!')
    })

    it('runs by its name, and looks at an instance', async () => {
        const program = join(packed.folder, 'node_modules/.bin/openfin-servicenow')
        expect(await packed.run(program, '--version')).toBe(`${VERSION}\n`)
        const doctor = await runCli(['doctor', '--instance', instance.url, '--origin', ORIGIN, '--json'], {
            env: basicEnv(),
            cwd: packed.folder,
            file: join(packed.folder, 'node_modules/openfin-servicenow/bin/openfin-servicenow.js'),
        })
        expect([doctor.status, doctor.json()]).toMatchObject([0, { ok: true, instance: instance.url }])
    })
})
