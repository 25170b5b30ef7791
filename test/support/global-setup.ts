import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { createLocalInstance } from 'openfin-servicenow-local-instance'
import { setUp } from '../../setup/set-up'
import { deployTo, ROOT } from './deploy'
import { DEPLOYED, ORIGIN, ADMIN_AUTHORIZATION } from './deployed-instance'
import { PACKAGE, packedIn } from './upload-package'

/**
 * Deploys the built app once with the real `now-sdk install` to an instance whose database the tests copy, so
 * that each test quickly gets its own deployed instance. With `REUSE_DEPLOYED` set, the database of an
 * earlier run is reused if there is one. A run of unit tests only needs none.
 */
export default async function globalSetup(): Promise<void> {
    if (process.env['TEST_LANES'] === 'unit') return
    if (process.env['REUSE_DEPLOYED'] && existsSync(DEPLOYED) && existsSync(PACKAGE)) return
    rmSync(DEPLOYED, { recursive: true, force: true })
    // Written last: without it, what a failed deployment left is not used again.
    rmSync(PACKAGE, { force: true })
    const instance = await createLocalInstance({ data: DEPLOYED })
    try {
        const said = await deployTo(instance.url, { PROJECT: ROOT })
        if (!said.includes('Installation completed')) throw new Error(`The app was not installed: ${said}`)
        copyFileSync(packedIn(ROOT), PACKAGE)
        await setUp({ instanceUrl: instance.url, authorization: ADMIN_AUTHORIZATION, origins: [ORIGIN] })
    } finally {
        await instance.close()
    }
}
