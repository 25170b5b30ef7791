import { BUILD_TAGS, BASIC_RESTRICTION, isBefore, SERVLET_URI } from '../../../../setup/properties'
import type { Context, Grant } from '../context'

/** Looks at what the assumptions of the fidelity documents are about; each look is one read or two. */
export async function observe(context: Context, grant: Grant | null): Promise<void> {
    const looks = [definitions, settings, privileges, accessControls, columns, metadata, pages, queries]
    for (const look of looks) await look(context).catch(ignoreRefusal(context))
    if (!grant) return
    context.findings.note(
        'F-APP-24',
        'confirmed',
        'The sign-in worked with the registration as it is stored.'
    )
    for (const look of [storage, statistics, batch]) await look(context, grant).catch(ignoreRefusal(context))
}

/** A refused look leaves its rows unknown; an interruption ends the run. */
function ignoreRefusal({ signal }: Context): (error: unknown) => void {
    return (error) => {
        if (signal.aborted) throw error
    }
}

async function definitions({ reading, findings }: Context): Promise<void> {
    const { rows, hidden } = await reading.apis()
    if (hidden > 0) return
    const has = (id: string) => rows.some((row) => row['namespace'] === 'now' && row['service_id'] === id)
    const lacking = ['table', 'attachment', 'batch'].filter((id) => !has(id))
    findings.judge(
        'F-APP-13',
        has('table'),
        `now/table is ${has('table') ? '' : 'not '}in sys_ws_definition.`
    )
    if (lacking.length > 0) {
        findings.note('F-CORS-1', 'refuted', `Not in sys_ws_definition: ${lacking.join(', ')}.`)
    } else {
        findings.note('F-CORS-1', 'unknown', 'The three rows exist; which rule a batch needs was not seen.')
    }
}

async function settings({ properties, findings, release }: Context): Promise<void> {
    const tags = BUILD_TAGS.filter((name) => name !== 'glide.buildname').flatMap(
        (name) => properties.value(name) ?? []
    )
    if (tags.length > 0) {
        const odd = tags.filter((tag) => !/^glide-[a-z]+-/.test(tag)).length
        findings.judge(
            'F-HARD-2',
            odd === 0,
            `${tags.length - odd} of ${tags.length} properties have the form.`
        )
    }
    if (properties.hidden > 0) return
    findings.judge('F-APP-49', release !== null, `The release is ${release ?? 'unknown'}.`)
    const uri = properties.get(SERVLET_URI) !== undefined
    findings.judge('F-APP-18', uri, `${SERVLET_URI} is ${uri ? 'a row' : 'no row'} of sys_properties.`)
    const restriction = properties.get(BASIC_RESTRICTION) !== undefined
    const evidence = `On ${release ?? 'an unknown release'} ${BASIC_RESTRICTION} ${restriction ? 'exists' : 'does not exist'}.`
    findings.note('F-HARD-5', 'unknown', `${evidence} How the instance started was not seen.`)
}

/** Accesses across scopes that the app lacks a privilege for are recorded as requested. */
async function privileges({ tables, findings }: Context): Promise<void> {
    const query = 'source_scope.scope=x_opfi_openfin^status=requested'
    const { rows, total } = await tables.list('sys_scope_privilege', query, ['status'], 1)
    const told = `${total ?? rows.length} privileges of the app are requested; no access was refused on purpose.`
    findings.note('F-SCOPE-3', 'unknown', told)
}

