import type { TableDefinition } from '../../core/store/types'
import { flag, text } from '../deployment/columns'

/** Scripts that notifications reference as `${mail_script:name}` (SDK sdk-core/dist/fluent/tables). */
export const mailScriptTable: TableDefinition = {
    name: 'sys_script_email',
    label: 'Email Script',
    extends: 'sys_metadata',
    columns: [
        { ...text('name', 100), display: true, unique: true },
        text('script', 1_000_000),
        flag('new_lines_to_html'),
    ],
}
