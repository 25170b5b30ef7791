import type { Guard } from './guard'

const RULES = 'test/certification/rules.test.ts'
const REPEATABLE = 'test/certification/repeatable-build.test.ts'

/** Builds, rules over the built app, upgrades: H72, H73, H75. */
export const certificationGuards: Guard[] = [
    {
        case: 'H72',
        what: 'the serial number taken out of the bill of materials',
        file: 'scripts/postbuild.mjs',
        find: '/^ {2}"serialNumber": "urn:uuid:[0-9a-f-]{36}",$|',
        replace: '/',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'the time taken out of the bill of materials',
        file: 'scripts/postbuild.mjs',
        find: '|^ {4}"timestamp": "[^"]*",$/',
        replace: '/',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'the task that the SDK runs after a build',
        file: 'now.config.json',
        find: '"postbuild": "./scripts/postbuild.mjs"',
        replace: '"after": "./scripts/postbuild.mjs"',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'paths in source maps that start at the file',
        file: 'scripts/lib/transpile.mjs',
        find: 'sourceFileName: relative(dirname(output), file)',
        replace: 'sourceFileName: file',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'the removal of what an earlier build left',
        file: 'scripts/lib/transpile.mjs',
        find: '!outputs.has(`${output}.js`)',
        replace: 'false',
        test: REPEATABLE,
    },
    {
        case: 'H73',
        what: 'the sign-in that user_info needs',
        file: 'src/fluent/integration-api/rest-api.now.ts',
        find: 'authentication: true',
        replace: 'authentication: false',
        test: RULES,
    },
    {
        case: 'H73',
        what: 'a role for deleting requests',
        file: 'src/fluent/integration-api/request-table.now.ts',
        find: "operation: 'delete',\n    roles: [adminRole]",
        replace: "operation: 'delete',\n    roles: ['snc_internal']",
        test: RULES,
    },
    {
        case: 'H73',
        what: 'reading with the user’s rights',
        file: 'src/server/integration-api/user-info.ts',
        find: 'import { gs, GlideRecordSecure }',
        replace: 'import { gs, GlideRecord as GlideRecordSecure }',
        test: RULES,
    },
    {
        case: 'H73',
        what: 'a CORS rule that is inactive',
        file: 'src/fluent/cors/cors-rules.now.ts',
        find: 'rest_api: integrationApi,\n        domain: NO_ORIGIN,\n        active: false',
        replace: 'rest_api: integrationApi,\n        domain: NO_ORIGIN,\n        active: true',
        test: RULES,
    },
    {
        case: 'H73',
        what: 'the script of the path’s access control',
        file: 'src/fluent/integration-api/path-acls.now.ts',
        find: "\"answer = gs.getProperty('x_opfi_openfin.integration.lockdown', 'true') == 'false';\"",
        replace: "'answer = true;'",
        test: RULES,
    },
    {
        case: 'H73',
        what: 'the registered name of the event',
        file: 'src/fluent/integration-api/failing-address.now.ts',
        find: "event_name: 'x_opfi_openfin.address_failing',",
        replace: "event_name: 'x_opfi_openfin.an_address_keeps_failing_now',",
        test: RULES,
    },
    {
        case: 'H73',
        what: 'the declared reading of users',
        file: 'src/fluent/integration-api/privileges.now.ts',
        find: "targetName: 'sys_user'",
        replace: "targetName: 'sys_user_group'",
        test: 'test/certification/privileges-in-use.test.ts',
    },
]
