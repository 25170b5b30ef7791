import { certificationGuards } from './certification'
import { clientRenewalGuards } from './client-renewal'
import { clientWorkerGuards } from './client-worker'
import { corsAndOauthGuards } from './cors-and-oauth'
import { openRouteLimitGuards } from './open-route-limits'
import { openRouteRequestGuards } from './open-route-requests'
import { scriptsAndPackagesGuards } from './scripts-and-packages'
import { tokenRefreshGuards } from './token-refresh'
import { clientPageGuards } from './client-page'
import type { Guard } from './guard'
import { oauthCustomUtilGuards } from './oauth-custom-util'

/** Every guard that is known, by the part that it stands in. */
export const ALL_GUARDS: Guard[] = [
    ...openRouteRequestGuards,
    ...openRouteLimitGuards,
    ...corsAndOauthGuards,
    ...scriptsAndPackagesGuards,
    ...certificationGuards,
    ...oauthCustomUtilGuards,
    ...tokenRefreshGuards,
    ...clientPageGuards,
    ...clientRenewalGuards,
    ...clientWorkerGuards,
]