async function accessControls({ tables, findings, release }: Context): Promise<void> {
    const query = 'nameSTARTSWITH/api/x_opfi_openfin/^active=true'
    const [acls, operations] = await Promise.all([
        tables.list('sys_security_acl', query, ['operation']),
        tables.list('sys_security_operation', 'nameSTARTSWITHhttp_', ['name']),
    ])
    if (acls.hidden > 0 || operations.hidden > 0 || acls.rows.length === 0) return
    const known = operations.rows.map(({ sys_id }) => sys_id)
    const found = acls.rows.filter((row) => known.includes(row['operation'] ?? '')).length
    const evidence = `${found} of ${acls.rows.length} path-based access controls of the app name a record of sys_security_operation, of ${known.length} for HTTP methods.`
    if (known.length === 0) {
        const why = `${release ?? 'The release'} has no operations for HTTP methods.`
        for (const id of ['F-APP-11', 'F-REST-13'] as const) findings.note(id, 'unknown', why)
        return
    }
    findings.judge('F-APP-11', found === acls.rows.length, evidence)
    const guids = known.every((id) => /^[0-9a-f]{32}$/.test(id))
    findings.note(
        'F-REST-13',
        guids ? 'unknown' : 'refuted',
        `${evidence} Their ids are ${guids ? '' : 'not '}GUIDs.`
    )
}

async function columns({ tables, findings, registration, release }: Context): Promise<void> {
    const of = `sys_id=${registration.sys_id}`
    const [row] = await tables.query('oauth_entity', of, ['extend_refresh_token_expiry', 'no_such_column'])
    if (!row) return
    const omits = row['no_such_column'] === undefined
    findings.judge('F-APP-19', omits, `A column that does not exist is ${omits ? 'left out' : 'returned'}.`)
    const has = row['extend_refresh_token_expiry'] !== undefined
    const expected = isBefore(release, 'yokohama') === false
    const evidence = `On ${release ?? 'an unknown release'} the column ${has ? 'exists' : 'does not exist'}.`
    if (expected) findings.judge('F-APP-22', has, evidence)
    else findings.note('F-APP-22', 'unknown', evidence)
    if (expected && !has) findings.note('F-OAUTH-5', 'refuted', evidence)
}

async function metadata({ wire, findings, release }: Context): Promise<void> {
    const expected = isBefore(release, 'australia') === false
    const paths = ['oauth-authorization-server', 'oauth-protected-resource']
    const answers = await Promise.all(
        paths.map((name) => wire.plain({ method: 'GET', path: `/.well-known/${name}` }))
    )
    const exist = answers.every(({ status, json }) => status === 200 && json !== undefined)
    const [server, resource] = answers
    const members =
        typeof server?.json?.['issuer'] === 'string' && typeof resource?.json?.['resource'] === 'string'
    const statuses = answers.map(({ status }) => status).join(' and ')
    const evidence = `On ${release ?? 'an unknown release'} they are answered ${statuses}${exist ? `, ${members ? 'with' : 'without'} issuer and resource` : ''}.`
    if (release === null) findings.note('F-OAUTH-34', 'unknown', evidence)
    else findings.judge('F-OAUTH-34', expected ? exist && members : !exist, evidence)
}

async function pages({ wire, findings }: Context): Promise<void> {
    const { status } = await wire.plain({
        method: 'GET',
        path: '/x_opfi_openfin_health.do',
        headers: { Accept: 'text/html' },
    })
    const isRedirect = status >= 300 && status < 400
    const evidence = `A page without a session is answered ${status}.`
    if (isRedirect) findings.note('F-UI-11', 'unknown', `${evidence} A page without its role was not opened.`)
    else findings.note('F-UI-11', 'refuted', evidence)
}

async function queries({ tables, findings }: Context): Promise<void> {
    const count = async (query: string) => (await tables.list('sys_user', query, ['sys_id'], 1)).total
    const [all, empty, other] = [
        await count(''),
        await count('emailISEMPTY'),
        await count('email!=nobody@openfin-servicenow-verify.invalid'),
    ]
    if (all === null || empty === null || other === null || empty === 0) return
    const evidence = `Of ${all} users ${empty} have no email; a query with != finds ${other}.`
    if (other === all)
        findings.note('F-RECORD-2', 'unknown', `${evidence} NOT IN, NOT LIKE and ^^ were not tried.`)
    else findings.note('F-RECORD-2', 'refuted', evidence)
}

