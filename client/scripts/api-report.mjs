// @ts-check
/**
 * Compares the package's API with the report in client/api, using API Extractor; `--update` rewrites the
 * report. Exits with 1 if they differ, so that API changes are visible in a review.
 */
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const client = fileURLToPath(new URL('..', import.meta.url))
const temporary = mkdtempSync(join(tmpdir(), 'api-report-'))
const update = process.argv.includes('--update')

/** All entries in one run, since most of the time is spent on reading TypeScript's own declarations. */
const ENTRY = 'dist/api-report/all-entries.d.ts'

function report() {
    const config = ExtractorConfig.prepare({
        configObjectFullPath: undefined,
        packageJsonFullPath: join(client, 'package.json'),
        configObject: {
            projectFolder: client,
            mainEntryPointFilePath: join(client, ENTRY),
            compiler: {
                overrideTsconfig: {
                    compilerOptions: {
                        strict: true,
                        lib: ['es2022', 'dom', 'dom.iterable'],
                        types: [],
                        skipDefaultLibCheck: true,
                        module: 'esnext',
                        moduleResolution: 'bundler',
                    },
                    files: [ENTRY],
                },
            },
            apiReport: {
                enabled: true,
                reportFileName: 'openfin-servicenow-client.api.md',
                reportFolder: join(client, 'api'),
                reportTempFolder: temporary,
            },
            docModel: { enabled: false },
            dtsRollup: { enabled: false },
            tsdocMetadata: { enabled: false },
            messages: {
                extractorMessageReporting: {
                    // Missing release tags and unexported helper types are accepted.
                    default: { logLevel: /** @type {never} */ ('none') },
                },
                tsdocMessageReporting: { default: { logLevel: /** @type {never} */ ('none') } },
            },
        },
    })
    return Extractor.invoke(config, {
        localBuild: update,
        messageCallback: (message) => {
            message.handled = true
        },
    })
}

for (const folder of ['api', 'dist/api-report']) mkdirSync(join(client, folder), { recursive: true })
writeFileSync(
    join(client, ENTRY),
    "export * from '../index'\nexport * as requests from '../requests'\nexport * as node from '../node'\n"
)
const { apiReportChanged } = report()
for (const path of [temporary, join(client, ENTRY)]) rmSync(path, { recursive: true, force: true })
if (apiReportChanged && !update) {
    console.error('The API differs from the report. Update it: npm run api:client')
    process.exitCode = 1
}
