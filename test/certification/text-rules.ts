import type { BuiltApp } from '../support/built-app'
import { changed, type Rule } from './rule'

/** A text of a built file. */
interface Text {
    /** The file and the element or attribute. */
    place: string
    value: string
    /** Whether it is code, in which words such as `undefined` are in order. */
    isCode: boolean
}

/** Columns that hold code. */
const CODE = /^(content|script|operation_script|advanced_condition|condition|condition_script)$/

/** What JavaScript makes of a value that is no text, as a whole or as a member of a list. */
const NO_TEXT = /^\s*(undefined|null|NaN|-?Infinity)\s*$/

/** What it makes of objects, functions and symbols, wherever it stands. */
const NO_VALUE =
    /\[object \w+\]|\[native code\]|\bSymbol\([\w.]*\)|^\s*(async )?(function\b.*\{|\([^)]*\) ?=>)/

/** All texts of a file: of elements, of attributes, and in CDATA sections. */
function textsOf(file: string, xml: string): Text[] {
    const texts: Text[] = []
    const add = (name: string, value: string, isCode = false) =>
        texts.push({ place: `${file}: ${name}`, value, isCode })
    const markup = xml.replace(
        /<(\w+)([^<>]*)><!\[CDATA\[([\s\S]*?)\]\]><\/\1>/g,
        (_, name, given, value) => {
            add(name as string, value as string, CODE.test(name as string))
            return `<${name}${given}/>`
        }
    )
    for (const [, name = '', value = ''] of markup.matchAll(/\s([\w:]+)="([^"]*)"/g)) add(name, value)
    for (const [, name = '', value = ''] of markup.matchAll(/<(\w+)[^<>]*>([^<]+)<\/\1>/g))
        add(name, value, CODE.test(name))
    return texts
}

function isText({ value, isCode }: Text): boolean {
    if (isCode) return !/^\s*(undefined|null|NaN)\s*$|\[object \w+\]|\[native code\]/.test(value)
    return !NO_VALUE.test(value) && !value.split(/[,;^]/).some((member) => NO_TEXT.test(member))
}

function isPageScript(file: string, { place, isCode }: Text): boolean {
    return isCode && /[\\/]sys_ux_lib_asset_\w+\.xml$/.test(file) && place.endsWith(': content')
}

/** Tables and columns of the dictionary that have choices of their own, as `table.column`. */
function columnsWithChoices(app: BuiltApp): string[] {
    const tables = [...app.files].filter(([file]) => /^dictionary[\\/]/.test(file))
    const inline = tables.flatMap(([, xml]) =>
        [...xml.matchAll(/<element name="(\w+)"[^<>]*[^/]>\s*<choice>/g)].map(
            ([, column]) => `${/<element name="(\w+)" type="collection"/.exec(xml)?.[1]}.${column}`
        )
    )
    const sets = [...app.files.values()].flatMap((xml) =>
        [...xml.matchAll(/<sys_choice_v2 [^<>]*field="(\w+)" table="(\w+)"/g)].map(
            ([, column, table]) => `${table}.${column}`
        )
    )
    return [...new Set([...inline, ...sets])].sort()
}

