// @ts-check
import { createHash } from 'node:crypto'

/**
 * Adds a record in another language for each English message of the UI pages: the SDK makes records for one language only.
 *
 * @param {{
 *     folder: string,
 *     language: string,
 *     texts: Record<string, string>,
 *     fs: typeof import('node:fs'),
 *     path: typeof import('node:path')
 * }} options `folder` has the built records, `texts` the translations by key
 * @throws if a key has no translation, or a translation no key, so that no page is half translated
 */
export function translateMessages({ folder, language, texts, fs, path }) {
    const english = fs
        .readdirSync(folder)
        .filter((name) => name.startsWith('sys_ui_message_'))
        .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    const keys = english.map((xml) => decode(memberOf(xml, 'key')))
    const missing = keys.filter((key) => !Object.hasOwn(texts, key))
    const unused = Object.keys(texts).filter((key) => !keys.includes(key))
    if (missing.length > 0 || unused.length > 0) {
        const lines = [...missing.map((key) => `missing: ${key}`), ...unused.map((key) => `unused: ${key}`)]
        throw new Error(`Messages in "${language}" do not match the pages:\n${lines.join('\n')}`)
    }
    for (const [index, xml] of english.entries()) {
        const key = /** @type {string} */ (keys[index])
        const id = createHash('md5').update(`x_opfi_openfin:sys_ui_message:${language}:${key}`).digest('hex')
        const translated = [
            ['sys_id', id],
            ['sys_update_name', `sys_ui_message_${id}`],
            ['language', language],
            ['message', encode(/** @type {string} */ (texts[key]))],
        ].reduce((text, [name, value]) => withMember(text, /** @type {string} */ (name), value ?? ''), xml)
        fs.writeFileSync(path.join(folder, `sys_ui_message_${id}.xml`), translated)
    }
}

/** @param {string} xml @param {string} name */
function memberOf(xml, name) {
    const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)
    if (!found) throw new Error(`A message has no ${name}:\n${xml}`)
    return /** @type {string} */ (found[1])
}

/** @param {string} xml @param {string} name @param {string} value */
function withMember(xml, name, value) {
    const old = `<${name}>${memberOf(xml, name)}</${name}>`
    return xml.replace(old, () => `<${name}>${value}</${name}>`)
}

/** @param {string} text */
function encode(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** @param {string} text */
function decode(text) {
    return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
