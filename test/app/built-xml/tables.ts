import type { BuiltApp } from '../../support/built-app'

/** Columns of a table's index. */
export function indexOf(app: BuiltApp, table: string, name: string, having = ''): string[] {
    const text = app.files.get(`dictionary/${table}.xml`) ?? ''
    const index = new RegExp(`<index name="${name}"[^>]*${having}.*?</index>`, 's').exec(text)?.[0] ?? ''
    return [...index.matchAll(/<element name="(\w+)"/g)].map(([, column]) => column ?? '')
}

/** Ages in seconds at which the rows of a table are deleted. */
export function flushOf(app: BuiltApp, table: string): (string | undefined)[] {
    return app
        .values('sys_auto_flush')
        .filter((one) => one['tablename'] === table && one['active'] === 'true')
        .filter((one) => one['matchfield'] === 'sys_created_on')
        .map((one) => one['age'])
}
