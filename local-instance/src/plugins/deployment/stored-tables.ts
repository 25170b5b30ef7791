import { isName } from '../../core/store/define'
import type { ColumnDefinition } from '../../core/store/types'
import { SDK_TABLE_LIST } from './sdk-table-list'

/** A platform table whose records packages may install and that is only stored here. */
export interface StoredTable {
    name: string
    /** Parent table; it may not exist here. */
    extends?: string
    columns: ReadonlyMap<string, ColumnDefinition>
    /** The table's columns are unknown: columns in packages are accepted as text. */
    open: boolean
}

/**
 * Tables that the SDK writes or documents without describing their columns (SDK sdk-build-plugins,
 * sdk-api/dist/external-plugins, docs). Their records extend `sys_metadata` unless another parent is named.
 * `*` matches any suffix.
 */
const OPEN = `
    api_key_credentials basic_auth_credentials jdbc_connection sys_certificate sys_claim db_image
    catalog_script_client<sys_script_client catalog_ui_policy<sys_ui_policy
    catalog_ui_policy_action<sys_ui_policy_action sys_ui_policy sys_ui_policy_action sys_ui_policy_rl_action
    sys_data_policy2 sys_data_policy_rule fx_price question item_option_new<question question_choice
    io_set_item m2m_connected_content sc_cat_item_catalog sc_cat_item_category sc_cat_item_user_criteria_mtom
    sc_cat_item_user_criteria_no_mtom sys_transform_map sys_transform_entry sys_transform_script
    sys_rest_message_headers sys_rest_message_fn_headers sys_rest_message_fn_param_defs
    sys_rest_message_fn_parameters sysevent_in_email_action ldap_ou_config ldap_server_url
    sys_complex_object sys_trigger_runner_mapping sys_translated_text sys_hub_* sys_flow_* sys_pd_* scan_* par_dashboard
    par_dashboard_* sys_ux_* sys_aix_* sn_aia_* sn_nowassist_skill_config sn_nowassist_skill_config_*
    sys_agent_access_role_* sys_gen_ai_* sys_generative_ai_* sys_one_extend_* sp_angular_provider
    sp_dependency sp_ng_template sp_page_route_map m2m_sp_* change_task<task cmdb_ci_*<cmdb_ci
    cmn_notif_message
`

/**
 * Parents that the SDK omits: record producers and order guides are items (DOCS
 * r_ExtendedCatalogItemFunctions).
 */
const PARENTS: Record<string, string> = {
    sc_cat_item_producer: 'sc_cat_item',
    sc_cat_item_guide: 'sc_cat_item',
}

/** The stored table with this name; undefined for an unknown name. */
export function storedTable(name: string): StoredTable | undefined {
    if (!isName(name)) return undefined
    return readDescribed(name) ?? readOpen(name)
}

function readDescribed(name: string): StoredTable | undefined {
    const found = new RegExp(`^${name}(?: < (\\w+))?\\n((?: +.+\\n)*)`, 'm').exec(SDK_TABLE_LIST)
    if (!found) return undefined
    const parent = PARENTS[name] ?? found[1]
    const columns = (found[2] ?? '').trim().split(/\s+/).filter(Boolean).map(toColumn)
    return {
        name,
        columns: new Map(columns.map((column) => [column.name, column])),
        open: false,
        ...(parent && { extends: parent }),
    }
}

function toColumn(word: string): ColumnDefinition {
    const [, name = '', display, type = 'string', reference, defaultValue] =
        /^(\w+)(!)?(?::(\w+))?(?:>(\w+))?(?:=(.+))?$/.exec(word) ?? []
    return {
        name,
        type,
        ...(display && { display: true }),
        ...(reference && { reference }),
        ...(defaultValue && { defaultValue }),
    }
}

function readOpen(name: string): StoredTable | undefined {
    for (const word of OPEN.trim().split(/\s+/)) {
        const [pattern = '', parent = 'sys_metadata'] = word.split('<')
        const prefix = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined
        const fits = prefix ? name.startsWith(prefix) && name.length > prefix.length : name === pattern
        if (fits) return { name, extends: parent, columns: new Map(), open: true }
    }
    return undefined
}
