import type { Schema } from '../../core/plugin'
import { OAUTH_UTIL } from './oauth-util'
import { PENDING_TABLE } from './pending-authorizations'
import { CONNECTION_TABLES } from './connection-tables'
import { REQUESTOR_TABLES } from './requestor-tables'

/** sys_id of OAuthUtil on every instance (inferred from exported records). */
const OAUTH_UTIL_ID = '3e3a3a11c333210016194ffe5bba8f70'

/** The instance as a client of other authorization servers: the tokens it stores, and its OAuth script. */
export const schema: Schema = {
    tables: [PENDING_TABLE, ...REQUESTOR_TABLES, ...CONNECTION_TABLES],
    seed(store) {
        store.insert('sys_script_include', {
            sys_id: OAUTH_UTIL_ID,
            name: 'OAuthUtil',
            api_name: 'global.OAuthUtil',
            access: 'public',
            active: '1',
            script: OAUTH_UTIL,
        })
    },
}
