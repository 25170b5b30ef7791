import { randomBytes } from 'node:crypto'
import { RULE_KINDS } from '../../../setup/cors-rules'
import { INTEGRATION_RULE } from '../../../setup/packaged'
import { SetupError } from '../../../setup/setup-error'
import type { TableClient, TableRow, TableValues } from '../../../setup/table-client'
import type { UndoList } from './undo-list'

/** Where and for what records are made. */
export interface TemporaryRecordsOptions {
    /** Sends writes that Ctrl+C does not end. */
    tables: TableClient
    undo: UndoList
    /** sys_id of the registration. */
    registration: string
    /** sys_id of the app's API in sys_ws_definition. */
    api: string
    origin: string
    redirectUri: string
}

/** The records of a run. */
export interface TemporaryRecords {
    /** What will be created, a line each. */
    plan: readonly string[]
    /** @throws SetupError; what was made until then is on the undo list */
    create(): Promise<void>
}

/** How names of temporary records begin. */
const NAME = 'OpenFin verify '
const OWN_PATH = /^\s*http:\/\/localhost:\d+\/openfin-servicenow-verify\//

const GONE = 'It is still there.'

/** The redirect URL in the registration, and the CORS rule of the test origin. */
export function planTemporaryRecords(options: TemporaryRecordsOptions): TemporaryRecords {
    const { tables, undo, registration, api, origin, redirectUri } = options
    const name = temporaryName()
    return {
        plan: [
            `the redirect URL ${redirectUri} in the registration OpenFin (oauth_entity/${registration})`,
            `the CORS rule "${name}" for ${origin} (sys_cors_rule)`,
        ],
        async create() {
            await addRedirectUrl(tables, undo, { registration, redirectUri })
            const methods = RULE_KINDS.find((kind) => kind.name === INTEGRATION_RULE)?.methods
            await createNamed(tables, undo, {
                table: 'sys_cors_rule',
                kind: 'CORS rule',
                values: {
                    ...{ name, domain: origin, rest_api: api, ...methods },
                    ...{ active: true, max_age: 0, exposed_headers: 'Retry-After' },
                },
            })
        },
    }
}

/** What an earlier run may have left, such as one that was killed: for people to look at, since another may still run. */
export async function findLeftovers(tables: TableClient, registration: TableRow): Promise<string[]> {
    const rules = await tables.query('sys_cors_rule', `nameSTARTSWITH${NAME}`, ['name'])
    const urls = (registration['redirect_url'] ?? '').split(',').filter((url) => OWN_PATH.test(url))
    return [
        ...rules.map((row) => `the CORS rule "${row['name']}" (sys_cors_rule/${row.sys_id})`),
        ...urls.map((url) => `the redirect URL ${url.trim()} of the registration OpenFin`),
    ]
}

/** A name that no record has, told from those of another run that goes on at the same time. */
export function temporaryName(): string {
    return `${NAME}${randomBytes(4).toString('hex')} (temporary)`
}

/** A record to create, with a name that no other has. */
export interface NamedRecord {
    table: string
    /** What it is, for people. */
    kind: string
    values: TableValues & { name: string }
    /** Rows that the instance adds on account of it, and that go with it. */
    dependents?: (sysId: string) => readonly { table: string; query: string }[]
}

/**
 * Creates a record, and notes how to delete it: by its name, which is known even where the answer to the write is lost.
 *
 * @returns its sys_id
 * @throws SetupError
 */
export async function createNamed(tables: TableClient, undo: UndoList, record: NamedRecord): Promise<string> {
    const { table, kind, values, dependents = () => [] } = record
    const { name } = values
    let sysId = ''
    const removeAll = async (of: string, query: string) => {
        const rows = () => tables.query(of, query, [])
        for (const row of await rows()) await tables.remove(of, row.sys_id)
        if ((await rows()).length > 0) throw new SetupError('not_stored', GONE)
    }
    undo.add(
        () => ({ table, sysId, what: `Delete the ${kind} "${name}".` }),
        async () => {
            const [row] = await tables.query(table, `name=${name}`, [])
            if (row) sysId = row.sys_id
            for (const one of sysId === '' ? [] : dependents(sysId)) await removeAll(one.table, one.query)
            await removeAll(table, `name=${name}`)
        }
    )
    sysId = (await tables.create(table, values)).sys_id
    return sysId
}

async function addRedirectUrl(
    tables: TableClient,
    undo: UndoList,
    { registration, redirectUri }: { registration: string; redirectUri: string }
): Promise<void> {
    const isOwn = (url: string) => url.trim() === redirectUri
    const read = async () => {
        const [row] = await tables.query('oauth_entity', `sys_id=${registration}`, ['redirect_url'])
        return (row?.['redirect_url'] ?? '').split(',').filter((url) => url.trim() !== '')
    }
    const write = (urls: readonly string[]) =>
        tables.update('oauth_entity', registration, { redirect_url: urls.join(',') })
    undo.add(
        () => ({
            ...{ table: 'oauth_entity', sysId: registration },
            what: `Remove ${redirectUri} from the redirect URLs of the registration OpenFin.`,
        }),
        async () => {
            // What others changed since stays.
            const urls = await read()
            if (!urls.some(isOwn)) return
            await write(urls.filter((url) => !isOwn(url)))
            if ((await read()).some(isOwn)) throw new SetupError('not_stored', GONE)
        }
    )
    await write([...(await read()), redirectUri])
    if (!(await read()).some(isOwn)) {
        throw new SetupError('not_stored', 'The instance did not store the redirect URL as written.')
    }
}
