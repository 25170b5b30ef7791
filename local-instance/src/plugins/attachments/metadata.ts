import type { Host } from '../../core/plugin'
import type { Row, Store } from '../../core/store/types'

/** Metadata of an attachment in the API: the members that DOCS c_AttachmentAPI names, all strings. */
export type Metadata = Record<string, string>

const COLUMNS = [
    'table_sys_id',
    'size_bytes',
    'sys_updated_on',
    'sys_id',
    'image_height',
    'sys_created_on',
    'file_name',
    'sys_created_by',
    'average_image_color',
    'sys_updated_by',
    'table_name',
    'image_width',
    'sys_mod_count',
    'content_type',
    'size_compressed',
]

/** The metadata of rows of `sys_attachment`. */
export function metadataOf(rows: Row[], host: Host): Metadata[] {
    const nameOf = createNames(host.store)
    return rows.map((row) => ({
        ...Object.fromEntries(COLUMNS.map((name) => [name, row[name] ?? ''])),
        compressed: row['compressed'] === '1' ? 'true' : 'false',
        download_link: `${host.url()}/api/now/attachment/${row['sys_id'] ?? ''}/file`,
        created_by_name: nameOf(row['sys_created_by']),
        updated_by_name: nameOf(row['sys_updated_by']),
        sys_tags: '',
    }))
}

/** Full names of users by user_name; empty for unknown ones. */
function createNames(store: Store): (userName: string | null | undefined) => string {
    const names = new Map<string, string>()
    return (userName) => {
        if (!userName) return ''
        let name = names.get(userName)
        if (name === undefined) {
            const query = `user_name=${userName.replaceAll('^', '^^')}`
            name = store.first('sys_user', query)?.['name'] ?? ''
            names.set(userName, name)
        }
        return name
    }
}
