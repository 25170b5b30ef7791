import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InstanceClient } from '../../../examples/sign-in-flow/instance-client'
import { signIn } from '../../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { setUp } from '../../../setup/set-up'
import { ADMIN_AUTHORIZATION } from '../../../test/support/admin-authorization'
import { ROOT } from '../../../test/support/deploy'
import { installPacked, type PackedPackage } from '../../../test/support/packed-package'
import { uploadPackage } from '../../../test/support/upload-package'

const NAME = 'openfin-servicenow-local-instance'

describe('the packed local instance in an empty folder', () => {
    let packed: PackedPackage

    beforeAll(async () => {
        packed = await installPacked(NAME)
    })
    afterAll(() => packed.close())

    it('contains only programs, declarations and documents', () => {
        const others = packed.files.filter((path) => !/^dist\/[\w/-]+\.(js|d\.ts)$/.test(path))
        expect(others.filter((path) => !path.startsWith('fidelity/'))).toEqual([
            'FIDELITY.md',
            'LICENSE',
            'README.md',
            'bin/local-instance.js',
            'package.json',
        ])
        expect(packed.files).toEqual(expect.arrayContaining(['dist/index.js', 'dist/index.d.ts']))
        expect(packed.files).toContain('fidelity/oauth-provider.md')
    })

    it('satisfies publint', async () => {
        const publint = join(ROOT, 'node_modules/publint/src/cli.js')
        const output = await packed.run(process.execPath, publint, 'run', packed.tarball, '--strict')
        expect(output).toContain('All good!')
    })

    it('is required and imported', async () => {
        writeFileSync(
            join(packed.folder, 'a.cjs'),
            `console.log(Object.keys(require('${NAME}')).sort().join())`
        )
        writeFileSync(
            join(packed.folder, 'a.mjs'),
            `import { createClock, createLocalInstance } from '${NAME}'
            const instance = await createLocalInstance({ clock: createClock({ frozen: true }) })
            const { status } = await fetch(instance.url + '/api/now/table/incident')
            await instance.close()
            console.log(status)`
        )
        const names = await packed.run(process.execPath, 'a.cjs')
        expect(names.trim().split(',')).toEqual(
            expect.arrayContaining(['createClock', 'createLocalInstance'])
        )
        expect(await packed.run(process.execPath, 'a.mjs')).toBe('401\n')
    })

    it('runs by its name, installs the app, and issues tokens through it', async () => {
        const program = join(packed.folder, 'node_modules/.bin', NAME)
        const child = spawn(program, ['--port', '0', '--quiet'], { cwd: packed.folder })
        try {
            const [line] = (await once(child.stdout, 'data')) as [Buffer]
            const [, url = ''] = /ready at (\S+)/.exec(String(line)) ?? []
            await uploadPackage(url, ADMIN_AUTHORIZATION)
            await setUp({
                instanceUrl: url,
                authorization: ADMIN_AUTHORIZATION,
                origins: ['https://app.example'],
            })
            const user = { userName: 'abel.tuter', password: 'abel.tuter' }
            const signedIn = await signIn({ instanceUrl: url, clientId: OPENFIN_CLIENT_ID, ...user })
            const client = new InstanceClient(url, OPENFIN_CLIENT_ID)
            const { code, verifier, redirectUri } = signedIn
            const answer = await client.requestTokens(code ?? '', verifier, redirectUri)
            expect([answer.status, Object.keys(answer.body)]).toEqual([
                200,
                expect.arrayContaining(['access_token', 'refresh_token']),
            ])
        } finally {
            child.kill('SIGTERM')
        }
        expect(await once(child, 'exit')).toEqual([0, null])
    })
})
