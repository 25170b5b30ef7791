/**
 * Columns that identify a record whose sys_id differs: the same table, choice or role has a different sys_id
 * on each instance (`coalesce` in SDK sdk-build-plugins).
 */
export const COALESCE: Record<string, readonly string[]> = {
    sys_db_object: ['name'],
    sys_dictionary: ['name', 'element'],
    sys_documentation: ['name', 'element', 'language'],
    sys_choice_set: ['name', 'element'],
    sys_choice: ['name', 'element', 'value', 'language'],
    sys_number: ['category'],
    sys_index: ['logical_table_name', 'index_col_name'],
    ua_table_licensing_config: ['name'],
    sys_properties: ['name'],
    sys_user_role: ['name'],
    sys_user_role_contains: ['role', 'contains'],
    sys_security_acl_role: ['sys_security_acl', 'sys_user_role'],
    sys_ui_action_role: ['sys_ui_action', 'sys_user_role'],
    sys_ui_list: ['name', 'view', 'element', 'relationship', 'parent'],
    sys_ui_list_element: ['list_id', 'element'],
    sys_ui_view: ['name'],
    sys_ux_lib_asset: ['name'],
    sys_rest_message_fn: ['rest_message', 'function_name'],
}

/** An encoded query for a record with these values; undefined if one of them cannot be expressed exactly. */
export function exactQuery(
    values: Iterable<readonly [column: string, value: string | null]>
): string | undefined {
    const terms: string[] = []
    for (const [column, value] of values) {
        if (value === null || value === '') terms.push(`${column}ISEMPTY`)
        else if (/[\^\r\n]|^javascript:/i.test(value)) return undefined
        else terms.push(`${column}=${value}`)
    }
    return terms.length > 0 ? terms.join('^') : undefined
}

/** The coalesce key of a record; undefined for tables whose records are identified by sys_id only. */
export function coalesceKey(
    table: string,
    value: (column: string) => string | null | undefined
): string | undefined {
    const columns = COALESCE[table]
    return columns && JSON.stringify([table, ...columns.map((name) => value(name) ?? '')])
}
