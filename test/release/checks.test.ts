import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyProject } from '../support/copy-project'

/** Files that the tests change, in a copy of the project. */
const FILES = [
    'CHANGELOG.md',
    'package.json',
    'package-lock.json',
    'cli/package.json',
    'client/package.json',
    'local-instance/package.json',
    'setup/package.json',
    'examples/basic/package.json',
    'examples/server/package.json',
    'docs/openapi.json',
]

describe('npm run release', () => {
    let project: string
    const read = (file: string) => readFileSync(join(project, file), 'utf8')
    const original = new Map<string, string>()
    const contents = () => FILES.map((file) => [file, read(file)])

    beforeAll(() => {
        project = join(mkdtempSync(join(tmpdir(), 'release-')), 'project')
        copyProject(project)
        for (const file of FILES) original.set(file, read(file))
    })
    afterEach(() => {
        for (const [file, text] of original) writeFileSync(join(project, file), text)
    })
    afterAll(() => rmSync(join(project, '..'), { recursive: true, force: true }))

    /** Runs the command up to the build. */
    const release = (...args: string[]) =>
        new Promise<{ status: number; output: string }>((resolve) => {
            execFile(
                process.execPath,
                ['scripts/release.mjs', '--check', ...args],
                // Jest tells its processes to colour their output where the terminal or CI shows colours.
                { cwd: project, env: { ...process.env, NO_COLOR: '1' } },
                (error, stdout, stderr) =>
                    resolve({ status: Number(error?.code ?? 0), output: stdout + stderr })
            )
        })
    const change = (file: string, find: string | RegExp, replace: string) => {
        const text = read(file)
        const changed = text.replace(find, replace)
        expect(changed).not.toBe(text)
        writeFileSync(join(project, file), changed)
    }
    const PASSED = '✓ check versions, changelog and packages'

    it('finds nothing in the committed files', async () => {
        expect((await release()).output).toContain(PASSED)
    })

    it.each([
        ['another version', 'cli/package.json', '"version": "', '"version": "9', 'cli/package.json: 9'],
        ['another version', 'package-lock.json', '"version": "', '"version": "9', 'package-lock.json'],
        ['another version', 'docs/openapi.json', '"version": "', '"version": "9', 'docs/openapi.json: 9'],
        [
            'a dependency on another version',
            'examples/basic/package.json',
            '"openfin-servicenow-client": "',
            '"openfin-servicenow-client": "9',
            'examples/basic, openfin-servicenow-client: 9',
        ],
        ['another first part', 'CHANGELOG.md', '## ', '## 9.9.9 (unreleased)\n\n## ', 'its first part'],
        ['no date', 'CHANGELOG.md', ' (unreleased)', ' (soon)', 'its first part'],
        ['an unknown section', 'CHANGELOG.md', '### Setup', '### Misc', 'unknown section Misc'],
        ['a section twice', 'CHANGELOG.md', '### Setup', '### App', 'two sections App'],
        ['an empty section', 'CHANGELOG.md', '### Setup', '### Client\n\n### Setup', 'nothing in section'],
        ['no section App', 'CHANGELOG.md', '### App', '### Setup', 'it has no section App'],
        ['no provenance', 'cli/package.json', '"provenance": true', '"provenance": false', 'provenance'],
        [
            'an install script',
            'local-instance/package.json',
            '"scripts": {',
            '"scripts": { "postinstall": "node x.js",',
            'it has the scripts postinstall',
        ],
        [
            'another repository',
            'client/package.json',
            'https://github.com/openfin-for-servicenow',
            'https://github.com/somebody',
            'its repository is not',
        ],
        ['another folder', 'client/package.json', '"directory": "client"', '"directory": "x"', 'directory'],
        ['another licence', 'cli/package.json', '"Apache-2.0"', '"UNLICENSED"', 'its licence is not'],
        ['all its files', 'cli/package.json', '"files"', '"some"', 'it has no list of files'],
    ])('rejects %s in %s', async (_, file, find, replace, message) => {
        change(file, find, replace)
        const { status, output } = await release()
        expect([status, output]).toEqual([1, expect.stringContaining(message)])
        expect(output).not.toContain(PASSED)
    })

    it('shows the files that a new version changes, without changing any', async () => {
        const before = contents()
        const { status, output } = await release('--set-version', '91.4.7', '--date', '2027-01-31')
        expect(status).toBe(0)
        for (const file of FILES) expect(output).toContain(file)
        expect(contents()).toEqual(before)
    })

    it('changes only the version of app, packages and changelog', async () => {
        const { version } = JSON.parse(read('package.json')) as { version: string }
        const { status } = await release('--set-version', '91.4.7', '--date', '2027-01-31', '--write')
        expect(status).toBe(0)
        expect(read('CHANGELOG.md')).toContain('## 91.4.7 (2027-01-31)\n')
        expect((await release()).output).toContain(PASSED)
        for (const file of FILES.filter((name) => name.endsWith('.json'))) {
            const back = read(file).replaceAll('"91.4.7"', `"${version}"`)
            expect([file, back]).toEqual([file, original.get(file)])
        }
    })

    it.each([['1.4'], ['next'], ['1.4.0-rc.1']])('rejects the version %s', async (version) => {
        const before = contents()
        const { status, output } = await release('--set-version', version, '--write')
        expect([status, output]).toEqual([1, expect.stringContaining('is no version')])
        expect(contents()).toEqual(before)
    })
})
