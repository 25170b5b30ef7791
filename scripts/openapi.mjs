// @ts-check
/**
 * Writes docs/openapi.json and docs/openfin.postman_collection.json from the description in scripts/openapi. `--check`
 * writes nothing and exits with 1 if a file differs from the description or the description is no valid OpenAPI 3.1.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { root } from './lib/run-command.mjs'
import { describeApi } from './openapi/description.mjs'
import { toPostman } from './openapi/postman.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const description = describeApi(version)
const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(description)))
if (!valid) fail(`The description is no valid OpenAPI 3.1: ${JSON.stringify(errors)}`)

const files = {
    'docs/openapi.json': description,
    'docs/openfin.postman_collection.json': toPostman(description),
}
for (const [file, content] of Object.entries(files)) {
    const text = `${JSON.stringify(content, null, 4)}\n`
    if (!process.argv.includes('--check')) writeFileSync(join(root, file), text)
    else if (readFileSync(join(root, file), 'utf8') !== text) fail(`${file} is out of date: npm run openapi`)
}

/** @param {string} message */
function fail(message) {
    console.error(message)
    process.exit(1)
}
