import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { ROOT } from '../../../test/support/deploy'
import { answer, startBrowserApp, type BrowserApp } from '../support/browser-app'
import { compile } from '../support/compile'
import { BUNDLE } from './bundle-program'
import { makeFreshProject, type FreshProject } from './fresh-project'
import { readmeBlocks, readmeFiles } from './readme'

const bin = (path: string) => join(ROOT, 'node_modules', path)
const ENTRIES = ['callback', 'index', 'node', 'requests', 'worker', 'worker-uploads']
const IN_COMMONJS = ['index', 'node', 'requests']
/** Entries that are loaded for their side effect. */
const EFFECTS = ['./callback', './worker', './worker-uploads']

describe('H74 the packed package in an empty project', () => {
    let project: FreshProject

    beforeAll(async () => {
        project = await makeFreshProject()
    })
    afterAll(() => project.close())

    it('contains only the necessary files, and has no install scripts', () => {
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
                // The scripts without exports are for bundlers and pages, not for `require`.
                ...['--ignore-rules', 'cjs-resolves-to-esm']
            ),
        ])
        expect(publint).toContain('All good!')
        const { problems } = JSON.parse(attw) as { problems: Record<string, { entrypoint: string }[]> }
        const { CJSResolvesToESM = [], ...others } = problems
        expect(others).toEqual({})
        expect(CJSResolvesToESM.map(({ entrypoint }) => entrypoint).sort()).toEqual(EFFECTS)
    })

    it('resolves in tsc with moduleResolution node10, which supports typesVersions but not exports', async () => {
        const names = EFFECTS.map((entry) => `import 'openfin-servicenow-client${entry.slice(1)}'`)
        const uses = [
            "import { connect } from 'openfin-servicenow-client'",
            "import { createServiceNowAuth } from 'openfin-servicenow-client/node'",
            "import { pages } from 'openfin-servicenow-client/requests'",
            'export const all: object[] = [connect, createServiceNowAuth, pages]',
        ]
        project.write('node10.ts', [...names, ...uses].join('\n'))
        const settings = '--module commonjs --moduleResolution node10 --strict --noUncheckedSideEffectImports'
        const more = '--noEmit --target es2022 --lib es2022,dom,dom.iterable'
        await project.node(bin('typescript/bin/tsc'), ...`${settings} ${more}`.split(' '), 'node10.ts')
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

    it('recognizes the errors of each entry in all others, as ES module and as CommonJS', async () => {
        project.write(
            'errors.mjs',
            `import { createRequire } from 'node:module'
            const names = ['', '/node', '/requests'].map((entry) => 'openfin-servicenow-client' + entry)
            const loaded = [
                ...(await Promise.all(names.map((name) => import(name)))),
                ...names.map(createRequire(import.meta.url)),
            ]
            const calls = loaded.map(({ connect, createServiceNowAuth, pages }) =>
                connect ?? createServiceNowAuth ?? pages)
            const thrown = await Promise.all(calls.map(async (call) => call()).map((call) => call.catch((e) => e)))
            const found = thrown.map((error) => [
                error.constructor.name,
                ...loaded.flatMap(({ ApiError, ParameterError, ApiRequestError }) => ApiError
                    ? [error instanceof ApiError, error instanceof ParameterError, error instanceof ApiRequestError]
                    : []),
            ].join(' '))
            console.log([...new Set(found)].join())`
        )
        expect(await project.node('errors.mjs')).toBe(`ParameterError${' true true false'.repeat(4)}\n`)
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
        // As declared by vite/client.
        sources['vite.d.ts'] = "declare module '*?url' {\n    const url: string\n    export default url\n}\n"
        expect(compile(sources, {}, at)).toEqual([])
    })

    it('is kept by esbuild, Vite and webpack if it is imported for its side effect', async () => {
        for (const entry of ['callback', 'worker', 'worker-uploads'])
            project.write(`effects/${entry}.mjs`, `import 'openfin-servicenow-client/${entry}'`)
        project.write('effects/index.mjs', "import 'openfin-servicenow-client'")
        project.write('bundle.mjs', BUNDLE)
        await project.node('bundle.mjs')
        for (const bundler of ['esbuild', 'vite', 'webpack']) {
            const built = project.read(`effects/${bundler}`)
            for (const name of ['worker', 'worker-uploads']) {
                const scope: Record<string, unknown> = {}
                const { crypto, performance } = globalThis
                runInNewContext(built[`/${name}.js`]!, { self: scope, crypto, performance, navigator: {} })
                expect([bundler, name, typeof scope['onmessage']]).toEqual([bundler, name, 'function'])
            }
            expect(built['/callback.js']).toContain('openfin-servicenow:callback')
            const fin: Record<string, unknown> = {}
            runInNewContext(built['/index.js']!, { fin })
            expect(fin).toHaveProperty('Integrations.ServiceNow.enableLogging')
        }
    })

    describe('as documented in its README', () => {
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
        /** Serves the build, under the README's content security policy, and connects. */
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

        it('connects from a Vite build, on a page that does not allow blob:', async () => {
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

        it('connects from a webpack build, on a page that does not allow blob:', async () => {
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
