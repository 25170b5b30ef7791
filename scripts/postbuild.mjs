// @ts-check
import { readLibraries } from './lib/bundled-libraries.mjs'
import { translateMessages } from './lib/translate-messages.mjs'

/**
 * Last step of every `now-sdk build` (`scripts.postbuild` of now.config.json).
 *
 * Adds the German messages of the UI pages, and those of the mails. Adds the libraries in the pages' bundles, with their
 * licences, to the bill of materials, which the SDK leaves empty. Removes the timestamp and the random serial number there, so that the
 * same sources always build the same app. Both are optional in CycloneDX 1.6, and its own tools omit them from reproducible
 * output.
 * @param {{
 *     rootDir: string,
 *     config: { appOutputDir: string },
 *     fs: typeof import('node:fs'),
 *     path: typeof import('node:path')
 * }} task passed by the SDK's task runner
 * @throws if there is no bill of materials, so that an unrepeatable build does not go unnoticed
 */
export default function completeBuild({ rootDir, config, fs, path }) {
    const folder = path.join(rootDir, config.appOutputDir, 'update')
    /** @param {string} file @returns {Record<string, string>} */
    const read = (file) => JSON.parse(fs.readFileSync(path.join(rootDir, file), 'utf8'))
    const [pages, mails] = [read('src/ui/de.json'), read('src/fluent/mails/de.json')]
    translateMessages({ folder, language: 'de', pages, mails, fs, path })
    const bills = fs
        .readdirSync(folder)
        .filter((name) => name.startsWith('sys_module_'))
        .map((name) => path.join(folder, name))
        .filter((file) => fs.readFileSync(file, 'utf8').includes('/bom.json</path>'))
    if (bills.length === 0) throw new Error(`No bill of materials (bom.json) in ${folder}.`)
    const components = JSON.stringify(readLibraries({ rootDir, fs, path }), null, 2).replaceAll('\n', '\n  ')
    for (const file of bills) {
        const lines = fs.readFileSync(file, 'utf8').split('\n')
        if (!lines.includes(NO_COMPONENTS)) throw new Error('The bill of materials already has components.')
        const kept = lines.filter((line) => !VARIES.test(line))
        const filled = kept.map((line) => (line === NO_COMPONENTS ? `  "components": ${components},` : line))
        fs.writeFileSync(file, filled.join('\n'))
    }
}

/** As the SDK writes it for each app. */
const NO_COMPONENTS = '  "components": [],'

/** Lines that differ from build to build; neither is the last of its object. */
const VARIES = /^ {2}"serialNumber": "urn:uuid:[0-9a-f-]{36}",$|^ {4}"timestamp": "[^"]*",$/
