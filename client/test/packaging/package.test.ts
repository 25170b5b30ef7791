import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { OPENFIN_CLIENT_ID } from '../../../src/setup/registration'
import { ROOT } from '../../../test/support/deploy'
import { answer, startBrowserApp, type BrowserApp } from '../support/browser-app'
import { compile } from '../support/compile'
import { makeFreshProject, type FreshProject } from './fresh-project'
import { readmeBlocks, readmeFiles } from './readme'

const bin = (path: string) => join(ROOT, 'node_modules', path)
const ENTRIES = ['callback', 'index', 'node', 'requests', 'worker', 'worker-uploads']
const IN_COMMONJS = ['index', 'node', 'requests']

describe('H74 the packed package in an empty project', () => {
    let project: FreshProject

    beforeAll(async () => {
        project = await makeFreshProject()
    })
    afterAll(() => project.close())

    it('holds what it needs and nothing else, and runs nothing when installed', () => {
        expect(project.packed).toEqual(
            [
                'LICENSE',
                'README.md',
                'package.json',
                ...ENTRIES.flatMap((name) => [`dist/${name}.js`, `dist/${name}.d.ts`]),
                ...IN_COMMONJS.flatMap((name) => [`dist/${name}.cjs`, `dist/${name}.d.cts`]),
            ].sort()
        )
        const manifest = JSON.parse(readFileSync(join(ROOT, 'client/package.json'), 'utf8')) as Record<
            string,
            object
        >
        expect(
            Object.keys(manifest['scripts'] ?? {}).filter((name) => /install|prepare|publish/.test(name))
        ).toEqual([])
        expect(manifest['sideEffects']).toEqual(['./dist/callback.js'])
        expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['oauth4webapi'])
        expect(manifest).toMatchObject({
            publishConfig: { provenance: true },
            repository: { directory: 'client' },
        })
    })

    it('satisfies publint and attw', async () => {
        const [publint, attw] = await Promise.all([
            project.node(bin('publint/src/cli.js'), 'run', project.tarball, '--strict'),
            project.node(
                ...[bin('@arethetypeswrong/cli/dist/index.js'), project.tarball, '--format', 'json'],
                ...['--profile', 'node16', '--entrypoints', '.', './node', './requests']
            ),
        ])
        expect(publint).toContain('All good!')
        const { problems } = JSON.parse(attw) as { problems: Record<string, { resolutionKind: string }[]> }
        // The profile leaves the resolution of before Node 12 out, which knows nothing of exports.
        const counted = Object.values(problems).flat()
        expect(counted.filter(({ resolutionKind }) => resolutionKind !== 'node10')).toEqual([])
    })

    it('is imported and required by Node', async () => {
        const list = (names: string) => `console.log(typeof ${names.replaceAll(' ', ', typeof ')})`
        const names = 'connect ApiError createServiceNowAuth pages'
        const load = (how: (entry: string) => string) =>
            [
                `const { connect, ApiError } = ${how('openfin-servicenow-client')}`,
                `const { createServiceNowAuth } = ${how('openfin-servicenow-client/node')}`,
                `const { pages } = ${how('openfin-servicenow-client/requests')}`,
                list(names),
            ].join('\n')
        project.write(
            'esm.mjs',
            load((entry) => `await import('${entry}')`)
        )
        project.write(
            'cjs.cjs',
            load((entry) => `require('${entry}')`)
        )
        const answers = await Promise.all([project.node('esm.mjs'), project.node('cjs.cjs')])
        expect(answers).toEqual([
            'function function function function\n',
            'function function function function\n',
        ])
    })

    it('is compiled by strict TypeScript without skipLibCheck, as ES module, as CommonJS and for a bundler', () => {
        const use = [
            "import { ApiError, connect, type ServiceNowEntities, type TableRow } from 'openfin-servicenow-client'",
            "import { createServiceNowAuth } from 'openfin-servicenow-client/node'",
            "import { pages } from 'openfin-servicenow-client/requests'",
            'export const row = (row: TableRow<ServiceNowEntities.Core.Incident>): string => row.number',
            'export { ApiError, connect, createServiceNowAuth, pages }',
        ].join('\n')
        const at = { folder: project.folder }
        const node = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }
        expect(compile({ 'esm.mts': use, 'cjs.cts': use }, node, at)).toEqual([])
        const files = readmeFiles().filter(({ name }) => name.endsWith('.ts'))
        expect(files.map(({ name }) => name)).toEqual([
            'src/openfin.ts',
            'src/main.ts',
            'src/callback.ts',
            'src/typed-rows.ts',
            'src/list.ts',
            'src/errors.ts',
        ])
        const sources = Object.fromEntries(files.map(({ name, text }) => [name, text]))
        // As vite/client declares it.
        sources['vite.d.ts'] = "declare module '*?url' {\n    const url: string\n    export default url\n}\n"
        expect(compile(sources, {}, at)).toEqual([])
    })

    describe('as its README says', () => {
        let app: BrowserApp

        beforeAll(async () => {
            app = await startBrowserApp()
            for (const { name, text } of readmeFiles()) {
                const own = text
                    .replaceAll('https://YOUR_INSTANCE.service-now.com', app.instance.url)
                    .replaceAll('YOUR_CLIENT_ID', OPENFIN_CLIENT_ID)
                project.write(name, own)
            }
        })
        afterAll(() => app?.close())
        afterEach(() => app?.reset())

        const policy = () => {
            const [text = ''] = readmeBlocks('text')
            return text.trim().replace('https://YOUR_INSTANCE.service-now.com', app.instance.url)
        }
        /** Serves what was built, under the README's content security policy, and connects. */
        const connectWith = async (files: Record<string, string>) => {
            Object.assign(app.site.files, files)
            app.site.headers['*'] = { 'content-security-policy': policy() }
            const page = await app.browser.context.newPage()
            const refused: string[] = []
            page.on('console', (message) => {
                if (message.text().includes('Content Security Policy')) refused.push(message.text())
            })
            await page.goto(`${app.site.origin}/index.html`)
            const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('button')])
            await answer(popup)
            await page.getByText('Connected as abel.tuter').waitFor()
            expect(refused).toEqual([])
            return page
        }

        it('connects from a Vite build, on a page that allows no blob', async () => {
            expect(readmeBlocks('sh')).toEqual(['npm install openfin-servicenow-client\n'])
            await project.node(bin('vite/bin/vite.js'), 'build', '--logLevel', 'error')
            const built = project.read('dist')
            const page = await connectWith(built)
            const loaded = app.site.requests.map(({ url }) => url)
            expect(loaded).toContainEqual(expect.stringMatching(/^\/assets\/worker-.*\.js$/))
            expect(page.workers().map((worker) => worker.url())).toEqual([
                expect.stringMatching(/\/assets\/worker-.*\.js$/),
            ])
        })

        it('connects from a webpack build, on a page that allows no blob', async () => {
            await project.node(bin('webpack-cli/bin/cli.js'), 'build', '--output-path', 'webpack')
            const built = project.read('webpack')
            const page = await connectWith({
                ...built,
                '/index.html': '<button>Connect</button><output></output><script src="/main.js"></script>',
                '/callback.html': '<script src="/callback.js"></script>',
            })
            expect(page.workers().map((worker) => new URL(worker.url()).pathname in built)).toEqual([true])
        })
    })
})
