import { CORS } from './provocations/cors'
import { INSTALLATION } from './provocations/installation'
import { INSTANCE } from './provocations/instance'
import { NOTICES } from './provocations/notices'
import type { Provocation } from './provocations/provocation'
import { REGISTRATION } from './provocations/registration'
import { ROUTES } from './provocations/routes'
import { TOKEN_REFRESH } from './provocations/token-refresh'

/** Every code at least once. */
export const PROVOCATIONS: Provocation[] = [
    ...INSTALLATION,
    ...REGISTRATION,
    ...CORS,
    ...ROUTES,
    ...INSTANCE,
    ...TOKEN_REFRESH,
    ...NOTICES,
]
