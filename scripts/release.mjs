// @ts-check
/**
 * Prepares a release, and publishes nothing: checks versions, changelog and packages, builds, packs app and packages to
 * dist/release with bills of materials, licences and checksums, and prints what to publish in which order.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pc from 'picocolors'
import { createCommand } from './lib/command.mjs'
import { Progress } from './lib/progress.mjs'
import { root, runCommand } from './lib/run-command.mjs'
import { isUnreleased } from './release/changelog.mjs'
import { FOLDER, packAll } from './release/pack.mjs'
import { inPublishingOrder, packageProblems, readPackages } from './release/packages.mjs'
import { setVersion, versionProblems } from './release/versions.mjs'

const progress = new Progress()
/** @type {{ setVersion?: string, write?: true, date: string, check?: true, build: boolean, twice?: true }} */
const options = createCommand('release', 'Checks, builds and packs a release; publishes nothing.')
    .option('--set-version <version>', 'show which files change for another version, and end')
    .option('--write', 'with --set-version: change them')
    .option('--date <date>', 'date of the version in the changelog', new Date().toISOString().slice(0, 10))
    .option('--check', 'only check versions, changelog and packages')
    .option('--no-build', 'pack what was built before')
    .option('--twice', 'build and pack a second time, and compare the two')
    .parse()
    .opts()

try {
    if (options.setVersion) await changeVersion(options.setVersion)
    else await prepare()
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}

/** @param {string} version */
async function changeVersion(version) {
    const { date, write = false } = options
    const files = await setVersion(await readPackages(), { version, date, write })
    console.log(`${write ? 'Changed' : 'To change, with --write'}:\n${indented(files)}`)
}

async function prepare() {
    const all = await readPackages()
    const packages = inPublishingOrder(all.workspaces)
    await progress.step('check versions, changelog and packages', async () => {
        refuse([...(await versionProblems(all)), ...packages.flatMap(packageProblems)])
    })
    if (options.check) return
    const first = await buildAndPack(all.app, packages)
    if (options.twice) {
        const second = await buildAndPack(all.app, packages)
        const before = first.sums.split('\n')
        refuse(
            second.sums
                .split('\n')
                .filter((line) => !before.includes(line))
                .map((line) => `differs: ${line}`)
        )
        console.log('Both times the same files came out.')
    }
    console.log(`\n${first.sums}`)
    await warn()
    tell(all.app.manifest.version, first.archives)
}

/**
 * @param {import('./release/packages.mjs').Package} app
 * @param {import('./release/packages.mjs').Package[]} packages
 */
async function buildAndPack(app, packages) {
    if (options.build) {
        // Checks need none of the compilers.
        const { build } = await import('./lib/build.mjs')
        await build({ progress, types: true, frozenKeys: true })
    }
    const packed = await progress.step(`pack to ${FOLDER}`, () => packAll({ app, packages }))
    refuse(packed.problems)
    return packed
}

/** What would keep this from being the release of a commit. */
async function warn() {
    const changes = await runCommand('git', ['status', '--porcelain']).catch(() => '')
    const remarks = [
        ...(isUnreleased(await readFile(join(root, 'CHANGELOG.md'), 'utf8'))
            ? ['The changelog has no date for this version; --set-version VERSION --write gives it one.']
            : []),
        ...(changes ? ['The working tree has changes that are in no commit.'] : []),
    ]
    for (const remark of remarks) console.log(`${pc.yellow('!')} ${remark}`)
}

/**
 * @param {string} version
 * @param {string[]} archives
 */
function tell(version, [app = '', ...packages]) {
    const steps = [
        `git tag v${version} && git push origin v${version}`,
        // Provenance is signed by the CI provider, so that a laptop cannot give it.
        ...packages.map((name) => `npm publish ${FOLDER}/${name}   (in CI, with id-token: write)`),
        // Last, since its documents tell readers to run the packages.
        `${FOLDER}/${app}: upload to the vendor instance, Publish to ServiceNow Store, with store/`,
    ]
    console.log(`\nNothing was published. To publish, in this order:`)
    console.log(indented(steps.map((step, index) => `${index + 1}. ${step}`)))
}

/** @param {string[]} problems @throws Error if there are any */
function refuse(problems) {
    if (problems.length > 0) throw new Error(`\n${indented(problems)}`)
}

/** @param {string[]} lines */
function indented(lines) {
    return lines.map((line) => `  ${line}`).join('\n')
}
