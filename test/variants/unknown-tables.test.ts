import { createLocalInstance } from 'openfin-servicenow-local-instance'
import { ADMIN_AUTHORIZATION } from '../support/deployed-instance'
import { uploadPackage } from '../support/upload-package'
import { logOf, setProperty } from './settings'

/** No document says what the platform does with records of tables that it lacks (F-DEPLOY-16). */
it.each([
    ['refused', 'false'],
    ['skipped', 'true'],
])(
    'on the oldest release, the app installs completely where unknown tables are %s',
    async (_how, skipped) => {
        const instance = await createLocalInstance({ release: 'xanadu' })
        try {
            setProperty(instance, 'local_instance.deployment.skip_unknown_tables', skipped)
            await uploadPackage(instance.url, ADMIN_AUTHORIZATION)
            expect(instance.records.first('sys_app', 'scope=x_opfi_openfin')).toMatchObject({ active: '1' })
            expect((await logOf(instance)).filter((message) => message.includes('unknown table'))).toEqual([])
        } finally {
            await instance.close()
        }
    }
)
