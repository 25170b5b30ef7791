// @ts-check
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** @typedef {{ table?: string, extends?: string, columns: string[], references?: string[] }} Entity */

const DATA = new URL('../data/entities.json', import.meta.url)
const TARGET = new URL('../src/types/service-now-entities.ts', import.meta.url)

/**
 * Words the types of the entities in data/entities.json: one interface for each, in namespaces, since those can be
 * extended with an app's own columns from outside.
 */
export async function wordEntities() {
    /** @type {Record<string, Record<string, Entity>>} */
    const data = JSON.parse(await readFile(DATA, 'utf8'))
    const namespaces = Object.entries(data).map(([name, entities]) => wordNamespace(name, entities))
    return [
        '// Written by client/scripts/generate-entities.mjs from client/data/entities.json.',
        '/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-empty-object-type --',
        '   only namespaces can be extended from outside, and a table without columns of its own is one all the same */',
        "import type { Column, DisplayReference, Reference, ReferenceColumn } from './columns'",
        '',
        '/** Records of ServiceNow tables, by the products that bring the tables. */',
        'export declare namespace ServiceNowEntities {',
        namespaces.join('\n\n'),
        '}',
        '',
    ].join('\n')
}

const PRODUCTS = {
    Core: 'Tables of every instance, and of IT Service Management.',
    CSM: 'Tables of Customer Service Management.',
    FSO: 'Tables of Financial Services Operations.',
}

/** What columns that refer to a record hold, beside text. */
const LINKS = `        /** A reference with the address of its record. */
        type Link = LinkWithValue | LinkWithDisplayValue

        /** A reference with \`sysparm_display_value=false\`. */
        interface LinkWithValue extends Reference {}

        /** A reference with \`sysparm_display_value=true\`. */
        interface LinkWithDisplayValue extends DisplayReference {}`

/** @param {string} name @param {Record<string, Entity>} entities */
function wordNamespace(name, entities) {
    const interfaces = Object.entries(entities).map(([entity, shape]) => wordEntity(entity, shape))
    const product = PRODUCTS[/** @type {keyof typeof PRODUCTS} */ (name)]
    if (name === 'Core') interfaces.push(LINKS)
    return `    /** ${product} */\n    namespace ${name} {\n${interfaces.join('\n\n')}\n    }`
}

/** @param {string} name @param {Entity} entity */
function wordEntity(name, { table, extends: parent, columns, references = [] }) {
    const lines = columns.map((column) => {
        const type = references.includes(column) ? 'ReferenceColumn' : 'Column'
        return `            ${column}?: ${type}`
    })
    const doc = table ? `Record of table \`${table}\`.` : 'What every record has.'
    const head = `        /** ${doc} */\n        interface ${name}${parent ? ` extends ${parent}` : ''}`
    return lines.length ? `${head} {\n${lines.join('\n')}\n        }` : `${head} {}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, await wordEntities())
