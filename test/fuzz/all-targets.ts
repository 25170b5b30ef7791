import { authorizationRequests } from './authorization-requests'
import { corsOrigins } from './cors-origins'
import { encodedQueries, queryResults } from './encoded-queries'
import { formFields } from './form-fields'
import { openRoutes } from './open-routes'
import { archives, packages } from './packages'
import { recordFiles } from './record-files'
import { tableRequests } from './table-requests'
import type { Target } from './target'
import { upstreamAnswers } from './upstream-answers'

/** Fuzzing targets, in order. */
export const ALL_TARGETS: Target[] = [
    formFields,
    upstreamAnswers,
    encodedQueries,
    queryResults,
    corsOrigins,
    packages,
    recordFiles,
    archives,
    authorizationRequests,
    openRoutes,
    tableRequests,
]
