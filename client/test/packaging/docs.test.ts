import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../../test/support/deploy'

const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: ROOT })

describe("the package's documents", () => {
    it('report the API as it is', async () => {
        await run(join('client', 'scripts', 'api-report.mjs'))
    })

    it('are made by TypeDoc without a warning', async () => {
        await run('node_modules/typedoc/bin/typedoc', '--options', 'client/typedoc.json', '--emit', 'none')
    })
})
