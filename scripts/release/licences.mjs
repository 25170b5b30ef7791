// @ts-check
import { createRequire } from 'node:module'

/**
 * @typedef {{ license: string } | { left: Expression, conjunction: 'and' | 'or', right: Expression }} Expression
 * @type {(text: string) => Expression}
 */
const parse = createRequire(import.meta.url)('spdx-expression-parse')

/** Licences that let everybody use, change and pass on, and ask for no more than their notice. */
const ALLOWED = new Set([
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    'MIT',
    'MIT-0',
])

/**
 * What a component of CycloneDX says of its licence.
 * @typedef {{ license?: { id?: string, name?: string }, expression?: string }} Licence
 * @typedef {{ name: string, version: string, purl: string, licenses?: Licence[] }} Component
 */

/**
 * The licences of components, one line each: name, version, licence.
 * @param {readonly Component[]} components
 */
export function licenceList(components) {
    return components.map((one) => `${nameOf(one)} ${one.version} ${licenceOf(one) || 'none'}\n`).join('')
}

/**
 * Components whose licence is missing, unknown or asks for more, a line for each.
 * @param {readonly Component[]} components
 */
export function licenceProblems(components) {
    return components
        .filter((one) => !isAllowed(licenceOf(one)))
        .map((one) => `${nameOf(one)} ${one.version}: its licence is ${licenceOf(one) || 'not stated'}`)
}

/** @param {Component} component */
function nameOf({ name, purl }) {
    const [, path] = /^pkg:npm\/(.+)@/.exec(purl) ?? []
    return path ? decodeURIComponent(path) : name
}

/** @param {Component} component */
function licenceOf({ licenses = [] }) {
    return licenses
        .map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '')
        .join(' AND ')
}

/** @param {string} expression of SPDX */
function isAllowed(expression) {
    try {
        return allows(parse(expression))
    } catch {
        return false
    }
}

/** @param {Expression} expression @returns {boolean} */
function allows(expression) {
    if ('license' in expression) return ALLOWED.has(expression.license)
    const [left, right] = [allows(expression.left), allows(expression.right)]
    return expression.conjunction === 'or' ? left || right : left && right
}
