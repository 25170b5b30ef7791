/** A record as the Table API returns it. */
export type Row = Record<string, string>

/** Everything that the application has, by what it is, with the times and counts of writing. */
export type AppRecords = { app: Row | undefined } & Record<
    'files' | 'columns' | 'rules' | 'clients' | 'properties' | 'modules' | 'requests' | 'refreshRules',
    Row[]
>

/** Reads it; `rows` reads a table by an encoded query. */
export async function everythingOf(
    rows: (table: string, query?: string) => Promise<Row[]>
): Promise<AppRecords> {
    const [app] = await rows('sys_app', 'scope=x_opfi_openfin')
    return {
        app,
        files: await rows('sys_metadata', `sys_scope=${app?.['sys_id']}^ORDERBYsys_id`),
        columns: await rows('sys_dictionary', 'name=x_opfi_openfin_request^ORDERBYelement'),
        rules: await rows('sys_cors_rule', 'ORDERBYsys_id'),
        clients: await rows('oauth_entity', 'ORDERBYsys_id'),
        properties: await rows('sys_properties', 'nameSTARTSWITHx_opfi_openfin^ORDERBYname'),
        modules: await rows('sys_module', 'ORDERBYpath'),
        requests: await rows('x_opfi_openfin_request', 'ORDERBYsys_id'),
        refreshRules: await rows('x_opfi_openfin_refresh_rule', 'ORDERBYsys_id'),
    }
}
