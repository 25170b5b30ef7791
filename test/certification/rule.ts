import type { BuiltApp } from '../support/built-app'

/** Something that an app must hold to be certified, read off its built form. */
export interface Rule {
    /** Its number in docs/certification.md. */
    number: string
    what: string
    /** What would go wrong otherwise. */
    why: string
    /** What breaks it, a line for each place. */
    findings(app: BuiltApp): string[]
    /** Changes of the app that must be found, by what they do. */
    spoilt: Record<string, (app: BuiltApp) => BuiltApp>
}

/** Changes the first file of a table that holds the text. @throws where there is none */
export function changed(
    app: BuiltApp,
    table: string,
    { find, replace }: { find: string; replace: string }
): BuiltApp {
    for (const { file } of app.all.filter((record) => record.table === table)) {
        const text = app.files.get(file) ?? ''
        if (text.includes(find))
            return app.with(
                file,
                text.replace(find, () => replace)
            )
    }
    throw new Error(`No ${table} holds ${find}`)
}

/** Adds a record. */
export function added(app: BuiltApp, table: string, values: Record<string, string>): BuiltApp {
    const fields = Object.entries(values).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    return app.with(
        `update/${table}_added.xml`,
        `<record_update><${table} action="INSERT_OR_UPDATE">${fields.join('')}</${table}></record_update>`
    )
}

/** Adds lines to the end of a module, named by the last part of its path. */
export function withLines(app: BuiltApp, module: string, lines: string): BuiltApp {
    for (const { file, values } of app.all) {
        if (!values['path']?.endsWith(`/${module}.ts`)) continue
        return app.with(
            file,
            (app.files.get(file) ?? '').replace(']]></content>', () => `\n${lines}\n]]></content>`)
        )
    }
    throw new Error(`There is no module ${module}`)
}
