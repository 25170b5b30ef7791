import type { FastifyReply, FastifyRequest } from 'fastify'
import { readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row, Store, Table } from '../../core/store/types'
import { html } from '../../core/ui/html'
import { sendPage } from '../../core/ui/send-page'
import { createAccess, type Access } from '../table-api/access'
import { readPage } from '../table-api/list'
import { readParameters, type TableParameters } from '../table-api/parameters'
import { project } from '../table-api/project'

/** Rows per page of a list. */
const ROWS = 50

/**
 * Plain pages instead of the platform's lists and forms, to view records: `/<table>_list.do?sysparm_query=…`
 * and `/<table>.do?sys_id=…`. Undefined for other paths and for tables that the user may not read.
 */
export function recordPage(
    host: Host,
    user: Principal,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply }
): FastifyReply | undefined {
    const name = /^\/(\w+?)(_list)?\.do(\?|$)/.exec(request.url)
    const table = host.store.dictionary.table(name?.[1] ?? '')
    const access = createAccess(host, user)
    if (!table || table.hidden || !access.record('read', table)) return undefined
    const asked = { host, user, table, access, parameters: readParameters(request.url, ROWS) }
    if (name?.[2]) return list(asked, reply)
    const row = host.store.get(
        table.name,
        single(readQuery(request) ?? new Map<string, string[]>(), 'sys_id')
    )
    if (!row || !access.record('read', table, row)) return undefined
    return form(asked, row, reply)
}

interface Asked {
    host: Host
    user: Principal
    table: Table
    access: Access
    parameters: TableParameters
}

function list(asked: Asked, reply: FastifyReply): FastifyReply {
    const { host, table } = asked
    const { rows, total = 0 } = readPage(host, asked)
    const columns = listColumns(host.store, table)
    const cells = shown(asked, rows, columns)
    return sendPage(reply, 200, {
        title: table.label,
        wide: true,
        body: html`
            <h1>${table.label}</h1>
            <p class="lead">${rows.length} of ${total} records. <a href="/">Start page</a></p>
            <div class="scroll" tabindex="0" role="region" aria-label="${table.label}">
                <table>
                    <thead>
                        <tr>
                            ${columns.map((column) => html`<th scope="col">${labelOf(table, column)}</th>`)}
                        </tr>
                    </thead>
                    <tbody>
                        ${rows.map((row, at) => {
                            const link = `/${table.name}.do?sys_id=${encodeURIComponent(row['sys_id'] ?? '')}`
                            return html`<tr>
                                ${columns.map((column, index) => {
                                    const text = cells[at]?.[column] ?? ''
                                    return index === 0
                                        ? html`<td><a href="${link}">${text || '(empty)'}</a></td>`
                                        : html`<td>${text}</td>`
                                })}
                            </tr>`
                        })}
                    </tbody>
                </table>
            </div>
        `,
    })
}

function form(asked: Asked, row: Row, reply: FastifyReply): FastifyReply {
    const { host, table } = asked
    const columns = [...table.columns.keys()].sort()
    const cells = shown(asked, [row], columns)[0] ?? {}
    const name = table.displayColumn ? host.store.displayValue(table.name, row, table.displayColumn) : ''
    return sendPage(reply, 200, {
        title: `${table.label} ${name}`,
        wide: true,
        body: html`
            <h1>${name || table.label}</h1>
            <p class="lead">
                <a href="/${table.name}_list.do">${table.label}</a> · <a href="/">Start page</a>
            </p>
            <table>
                <tbody>
                    ${columns
                        .filter((column) => cells[column])
                        .map(
                            (column) =>
                                html`<tr>
                                    <th scope="row">${labelOf(table, column)}</th>
                                    <td>${cells[column]}</td>
                                </tr>`
                        )}
                </tbody>
            </table>
        `,
    })
}

/** Display values of the fields that the user may read. */
function shown({ host, table, access, parameters }: Asked, rows: Row[], columns: string[]) {
    const wanted: TableParameters = {
        ...parameters,
        fields: columns,
        displayValue: 'true',
        excludeReferenceLink: true,
    }
    const records = project(rows, { store: host.store, access, table, parameters: wanted, base: '' })
    return records.map((record) =>
        Object.fromEntries(
            Object.entries(record).map(([name, cell]) => [
                name,
                typeof cell === 'string' ? cell : (cell.display_value ?? ''),
            ])
        )
    )
}

/** Columns of the table's list layout, otherwise the display column and a few others. */
function listColumns(store: Store, table: Table): string[] {
    const layout = store.first('sys_ui_list', `name=${table.name}^sys_userISEMPTY^parentISEMPTY`)
    const elements = layout
        ? store.query('sys_ui_list_element', { query: `list_id=${layout['sys_id'] ?? ''}^ORDERBYposition` })
        : []
    const named = elements.map(({ element }) => element ?? '').filter((element) => element !== '')
    if (named.length > 0) return named
    const own = [...table.columns.keys()].filter((column) => !column.startsWith('sys_'))
    const first = table.displayColumn ? [table.displayColumn] : []
    return [...new Set([...first, ...own])].slice(0, 6).concat('sys_created_on')
}

function labelOf(table: Table, column: string): string {
    return table.columns.get(column)?.label || column
}