/** How issued tokens are stored; only whether the column is empty is asked for, never its value. */
async function storage({ tables, findings, registration }: Context): Promise<void> {
    const query = `peer=${registration.sys_id}^oauth_requestor_profileISEMPTY`
    const all = await tables.list('oauth_credential', query, ['type'], 1)
    const plain = await tables.list('oauth_credential', `${query}^tokenISNOTEMPTY`, ['type'], 1)
    const [total, filled] = [all, plain].map((one) => one.total ?? one.rows.length) as [number, number]
    if (total === 0) return
    const evidence = `${filled} of ${total} rows of oauth_credential have a token; token_issued was not looked at.`
    findings.note('F-OAUTH-19', filled > 0 ? 'refuted' : 'unknown', evidence)
}

async function statistics({ wire, findings }: Context, { access }: Grant): Promise<void> {
    const path = '/api/now/stats/sys_user?sysparm_count=true&sysparm_query=sys_id=javascript:gs.getUserID()'
    const [plain, grouped] = [
        await wire.call(access, { method: 'GET', path }),
        await wire.call(access, {
            method: 'GET',
            path: `${path}&sysparm_group_by=active&sysparm_display_value=all`,
        }),
    ]
    if (plain.status !== 200 || grouped.status !== 200) {
        findings.note(
            'F-UI-16',
            'unknown',
            `The Aggregate API answers ${plain.status} and ${grouped.status} to this user.`
        )
        return
    }
    const isObject = !Array.isArray(plain.json?.['result']) && typeof plain.json?.['result'] === 'object'
    const [first] = Array.isArray(grouped.json?.['result']) ? (grouped.json['result'] as unknown[]) : []
    const fields = (first as { groupby_fields?: { display_value?: unknown }[] } | undefined)?.groupby_fields
    const shown = typeof fields?.[0]?.display_value === 'string'
    findings.judge(
        'F-UI-16',
        isObject && shown,
        `Without a group-by the result is ${isObject ? 'an object' : 'no object'}; with one, display values are ${shown ? '' : 'not '}returned.`
    )
}

async function batch({ wire, findings }: Context, { access }: Grant): Promise<void> {
    const own =
        '/api/now/v2/table/sys_user?sysparm_limit=1&sysparm_fields=sys_id&sysparm_query=sys_id=javascript:gs.getUserID()'
    const request = (id: string, url: string, headers: { name: string; value: string }[] = []) => ({
        ...{ id, method: 'GET', url, headers: [{ name: 'Accept', value: 'application/json' }, ...headers] },
    })
    const answer = await wire.call(access, {
        method: 'POST',
        path: '/api/now/v1/batch',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
            batch_request_id: '1',
            rest_requests: [
                request('own', own, [
                    { name: 'Authorization', value: 'Bearer openfin-servicenow-verify-has-no-token' },
                ]),
                request('page', '/login.do'),
                request('batch', '/api/now/v1/batch'),
            ],
        }),
    })
    findings.note(
        'F-REST-33',
        'unknown',
        `The Batch API answers ${answer.status} where the Table API takes the token.`
    )
    if (answer.status !== 200) return
    const list = answer.json?.['serviced_requests']
    const served = Array.isArray(list) ? (list as { id?: unknown; status_code?: unknown }[]) : []
    const statusOf = (id: string) => served.find((one) => one.id === id)?.status_code
    const identity = statusOf('own')
    findings.note(
        'F-REST-31',
        identity === 200 ? 'unknown' : 'refuted',
        `A request with an Authorization header of its own is answered ${String(Number(identity))}. The order was not seen.`
    )
    const [page, inner] = [statusOf('page'), statusOf('batch')].map(Number)
    findings.note(
        'F-REST-32',
        page === 400 && inner === 400 ? 'unknown' : 'refuted',
        `A page in a batch is answered ${page}, a batch in a batch ${inner}. Redirects were not tried.`
    )
}
