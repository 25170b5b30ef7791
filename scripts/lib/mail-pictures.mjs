// @ts-check
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const DAY_MS = 86_400_000
const JOB = 'OpenFin: expiry notices'
const AUTHORIZATION = `Basic ${Buffer.from('admin:admin').toString('base64')}`
/** Widths of a window of a mail program and of a phone, in pixels. */
const WIDTHS = { wide: 760, narrow: 320 }

/**
 * Takes pictures of mails about a token, as an instance with the app writes them.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('openfin-servicenow-local-instance').LocalInstance} instance
 * @param {{ folder: string, all?: boolean }} options `all`: every mail in every look, not only those of the documents
 */
export async function takeMails(browser, instance, { folder, all = false }) {
    mkdirSync(folder, { recursive: true })
    const { records } = instance
    // The job that processes the events would send notices of its own.
    setNotices(records, 'false')
    const admin = records.first('sys_user', 'user_name=admin')?.['sys_id'] ?? ''
    for (const language of all ? ['en', 'de'] : ['en']) {
        records.update('sys_user', admin, { preferred_language: language })
        for (const event of all
            ? ['token_expiring', 'token_reauthorize', 'digest', 'cloned']
            : ['token_expiring']) {
            const mail = await writeMail(instance, event, admin)
            for (const look of /** @type {const} */ (['light', 'dark']))
                for (const [name, width] of Object.entries(WIDTHS)) {
                    if (!all && (look === 'dark') !== (name === 'narrow')) continue
                    const page = await browser.newPage({
                        viewport: { width, height: 300 },
                        colorScheme: look,
                    })
                    await page.setContent(asShown(mail))
                    const file = all ? `mail-${language}-${event}-${look}-${name}` : `mail-${look}`
                    await page.screenshot({ path: join(folder, `${file}.png`), fullPage: true })
                    await page.close()
                }
        }
    }
    setNotices(records, 'true')
}

/**
 * @param {import('openfin-servicenow-local-instance').Records} records
 * @param {string} value
 */
function setNotices(records, value) {
    records.updateMultiple('sys_properties', 'name=x_opfi_openfin.expiry_notices.enabled', { value })
}

/**
 * @param {import('openfin-servicenow-local-instance').LocalInstance} instance
 * @param {string} event
 * @param {string} recipient
 */
async function writeMail(instance, event, recipient) {
    const { records } = instance
    const run = '2026-11-28 05:30:00'
    const row = addToken(instance, {
        ...(event === 'token_reauthorize' && {
            message:
                'The refresh token was rejected: invalid_grant (Token has been revoked). Get a new one at {0}',
        }),
        ...{ consented_by: recipient, noticed: run, notice_to: recipient, notice_days: '3' },
    })
    const name = event === 'digest' ? 'token_expiring' : event
    const table = event === 'cloned' ? 'x_opfi_openfin_state' : 'x_opfi_openfin_token_status'
    const record = event === 'cloned' ? records.insert(table, { name: `mail ${tokens}` })['sys_id'] : row
    records.deleteMultiple('sys_email', '')
    await local(instance, '/script', {
        scope: 'x_opfi_openfin',
        script: `var row = new GlideRecord('${table}'); row.get('${record}');
            gs.eventQueue('x_opfi_openfin.${name}', row, '${recipient}', '${event === 'digest' ? `digest ${run}` : '3'}')`,
    })
    await local(instance, '/jobs/run', { name: JOB })
    const [mail] = records.query('sys_email', {})
    return { subject: mail?.['subject'] ?? '', body: mail?.['body'] ?? '' }
}

let tokens = 0

/**
 * @param {import('openfin-servicenow-local-instance').LocalInstance} instance
 * @param {Record<string, string>} values
 */
function addToken({ records, clock }, values) {
    /** @param {string} table @param {Record<string, string>} row */
    const insert = (table, row) => records.insert(table, row)['sys_id'] ?? ''
    const entity = insert('oauth_entity', { name: 'Contoso', type: 'oauth_provider' })
    const profile = insert('oauth_entity_profile', { name: 'Contoso mail', oauth_entity: entity })
    const name = ['Ledger of the shared service centre', 'Payroll', 'Archive'][tokens++ % 3] ?? ''
    const requestor = insert('sys_rest_message', { name })
    const end = new Date(clock.now() + 2.5 * DAY_MS).toISOString()
    return insert('x_opfi_openfin_token_status', {
        requestor_table: 'sys_rest_message',
        requestor,
        profile,
        outcome: 'valid',
        refresh_token_expires: end.slice(0, 19).replace('T', ' '),
        ...values,
        message: (values['message'] ?? 'Watched only: no refresh rule covers this token.').replace(
            '{0}',
            `${records.property('glide.servlet.uri') ?? ''}oauth_initiator.do?oauth_requestor_context=sys_rest_message&oauth_requestor=${requestor}&oauth_provider_profile=${profile}&response_type=code`
        ),
    })
}

/**
 * @param {import('openfin-servicenow-local-instance').LocalInstance} instance
 * @param {string} path
 * @param {object} body
 */
async function local(instance, path, body) {
    const response = await fetch(`${instance.url}/local${path}`, {
        method: 'POST',
        headers: { authorization: AUTHORIZATION, 'content-type': 'application/json' },
        body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
}

/**
 * A mail as a mail program shows it: its subject, and its HTML in the program's own font and colours.
 * @param {{ subject: string, body: string }} mail
 */
function asShown({ subject, body }) {
    return `<!doctype html><html><head><style>
        :root { color-scheme: light dark }
        body { font: 14px/1.5 system-ui, sans-serif; margin: 16px; }
        h1 { font-size: 17px; margin: 0 0 12px; }
    </style></head><body><h1>${subject.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</h1>${body}</body></html>`
}
