import { Action } from './records/action'
import { preventExtensions } from './captured'
import { Class, extendsObject } from './class-create'
import { ScriptSyntaxError } from './compile'
import { GlideElement } from './records/glide-element'
import { GlideElementDescriptor } from './records/glide-element-descriptor'
import { GlideQueryCondition } from './records/glide-query-condition'
import { GlideScriptableInputStream } from './system/glide-scriptable-input-stream'
import { GlideSession } from './system/glide-session'
import { glideSystemDates } from './time/glide-system-dates'
import { GlideUser } from './system/glide-user'
import { JSUtil, LegacyJSON } from './js-util'
import { RequestError } from './rest/request-error'
import type { SystemCalls } from './records/dynamic-values'
import { GlideAggregate } from './records/glide-aggregate'
import { GlideDate } from './time/glide-date'
import { GlideDateTime } from './time/glide-date-time'
import { GlideDigest } from './system/glide-digest'
import { GlideDuration } from './time/glide-duration'
import { GlideRecord } from './records/glide-record'
import { glideSecureRandomUtil } from './system/glide-secure-random-util'
import { GlideStringUtil } from './system/glide-string-util'
import { glideSystem } from './system/glide-system'
import { glideTableHierarchy } from './records/glide-table-hierarchy'
import { GlideTextReader } from './system/glide-text-reader'
import { GlideTime } from './time/glide-time'
import { BridgeRefusal, type ScopeHost } from './scope-bridge'
import { defineValue } from './lazy-properties'
import { RecordParts, type RecordScope } from './records/record-parts'
import type { ApiScriptParts } from './oauth/api-script'
import { GlideOAuthAccessTokenResponse } from './oauth/access-token-response'
import { GlideOAuthClient } from './oauth/oauth-client'
import { GlideOAuthClientRequest } from './oauth/oauth-client-request'
import { GlideOAuthClientResponse } from './oauth/oauth-client-response'
import { OAuthContext } from './oauth/oauth-context'
import { GlideOAuthToken } from './oauth/oauth-token'
import { GlideOAuthStringMap } from './oauth/string-map'
import { RESTAPIRequest } from './rest/rest-request'
import { RESTAPIRequestBody } from './rest/rest-request-body'
import { RESTAPIResponse, RESTAPIResponseStream } from './rest/rest-api-response'
import { RESTMessageV2 } from './rest/rest-message'
import { RESTResponseV2 } from './rest/rest-response'
import type { RecordWriter } from './records/record-writer'
import { serviceErrors } from './rest/service-errors'

/** State that the transactions of a context share. */
export const SHARED: readonly unknown[] = [
    ...[Class, extendsObject, JSUtil, LegacyJSON, serviceErrors, glideSystemDates],
    ...[
        GlideAggregate,
        GlideDate,
        GlideDateTime,
        GlideDigest,
        GlideDuration,
        GlideElement,
        GlideElementDescriptor,
    ],
    ...[
        GlideQueryCondition,
        GlideRecord,
        GlideScriptableInputStream,
        GlideSession,
        GlideStringUtil,
        GlideTextReader,
    ],
    ...[
        GlideOAuthAccessTokenResponse,
        GlideOAuthClient,
        GlideOAuthClientRequest,
        GlideOAuthClientResponse,
        GlideOAuthStringMap,
        GlideOAuthToken,
        OAuthContext,
    ],
    ...[GlideTime, GlideUser, RESTAPIRequest, RESTAPIRequestBody, RESTAPIResponse, RESTAPIResponseStream],
    Action,
    ...[RESTMessageV2, RESTResponseV2, BridgeRefusal, RequestError, ScriptSyntaxError],
]

/** Exports of `@servicenow/glide`, which are globals for scripts. */
export interface ScopeApi extends Record<string, unknown> {
    gs: SystemCalls
    GlideRecord: new (tableName: unknown) => GlideRecord
}

/** The Glide API for the code of one scope: everything runs with that scope's rights. */
export function scopeApi(
    host: ScopeHost,
    callerScope: string | null,
    { apiScripts, rules }: { apiScripts: ApiScriptParts; rules: RecordWriter }
): ScopeApi {
    const gs: SystemCalls = glideSystem(host, callerScope)
    const system = () => gs
    const open: RecordScope = {
        host,
        system,
        rules,
        secure: false,
        open: (table) => new ScopedGlideRecord(table),
    }
    const checked: RecordScope = {
        host,
        system,
        rules,
        secure: true,
        open: (table) => new ScopedGlideRecordSecure(table),
    }

    class ScopedGlideRecord extends GlideRecord {
        constructor(tableName: unknown) {
            super(new RecordParts(open, tableName))
        }
    }
    class ScopedGlideRecordSecure extends GlideRecord {
        constructor(tableName: unknown) {
            super(new RecordParts(checked, tableName))
        }
    }
    class ScopedGlideAggregate extends GlideAggregate {
        constructor(tableName: unknown) {
            super(new RecordParts(open, tableName))
        }
    }
    class ScopedRESTMessage extends RESTMessageV2 {
        /** @throws Error if a REST message record is named: the local instance does not support them. */
        constructor(name?: unknown) {
            if (name !== undefined)
                throw new Error('RESTMessageV2: the local instance does not support REST message functions')
            super(host, apiScripts)
        }
    }
    class ScopedOAuthClient extends GlideOAuthClient {
        constructor() {
            super(host, apiScripts)
        }
    }
    class ScopedOAuthClientRequest extends GlideOAuthClientRequest {
        constructor() {
            super(host)
        }
    }
    class ScopedOAuthStringMap extends GlideOAuthStringMap {
        constructor() {
            super(host)
        }
    }
    return {
        gs,
        Class,
        GlideAggregate: named('GlideAggregate', ScopedGlideAggregate),
        GlideDate,
        GlideDateTime,
        GlideDigest,
        GlideDuration,
        GlideRecord: named('GlideRecord', ScopedGlideRecord),
        GlideRecordSecure: named('GlideRecordSecure', ScopedGlideRecordSecure),
        GlideSecureRandomUtil: glideSecureRandomUtil(host),
        GlideStringUtil,
        GlideTableHierarchy: preventExtensions(glideTableHierarchy(host)),
        GlideTextReader,
        GlideTime,
        sn_auth: {
            GlideOAuthAccessTokenResponse,
            GlideOAuthClient: named('GlideOAuthClient', ScopedOAuthClient),
            GlideOAuthClientRequest: named('GlideOAuthClientRequest', ScopedOAuthClientRequest),
            GlideOAuthClientResponse,
            GlideOAuthStringMap: named('GlideOAuthStringMap', ScopedOAuthStringMap),
            GlideOAuthToken,
        },
        sn_ws: { RESTMessageV2: named('RESTMessageV2', ScopedRESTMessage), RESTResponseV2 },
        sn_ws_int: { RESTAPIRequest, RESTAPIRequestBody, RESTAPIResponse, RESTAPIResponseStream },
        sn_ws_err: serviceErrors,
    }
}

/** Constructor argument of a scope's GlideRecord, for records that the runtime itself creates. */
export function recordScope(host: ScopeHost, api: ScopeApi, rules: RecordWriter): RecordScope {
    return { host, system: () => api.gs, rules, secure: false, open: (table) => new api.GlideRecord(table) }
}

/** A class under its own name, with a fixed base class, since `super(…)` passes it the scope's rights. */
function named<T extends object>(name: string, made: T): T {
    defineValue(made, 'name', name)
    return preventExtensions(made)
}
