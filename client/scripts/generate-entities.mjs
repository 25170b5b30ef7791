// @ts-check
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** @typedef {{ table?: string, extends?: string, columns: string[], references?: string[] }} Entity */

const DATA = new URL('../data/entities.json', import.meta.url)
const TARGET = new URL('../src/types/service-now-entities.ts', import.meta.url)

/**
 * Generates the types of the entities in data/entities.json: one interface each, in namespaces, which an app
 * can augment with its own columns.
 */
export async function generateEntities() {
    /** @type {Record<string, Record<string, Entity>>} */
    const data = JSON.parse(await readFile(DATA, 'utf8'))
    const namespaces = Object.entries(data).map(([name, entities]) => printNamespace(name, entities))
    return [
        '// Written by client/scripts/generate-entities.mjs from client/data/entities.json.',
        '/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-empty-object-type --',
        '   only namespaces can be augmented, and a table without its own columns still needs a type */',
        "import type { Column, DisplayReference, Reference, ReferenceColumn } from './columns'",
        '',
        '/** Records of ServiceNow tables, by the product that contains the tables. */',
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

/** Values of reference columns besides strings. */
const LINKS = `        /** A reference with the URL of its record. */
        type Link = LinkWithValue | LinkWithDisplayValue

        /** A reference with \`sysparm_display_value=false\`. */
        interface LinkWithValue extends Reference {}

        /** A reference with \`sysparm_display_value=true\`. */
        interface LinkWithDisplayValue extends DisplayReference {}`

/** @param {string} name @param {Record<string, Entity>} entities */
function printNamespace(name, entities) {
    const interfaces = Object.entries(entities).map(([entity, shape]) => printEntity(entity, shape))
    const product = PRODUCTS[/** @type {keyof typeof PRODUCTS} */ (name)]
    if (name === 'Core') interfaces.push(LINKS)
    return `    /** ${product} */\n    namespace ${name} {\n${interfaces.join('\n\n')}\n    }`
}

/** @param {string} name @param {Entity} entity */
function printEntity(name, { table, extends: parent, columns, references = [] }) {
    const lines = columns.map((column) => {
        const type = references.includes(column) ? 'ReferenceColumn' : 'Column'
        return `            ${column}?: ${type}`
    })
    const doc = table ? `Record of table \`${table}\`.` : 'Columns of every record.'
    const head = `        /** ${doc} */\n        interface ${name}${parent ? ` extends ${parent}` : ''}`
    return lines.length ? `${head} {\n${lines.join('\n')}\n        }` : `${head} {}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, await generateEntities())
