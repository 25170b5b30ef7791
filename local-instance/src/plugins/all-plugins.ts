import type { Plugin } from '../core/plugin'
import { aggregateApiPlugin } from './aggregate-api/plugin'
import { atfPlugin } from './atf/plugin'
import { attachmentsPlugin } from './attachments/plugin'
import { batchPlugin } from './batch/plugin'
import { controlPlugin } from './control/plugin'
import { corsPlugin } from './cors/plugin'
import { deploymentPlugin } from './deployment/plugin'
import { jobsPlugin } from './jobs/plugin'
import { oauthClientPlugin } from './oauth-client/plugin'
import { oauthPlugin } from './oauth/plugin'
import { scriptedRestPlugin } from './scripted-rest/plugin'
import { scriptsPlugin } from '../script-engine/plugin'
import { signInPlugin } from './sign-in/plugin'
import { tableApiPlugin } from './table-api/plugin'
import { uiPagesPlugin } from './ui-pages/plugin'

/**
 * The plug-ins, in registration order. `control` comes first, so that injected faults precede all other
 * processing; `cors` before the APIs whose responses it completes.
 */
export const allPlugins: Plugin[] = [
    controlPlugin,
    corsPlugin,
    signInPlugin,
    uiPagesPlugin,
    oauthPlugin,
    oauthClientPlugin,
    scriptsPlugin,
    tableApiPlugin,
    aggregateApiPlugin,
    attachmentsPlugin,
    batchPlugin,
    scriptedRestPlugin,
    deploymentPlugin,
    atfPlugin,
    jobsPlugin,
]
