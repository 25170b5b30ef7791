import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { createFinder } from '../open-routes/secret-finder'
import { formsOf, makeCanary } from '../secrets/forms'
import { copyProject } from '../support/copy-project'
import { ROOT } from '../support/deploy'
import { differences, readTree } from './file-tree'

const KEYS = 'src/fluent/generated/keys.ts'
const SUMS = 'dist/release/SHA256SUMS'
/** What the working tree's build made. */
const BUILT = ['dist/app', 'cli/dist', 'client/dist', 'local-instance/dist']
/** Written by `now-sdk pack` and `install`, so that a folder that was only built lacks it. */
const INVENTORY = 'package_inventory.csv'
/** What a build machine knows and packages must not hold. */
const SECRETS = { NODE_AUTH_TOKEN: makeCanary('npm'), SN_SDK_USER_PWD: makeCanary('instance') }
/** Another machine: other language and time zone, secrets in its environment, and below another home. */
const ELSEWHERE = { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham', ...SECRETS }

/*
 * The working tree's build, which every test run begins with, against one of a clone that lies elsewhere and is built
 * at another moment.
 */
describe('H72 the same sources, built in two places', () => {
    let temp: string
    /** Holds the working tree's build. */
    let here: string
    let there: string

    beforeAll(async () => {
        temp = mkdtempSync(join(tmpdir(), 'clones-'))
        here = join(temp, 'here')
        there = join(temp, 'some where/else/Döpfner & Søn')
        copyProject(here)
        copyProject(there)
        for (const path of readTree(join(there, 'src')).keys()) utimesSync(join(there, 'src', path), 1e9, 1e9)
        for (const folder of BUILT) cpSync(join(ROOT, folder), join(here, folder), { recursive: true })
        const home = join(temp, 'home')
        // As if a source had been removed since the last build.
        mkdirSync(join(there, 'local-instance/dist'))
        writeFileSync(join(there, 'local-instance/dist/gone.js'), '')
        await Promise.all([release(here, ['--no-build']), release(there, [], { ...ELSEWHERE, HOME: home })])
    }, 300_000)

    afterAll(() => rmSync(temp, { recursive: true, force: true }))

    it('makes the same app, file by file and byte by byte', () => {
        const [one, other] = [here, there].map((clone) => readTree(join(clone, 'dist/app')))
        expect(one?.size).toBeGreaterThan(50)
        expect(one?.has(INVENTORY)).toBe(true)
        expect(differences(one ?? new Map(), other ?? new Map())).toEqual([])
    })

    it('makes the same release: app and packages, their bills of materials and licences', () => {
        const [one, other] = [here, there].map((clone) => readFileSync(join(clone, SUMS), 'utf8'))
        // An archive, a bill and a list for the app and each of three packages.
        expect(one?.trim().split('\n')).toHaveLength(12)
        expect(other).toBe(one)
    })

    it('leaves no trace of where and when it was built', () => {
        const built = [...readTree(join(there, 'dist/app')).values()].map(String).join('\n')
        for (const trace of [temp, 'Döpfner', tmpdir(), 'Chatham', 'urn:uuid:', '"timestamp"'])
            expect(built).not.toContain(trace)
        expect(built).toContain('"bomFormat": "CycloneDX"')
    })

    it('leaves no secret of the build machine in the app and the packages', () => {
        const find = createFinder(Object.values(SECRETS).flatMap(formsOf))
        const built = readTree(join(there, 'dist/app'))
        for (const [name, bytes] of readTree(join(there, 'dist/release')))
            built.set(name, name.endsWith('.tgz') ? gunzipSync(bytes) : bytes)
        for (const [name, bytes] of built) expect([name, find(bytes.toString('latin1'))]).toEqual([name, []])
        expect([...built.keys()].filter((name) => name.endsWith('.tgz'))).toHaveLength(3)
        expect(find(`//registry/:_authToken=${SECRETS.NODE_AUTH_TOKEN}`)).not.toEqual([])
    })

    it('leaves the keys as they are committed', () => {
        expect(readFileSync(join(there, KEYS), 'utf8')).toBe(readFileSync(join(ROOT, KEYS), 'utf8'))
    })

    it('makes the same local instance and tools', () => {
        for (const folder of ['local-instance/dist', 'dist/tools']) {
            const [one, other] = [ROOT, there].map((clone) =>
                readTree(join(clone, folder), (path) => /\.js(\.map)?$/.test(path))
            )
            expect(other?.size).toBeGreaterThan(10)
            expect(differences(one ?? new Map(), other ?? new Map())).toEqual([])
        }
    })
})

/** Runs the command of the release in a copy of the project. */
async function release(project: string, args: string[], env: Record<string, string> = {}): Promise<void> {
    const options = { cwd: project, env: { ...process.env, ...env } }
    await promisify(execFile)(process.execPath, ['scripts/release.mjs', ...args], options)
}
