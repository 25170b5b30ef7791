// @ts-check
/**
 * What `now-sdk build` runs last (`scripts.postbuild` of now.config.json), however it was started.
 *
 * Takes the moment and the random serial number out of the bill of materials, so that the same sources make the same
 * app wherever and whenever they are built. Both are optional in CycloneDX 1.6, and what its own tools leave out of
 * reproducible output.
 * @param {{
 *     rootDir: string,
 *     config: { appOutputDir: string },
 *     fs: typeof import('node:fs'),
 *     path: typeof import('node:path')
 * }} task handed over by the SDK's task runner
 * @throws where there is no such bill, since a build that cannot be repeated must not pass for one that can
 */
export default function makeRepeatable({ rootDir, config, fs, path }) {
    const folder = path.join(rootDir, config.appOutputDir, 'update')
    const bills = fs
        .readdirSync(folder)
        .filter((name) => name.startsWith('sys_module_'))
        .map((name) => path.join(folder, name))
        .filter((file) => fs.readFileSync(file, 'utf8').includes('/bom.json</path>'))
    if (bills.length === 0) throw new Error(`No bill of materials (bom.json) in ${folder}.`)
    for (const file of bills) {
        const lines = fs.readFileSync(file, 'utf8').split('\n')
        fs.writeFileSync(file, lines.filter((line) => !VARIES.test(line)).join('\n'))
    }
}

/** Lines of a bill that differ from build to build; neither is the last of its object. */
const VARIES = /^ {2}"serialNumber": "urn:uuid:[0-9a-f-]{36}",$|^ {4}"timestamp": "[^"]*",$/
