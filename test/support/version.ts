import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './deploy'

/** The version of app and packages. */
export const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string
}
