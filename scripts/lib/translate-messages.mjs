// @ts-check
import { createHash } from 'node:crypto'

/**
 * Adds the messages that the SDK does not make: those of the UI pages in another language (it makes English ones), and those
 * of the mails in English, for translators of the instance, and in the other language.
 *
 * @param {{
 *     folder: string,
 *     language: string,
 *     pages: Record<string, string>,
 *     mails: Record<string, string>,
 *     fs: typeof import('node:fs'),
 *     path: typeof import('node:path')
 * }} options `folder` has the built records; `pages` and `mails` are translations by key
 * @throws if a key of the pages has no translation, or a translation of the pages no key, or if a key of the mails is one of
 *     the pages, so that no page is half translated and no message has two records
 */
export function translateMessages({ folder, language, pages, mails, fs, path }) {
    const english = fs
        .readdirSync(folder)
        .filter((name) => name.startsWith('sys_ui_message_'))
        .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    const keys = english.map((xml) => decode(memberOf(xml, 'key')))
    checkKeys(language, { keys, pages, mails })
    const [template = ''] = english
    /** @param {string} xml @param {string} key @param {string} to @param {string} text */
    const write = (xml, key, to, text) => {
        const id = createHash('md5').update(`x_opfi_openfin:sys_ui_message:${to}:${key}`).digest('hex')
        const translated = [
            ['sys_id', id],
            ['sys_update_name', `sys_ui_message_${id}`],
            ['key', encode(key)],
            ['language', to],
            ['message', encode(text)],
        ].reduce((all, [name, value]) => withMember(all, /** @type {string} */ (name), value ?? ''), xml)
        fs.writeFileSync(path.join(folder, `sys_ui_message_${id}.xml`), translated)
    }
    for (const [index, xml] of english.entries()) {
        const key = /** @type {string} */ (keys[index])
        write(xml, key, language, /** @type {string} */ (pages[key]))
    }
    for (const [key, text] of Object.entries(mails)) {
        write(template, key, 'en', key)
        write(template, key, language, text)
    }
}

/**
 * @param {string} language
 * @param {{ keys: string[], pages: Record<string, string>, mails: Record<string, string> }} texts
 */
function checkKeys(language, { keys, pages, mails }) {
    const missing = keys.filter((key) => !Object.hasOwn(pages, key))
    const unused = Object.keys(pages).filter((key) => !keys.includes(key))
    const twice = keys.filter((key) => Object.hasOwn(mails, key))
    const lines = [
        ...missing.map((key) => `missing: ${key}`),
        ...unused.map((key) => `unused: ${key}`),
        ...twice.map((key) => `of a page and a mail: ${key}`),
    ]
    if (lines.length > 0)
        throw new Error(`Messages in "${language}" do not match the pages:\n${lines.join('\n')}`)
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
