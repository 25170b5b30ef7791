import { application, dictionary, id, record, SCOPE, SCOPE_ID } from './app'

/** A number of columns that nothing else uses. */
function columns(count: number, name = 'extra'): string {
    const more = count === 1 ? [name] : Array.from({ length: count }, (_, at) => `${name}_${at}`)
    return ['name', 'legs', 'tame', ...more].map((one) => `<element name="${one}" type="string"/>`).join('')
}

/** A package that cannot be installed: why, the files that differ from those of `zoo`, and part of the message. */
export type BrokenPackage = [reason: string, changes: Record<string, string | undefined>, message: string]

/** One package per reason; each is rejected completely. */
export const BROKEN_PACKAGES: BrokenPackage[] = [
    ['malformed XML', { 'update/role.xml': '<record_update>\n<sys_user_role>' }, 'update/role.xml:'],
    [
        'an unknown table',
        { 'update/x.xml': record('sys_nonexistent', 'x', { name: 'x' }) },
        'update/x.xml:3: Unknown table sys_nonexistent',
    ],
    [
        'a hidden table of the local instance',
        { 'update/x.xml': record('local_deployed_record', 'x', { application: 'x' }) },
        'Unknown table local_deployed_record',
    ],
    [
        'a folder named like a prototype property',
        { 'constructor/x.xml': record('sys_properties', 'x', { name: 'x' }) },
        'constructor/x.xml: Unknown folder constructor',
    ],
    [
        'the application in a folder below its own',
        { [`scope/sys_app_${SCOPE_ID}.xml`]: undefined, 'scope/a/app.xml': application() },
        'scope/a/app.xml: The file is outside the folders of an application package',
    ],
    [
        'a column named like a prototype property',
        { [`dictionary/${SCOPE}_animal.xml`]: dictionary(`${SCOPE}_animal`, columns(1, 'constructor')) },
        'Invalid name: "constructor"',
    ],
    [
        'more columns than a table may have',
        { [`dictionary/${SCOPE}_animal.xml`]: dictionary(`${SCOPE}_animal`, columns(1001)) },
        `dictionary/${SCOPE}_animal.xml:3: The table ${SCOPE}_animal has more than 1000 columns`,
    ],
    [
        'a record that creates a column with an invalid name',
        {
            'update/x.xml': record('sys_dictionary', 'x', {
                name: 'sys_user',
                element: 'a"b',
                internal_type: 'string',
            }),
        },
        'update/x.xml:3: Invalid name: "a\\"b"',
    ],
    [
        'records of a table that it deletes',
        { 'update/x.xml': record('sys_db_object', 'x', { name: `${SCOPE}_animal` }, 'DELETE') },
        `Table ${SCOPE}_animal is deleted by this package`,
    ],
    [
        'an unknown column of its own table',
        { 'unload/x.xml': record(`${SCOPE}_animal`, 'x', { name: 'x', wings: '2' }) },
        `unload/x.xml:3: Table ${SCOPE}_animal has no column wings`,
    ],
    [
        'a violated unique index',
        { 'unload/x.xml': record(`${SCOPE}_animal`, 'x', { name: 'Leo' }) },
        'unload/x.xml:3: ',
    ],
    [
        'one sys_id with two contents',
        { 'unload/x.xml': record(`${SCOPE}_animal`, 'lion', { name: 'Not Leo' }) },
        `unload/x.xml:3: ${SCOPE}_animal ${id('lion')} is also in unload/lion.xml, with different content`,
    ],
    [
        'a record that a platform rule rejects',
        {
            'unload/rule.xml': record('sys_cors_rule', 'rule', {
                name: 'Zoo',
                domain: 'https://*com',
                rest_api: 'x',
            }),
        },
        'unload/rule.xml:3: Invalid domain',
    ],
    [
        'a table with the name of another scope',
        { 'dictionary/x.xml': '<database><element name="x_other_t" type="collection"/></database>' },
        `dictionary/x.xml:1: The name of table x_other_t must start with ${SCOPE}_`,
    ],
    [
        'a table that extends an unknown one',
        {
            'dictionary/x.xml': `<database><element name="${SCOPE}_t" type="collection" extends="nowhere"/></database>`,
        },
        'dictionary/x.xml:1: Unknown table nowhere',
    ],
    [
        'a reference to an unknown table',
        {
            'dictionary/x.xml': `<database><element name="${SCOPE}_t" type="collection"><element name="a" type="reference" reference="nowhere"/></element></database>`,
        },
        'references the unknown table nowhere',
    ],
    [
        'an index of an unknown column',
        {
            'dictionary/x.xml': `<database><element name="${SCOPE}_t" type="collection"><index name="i"><element name="a"/></index></element></database>`,
        },
        'An index contains the unknown column a',
    ],
    [
        'a deletion by a column that does not exist',
        {
            'update/x.xml':
                '<record_update><w><sys_properties action="delete_multiple" query="nonsense=1"/></w></record_update>',
        },
        'update/x.xml:1: ',
    ],
    ['an unknown folder', { 'elsewhere/x.xml': '<a/>' }, 'elsewhere/x.xml: Unknown folder elsewhere'],
    ['a file outside the folders', { 'x.xml': '<a/>' }, 'x.xml: The file is outside the folders'],
    [
        'no application',
        { [`scope/sys_app_${SCOPE_ID}.xml`]: undefined },
        'must contain exactly one file in the folder scope',
    ],
    [
        'a forbidden scope',
        { [`scope/sys_app_${SCOPE_ID}.xml`]: application({ scope: 'global' }) },
        'Invalid scope name: "global"',
    ],
    [
        'an entity bomb',
        {
            'update/x.xml':
                '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><record_update>&z;</record_update>',
        },
        'update/x.xml:1: Document type declarations are not allowed',
    ],
]
