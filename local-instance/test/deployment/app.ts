import { createHash } from 'node:crypto'
import { zip, type ZipEntry } from './zip'

export const SCOPE = 'x_acme_zoo'
export const SCOPE_ID = '0a0b0c0d0e0f0a0b0c0d0e0f0a0b0c0d'

/** A sys_id for a name, the same in every version of the app. */
export function id(name: string): string {
    return createHash('md5').update(name).digest('hex')
}

/** An update file with one record, as `now-sdk build` writes it. Values are escaped unless they are XML. */
export function record(
    table: string,
    name: string,
    values: Record<string, string | { xml: string }>,
    action = 'INSERT_OR_UPDATE'
): string {
    const fields = Object.entries(values).map(([column, value]) => {
        if (typeof value !== 'string') return value.xml
        return value === '' ? `    <${column}/>` : `    <${column}>${escape(value)}</${column}>`
    })
    return [
        '<?xml version="1.0"?>',
        `<record_update table="${table}">`,
        `  <${table} action="${action}">`,
        `    <sys_id>${id(name)}</sys_id>`,
        `    <sys_scope display_value="${SCOPE}">${SCOPE_ID}</sys_scope>`,
        `    <sys_update_name>${table}_${id(name)}</sys_update_name>`,
        ...fields,
        `  </${table}>`,
        '</record_update>',
    ].join('\n')
}

/** The application's own record. */
export function application(values: Record<string, string> = {}): string {
    return record('sys_app', 'application', {
        name: 'Zoo',
        scope: SCOPE,
        version: '1.0.0',
        active: 'true',
        short_description: '',
        ...values,
    }).replace(id('application'), SCOPE_ID)
}

/** A table file of the folder `dictionary`. */
export function dictionary(
    name: string,
    columns: string,
    { attributes = '', access = 'access="public" read_access="true" ws_access="true"' } = {}
): string {
    return (
        `<?xml version="1.0"?>\n<database>\n  <element name="${name}" type="collection" label="Animal" ${access} ` +
        `${attributes}>\n${columns}\n  </element>\n</database>`
    )
}

/** The sample app's table. */
export const ANIMAL = dictionary(
    `${SCOPE}_animal`,
    `    <element name="name" type="string" label="Name" max_length="60" mandatory="true" display="true"/>
    <element name="legs" type="integer" label="Legs" default_value="4"/>
    <element name="tame" type="boolean" label="Tame" default_value="true"/>
    <element name="keeper" type="reference" reference="sys_user" label="Keeper"/>
    <element name="mood" type="choice" label="Mood" default_value="calm">
      <choice>
        <element value="wild" label="Wild" sequence="2" language="en"/>
        <element value="calm" label="Calm" sequence="1" language="en"/>
      </choice>
    </element>
    <index name="i" unique="true">
      <element name="name"/>
    </index>`
)

/** The files of the sample app, by path. */
export function zoo(changes: Record<string, string | undefined> = {}): Record<string, string> {
    const files: Record<string, string | undefined> = {
        [`scope/sys_app_${SCOPE_ID}.xml`]: application(),
        [`dictionary/${SCOPE}_animal.xml`]: ANIMAL,
        'update/role.xml': record('sys_user_role', 'keeper', { name: `${SCOPE}.keeper`, suffix: 'keeper' }),
        'update/acl.xml': record('sys_security_acl', 'acl', {
            name: `${SCOPE}_animal`,
            operation: 'read',
            type: 'record',
            active: 'true',
            admin_overrides: 'true',
        }),
        'update/acl_role.xml': record('sys_security_acl_role', 'acl_role', {
            sys_security_acl: id('acl'),
            sys_user_role: {
                xml: `<sys_user_role name="itil">${id('a role of another instance')}</sys_user_role>`,
            },
        }),
        'update/property.xml': record('sys_properties', 'property', {
            name: `${SCOPE}.open`,
            type: 'boolean',
            value: 'true',
            description: 'Whether the zoo is open',
        }),
        'update/second_property.xml': record('sys_properties', 'second_property', {
            name: `${SCOPE}.name`,
            value: 'Central Zoo',
        }),
        'unload/rule.xml': record('sys_cors_rule', 'rule', {
            name: 'Zoo',
            domain: 'https://zoo.example.com',
            rest_api: 'b0c65f6c8f3b4a0f9d1c2a7e54d3f81a',
            get: 'true',
        }),
        'unload/lion.xml': record(`${SCOPE}_animal`, 'lion', { name: 'Leo', legs: '4', tame: 'false' }),
        'unload.demo/snake.xml': record(`${SCOPE}_animal`, 'snake', { name: 'Kaa', legs: '0' }),
        'apply_once/owl.xml': record(`${SCOPE}_animal`, 'owl', { name: 'Athena', legs: '2' }),
        ...changes,
    }
    return Object.fromEntries(
        Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined)
    )
}

/** Packs files as `now-sdk pack` does: names with a leading slash, and an inventory. */
export function pack(files: Record<string, string>, more: ZipEntry[] = []): Buffer {
    const lines = Object.entries(files)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, text]) => `${path};${createHash('sha256').update(text).digest('hex')}`)
    const inventory = [
        '#build=x_acme_zoo',
        '#appVersion=1.0.0',
        '#type=scoped',
        '#version=1.0.0',
        ...lines,
        '',
    ]
    return zip([
        { name: '/package_inventory.csv', data: inventory.join('\n') },
        ...Object.entries(files).map(([path, data]) => ({ name: `/${path}`, data })),
        ...more,
    ])
}

function escape(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
