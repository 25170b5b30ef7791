import type { Schema } from '../core/plugin'
import { schema as atf } from './atf/schema'
import { schema as attachments } from './attachments/schema'
import { schema as businessData } from './business-data/schema'
import { schema as cors } from './cors/schema'
import { schema as deployment } from './deployment/schema'
import { schema as jobs } from './jobs/schema'
import { schema as oauth } from './oauth/schema'
import { schema as oauthClient } from './oauth-client/schema'
import { schema as platform } from './platform/schema'
import { schema as scriptedRest } from './scripted-rest/schema'
import { schema as scripts } from '../script-engine/schema'
import { schema as signIn } from './sign-in/schema'
import { schema as uiPages } from './ui-pages/schema'

/** Tables and rules of all plug-ins, referenced ones first. Every thread loads them. */
export const allSchemas: Schema[] = [
    platform,
    signIn,
    attachments,
    uiPages,
    deployment,
    atf,
    scripts,
    scriptedRest,
    cors,
    oauth,
    oauthClient,
    jobs,
    businessData,
]
