import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyProject } from '../support/copy-project'
import { nowSdk } from '../support/now-sdk'

/** Newer than any version of the app. */
export const NEXT_VERSION = '99.0.0'

/** Changes by file: what stands there, and what the next version has instead. */
const CHANGES: Record<string, [string | RegExp, string][]> = {
    'package.json': [[/"version": "\d+\.\d+\.\d+"/, `"version": "${NEXT_VERSION}"`]],
    'setup/packaged.ts': [[/MAX_AGE_S = \d+/, 'MAX_AGE_S = 3600']],
    'src/fluent/cors/cors-rules.now.ts': [
        [
            /$/,
            `Record({
    $id: Now.ID['import-cors-rule'],
    table: 'sys_cors_rule',
    $meta: { installMethod: 'first install' },
    data: { name: 'OpenFin – Import', rest_api: '', domain: NO_ORIGIN, active: false, post: true },
})
`,
        ],
    ],
    'src/fluent/application-registry/openfin-client.now.ts': [
        ['access_token_lifespan: 7200', 'access_token_lifespan: 3600'],
    ],
    'src/fluent/token-refresh/example-rules.now.ts': [[/refresh_lead_s: 604800/g, 'refresh_lead_s: 86400']],
    'src/fluent/integration-api/properties.now.ts': [
        ['value: 300,', 'value: 250,'],
        ['value: 120,', 'value: 90,'],
        [
            /Property\(\{\s+\$id: Now\.ID\['failures-before-event'\][\s\S]*?\n\}\)\n/,
            `Property({
    $id: Now.ID['grace-period-s'],
    name: 'x_opfi_openfin.integration.grace_period_s',
    type: 'integer',
    value: 30,
    description: 'New in this version.',
    roles: { read: [viewerRole, adminRole], write: [adminRole] },
})
`,
        ],
    ],
    'src/fluent/integration-api/request-table.now.ts': [
        [
            'duration_ms: IntegerColumn',
            "retries: IntegerColumn({ label: 'Retries' }),\n        duration_ms: IntegerColumn",
        ],
        ['Recorded requests cannot be changed.', 'What was recorded stays.'],
    ],
    'src/fluent/integration-api/path-acls.now.ts': [
        [/Closes the route to everybody/g, 'Shuts the route to everybody'],
    ],
    'src/server/integration-api/user-info.ts': [
        [
            'writeResponse(response, successResponse({ result }))',
            `result['served_by'] = '${NEXT_VERSION}'\n    writeResponse(response, successResponse({ result }))`,
        ],
    ],
}

/**
 * Builds the next version of the app from a copy of the sources: with new, changed and removed records, and other code.
 *
 * @throws where the sources no longer hold what the next version changes
 */
export async function buildNextVersion(folder: string): Promise<void> {
    copyProject(folder)
    for (const [file, changes] of Object.entries(CHANGES)) {
        const path = join(folder, file)
        let text = readFileSync(path, 'utf8')
        for (const [find, replace] of changes) {
            const changed = text.replace(find, () => replace)
            if (changed === text) throw new Error(`${file} does not hold ${find}`)
            text = changed
        }
        writeFileSync(path, text)
    }
    await nowSdk(folder, ['build'])
}
