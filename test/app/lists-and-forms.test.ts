import { OUTCOME_CHOICES } from '../../src/fluent/token-refresh/outcome-choices'
import { BuiltApp } from '../support/built-app'

const app = BuiltApp.read()
const STATUS = 'x_opfi_openfin_token_status'
const RULE = 'x_opfi_openfin_refresh_rule'
const ATTEMPT = 'x_opfi_openfin_refresh_attempt'

/** Columns of a table's list layouts, by the parent form; empty key for the table's own list. */
function layouts(table: string): Record<string, string[]> {
    const found = [...app.files].filter(([, xml]) => xml.includes(`<sys_ui_list table="${table}"`))
    return Object.fromEntries(
        found.map(([, xml]) => [
            /\bparent="(x_opfi\w+)"/.exec(xml)?.[1] ?? '',
            [...xml.matchAll(/<element>(\w+)<\/element>/g)].map(([, column = '']) => column),
        ])
    )
}

/** Columns on a table's form. */
function formOf(table: string): string[] {
    return [...app.files.values()]
        .filter((xml) => xml.includes(`table="${table}"`) && /<sys_ui_(section|form_sections)/.test(xml))
        .flatMap((xml) => [...xml.matchAll(/<element>(\w+)<\/element>/g)].map(([, column = '']) => column))
}

describe('native lists and forms', () => {
    it('show who gave the consent, and the notices sent, if they show a token', () => {
        expect(layouts(STATUS)['']).toContain('consented_by')
        expect(formOf(STATUS)).toEqual(
            expect.arrayContaining(['consented_by', 'consent_note', 'notice_days', 'notice_end'])
        )
        expect(formOf(RULE)).toContain('notice_days')
    })

    it('list the attempts of a token and of a run, and the tokens of a rule, on their forms', () => {
        const lists = new Map(app.values('sys_ui_related_list').map(({ sys_id, name }) => [sys_id, name]))
        expect(
            app
                .values('sys_ui_related_list_entry')
                .map(({ list_id, related_list }) => `${lists.get(list_id ?? '')}: ${related_list}`)
                .sort()
        ).toEqual([
            `${RULE}: ${STATUS}.rule`,
            `x_opfi_openfin_refresh_run: ${ATTEMPT}.run`,
            `${STATUS}: ${ATTEMPT}.status`,
        ])
        expect(layouts(ATTEMPT)[STATUS]).not.toContain('status')
        expect(layouts(STATUS)[RULE]).not.toContain('rule')
    })

    it.each([STATUS, ATTEMPT])('have a colour for each outcome of %s', (table) => {
        const styles = app.values('sys_ui_style').filter(({ name }) => name === table)
        expect(styles.map(({ value }) => value).sort()).toEqual(Object.keys(OUTCOME_CHOICES).sort())
        for (const { element, style } of styles) {
            expect(element).toBe('outcome')
            // Text and background keep the theme's colours.
            expect(style).toMatch(/^border-left:4px solid #[0-9a-f]{6};/)
            expect(style).not.toMatch(/(^|;)(background|color)/)
        }
    })

    it('offer a new consent as a related link, on tokens that can have one', () => {
        const actions = app.values('sys_ui_action').filter(({ name }) => name === 'Get OAuth token')
        expect(
            actions.map(({ table, form_link, form_button }) => [table, form_link, form_button]).sort()
        ).toEqual(['global', RULE, STATUS].map((table) => [table, 'true', 'false']))
        expect(actions.find(({ table }) => table === STATUS)?.['condition']).toContain('oauth_credential')
    })
})
