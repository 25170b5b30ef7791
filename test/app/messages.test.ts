import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
    DIGEST_TEXTS,
    CLONE_TEXTS,
    EVENT_TEXTS,
    MAIL_WORDS,
    type EventTexts,
} from '../../src/server/mails/mail-texts'
import { TOKEN_MESSAGES } from '../../src/server/shared/token-messages'
import { BuiltApp } from '../support/built-app'

const app = BuiltApp.read()
const messages = app.values('sys_ui_message')
const of = (language: string) =>
    new Map(
        messages
            .filter((one) => one['language'] === language)
            .map((one) => [one['key'] ?? '', one['message'] ?? ''])
    )
const [english, german] = [of('en'), of('de')]

/** Keys of mails, which are in another file than those of the pages. */
const eventTexts: EventTexts[] = [...Object.values(EVENT_TEXTS), ...Object.values(DIGEST_TEXTS), CLONE_TEXTS]
const ofMails = new Set(
    eventTexts
        .flatMap(({ subject, intro, advice }) => [subject, intro, advice])
        .concat(Object.values(MAIL_WORDS), Object.values(TOKEN_MESSAGES))
        .filter((text) => text !== '')
)
const ofPages = Object.keys(
    JSON.parse(readFileSync(join(__dirname, '../../src/ui/de.json'), 'utf8')) as object
)

/** Placeholders, such as `%1` on pages and `{0}` in mails, in order. */
const places = (text: string) => (text.match(/%[1-9]|\{\d\}/g) ?? []).sort()

describe('messages of the UI pages and of mails', () => {
    it('exist in English and German, key by key', () => {
        expect(english.size).toBeGreaterThan(50)
        expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
        expect(messages).toHaveLength(english.size + german.size)
    })

    it('are translated to German, with the same placeholders', () => {
        for (const [key, text] of german) expect([key, places(text)]).toEqual([key, places(key)])
        const same = [...german].filter(([key, text]) => key === text).map(([key]) => key)
        // Names of the platform's APIs, and a word that is the same in German.
        expect(same.sort()).toEqual(['Attachment API', 'Batch API', 'Tokens'])
    })

    it('have keys that the build can write into an expression of a page, and the column can hold', () => {
        for (const key of ofPages) {
            expect(key).toMatch(/^[^{}<>&"\\\n]+$/)
            expect(key.length).toBeLessThanOrEqual(250)
        }
    })

    it('exist for each text of a mail, without an apostrophe, which quotes in java.text.MessageFormat', () => {
        expect([...ofMails].filter((key) => !german.has(key))).toEqual([])
        expect([...german.keys()].filter((key) => !ofMails.has(key) && !ofPages.includes(key))).toEqual([])
        for (const key of ofMails) {
            expect(key + german.get(key)).not.toContain("'")
            expect(key.length).toBeLessThanOrEqual(250)
        }
    })

    it('belong to the app, each with its own id', () => {
        expect(new Set(messages.map(({ code }) => code))).toEqual(new Set(['x_opfi_openfin']))
        expect(new Set(messages.map(({ sys_id }) => sys_id)).size).toBe(messages.length)
    })

    it('are shipped without the sources of the pages', () => {
        const assets = app.values('sys_ux_lib_asset')
        expect(assets.map(({ category }) => category)).toEqual(assets.map(() => 'component'))
        const sources = readFileSync(join(__dirname, '../../src/ui/setup/app.tsx'), 'utf8')
        const [comment = ''] = /\/\*\* The setup page.*\*\//.exec(sources) ?? []
        expect(comment).not.toBe('')
        for (const text of app.files.values()) expect(text).not.toContain(comment)
    })
})