/** Columns whose dictionary says that forms and lists show choices: 1 with "-- None --", 3 without. */
function columnsThatShowChoices(app: BuiltApp): { inTables: string[]; inRecords: string[] } {
    const inTables = [...app.files]
        .filter(([file]) => /^dictionary[\\/]/.test(file))
        .flatMap(([, xml]) =>
            [...xml.matchAll(/<element name="(\w+)" type="(?!collection)[^<>]*\schoice="[13]"/g)].map(
                ([, column]) => `${/<element name="(\w+)" type="collection"/.exec(xml)?.[1]}.${column}`
            )
        )
    const inRecords = app
        .values('sys_dictionary')
        .filter(({ choice }) => choice === '1' || choice === '3')
        .map(({ name, element }) => `${name}.${element}`)
    return { inTables: inTables.sort(), inRecords: inRecords.sort() }
}

/** What the build makes of values. */
export const textRules: Rule[] = [
    {
        number: 'texts',
        what: 'no value is an object, a function, a symbol or nothing, written as text',
        why: 'The build takes what it is given: `[object Object]` as the roles of a module hides it from all but `admin`.',
        findings: (app) =>
            [...app.files].flatMap(([file, xml]) => [
                ...(/undefined|NaN|\[object/.test(file) ? [`${file}: the name`] : []),
                ...textsOf(file, xml)
                    // Libraries in the scripts of UI pages name what objects are written as; steps of tests are code.
                    .filter((text) => !isText(text) && !isPageScript(file, text) && !isStepScript(file, text))
                    .map(({ place, value }) => `${place} is ${value.slice(0, 60)}`),
            ]),
        spoilt: {
            'roles that are objects': (app) =>
                changed(app, 'sys_app_module', {
                    find: '<roles>x_opfi_openfin.viewer',
                    replace: '<roles>[object Object]',
                }),
            'a list with a role that is none': (app) =>
                changed(app, 'sys_properties', {
                    find: '<read_roles>x_opfi_openfin.viewer,',
                    replace: '<read_roles>undefined,',
                }),
            'a term of a query without a value': (app) =>
                changed(app, 'sys_app_module', { find: '<filter>name', replace: '<filter>null^name' }),
            'a number that is none': (app) =>
                changed(app, 'oauth_entity', {
                    find: '<refresh_token_lifespan>86400',
                    replace: '<refresh_token_lifespan>NaN',
                }),
            'a promise': (app) =>
                changed(app, 'sys_ws_operation', {
                    find: '<request_example>',
                    replace: '<request_example>[object Promise]',
                }),
            'a function as a script': (app) =>
                changed(app, 'sys_security_acl', {
                    find: 'answer = false;',
                    replace: 'function () { [native code] }',
                }),
            'a function as a text': (app) =>
                changed(app, 'sys_properties', { find: '<description>', replace: '<description>() => ' }),
            'an attribute': (app) =>
                changed(app, 'sys_security_acl_role', { find: 'name="public"', replace: 'name="undefined"' }),
            'a message in a CDATA section': (app) =>
                changed(app, 'sysevent_email_action', {
                    find: '<message_html><![CDATA[',
                    replace: '<message_html><![CDATA[[object Object]',
                }),
            'an attribute of a column': (app) => {
                const file = 'dictionary/x_opfi_openfin_request.xml'
                return app.with(
                    file,
                    (app.files.get(file) ?? '').replace('label="Route"', 'label="undefined"')
                )
            },
        },
    },
    {
        number: 'choice columns',
        what: 'columns with choices show them, and no others say that they do',
        why: 'Without 1 or 3 in the column `choice` of the dictionary, lists and forms show the raw value.',
        findings: (app) => {
            const having = columnsWithChoices(app)
            const { inTables, inRecords } = columnsThatShowChoices(app)
            return [
                ...having.filter((one) => !inTables.includes(one)).map((one) => `${one}: not in its table`),
                ...having.filter((one) => !inRecords.includes(one)).map((one) => `${one}: not in its record`),
                ...[...inTables, ...inRecords]
                    .filter((one) => !having.includes(one))
                    .map((one) => `${one} has no choices`),
            ]
        },
        spoilt: {
            'a record of the dictionary without': (app) =>
                changed(app, 'sys_dictionary', { find: '<choice>1', replace: '<choice>' }),
            'a table without': (app) => {
                const file = 'dictionary/x_opfi_openfin_refresh_attempt.xml'
                return app.with(file, (app.files.get(file) ?? '').replace('choice="1"', 'choice="0"'))
            },
            'one that has none': (app) =>
                changed(app, 'sys_dictionary', { find: '<choice/>', replace: '<choice>3</choice>' }),
        },
    },
    {
        number: 'conditions',
        what: 'conditions reach modules by script includes',
        why: 'That `require` exists in scripts is documented, in conditions it is not.',
        findings: (app) =>
            app.all
                .filter(({ values }) => /\brequire\b/.test(values['condition'] ?? ''))
                .map(({ file, values }) => `${file}: ${values['condition']}`),
        spoilt: {
            'one that requires a module': (app) =>
                changed(app, 'sys_ui_action', {
                    find: '<condition>new ',
                    replace: "<condition>require('./form-actions.ts').covers(current) && new ",
                }),
        },
    },
]

function isStepScript(file: string, { value }: { value: string }): boolean {
    return file.includes('/sys_atf_step_') && value.startsWith(';(function (outputs, steps, params, ')
}
