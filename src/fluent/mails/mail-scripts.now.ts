import '@servicenow/sdk/global'
import { Record, ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
    $id: Now.ID['oauth-token-mails'],
    name: 'OAuthTokenMails',
    script: Now.include('./OAuthTokenMails.server.js'),
    description: 'Writes the mails about OAuth tokens, for the mail scripts of this app.',
    accessibleFrom: 'package_private',
    callerAccess: 'tracking',
    clientCallable: false,
    active: true,
})

Record({
    $id: Now.ID['token-mail-html'],
    table: 'sys_script_email',
    data: {
        name: 'x_opfi_openfin_token_mail',
        script: Now.include('./token-mail-html.server.js'),
        new_lines_to_html: false,
    },
})

Record({
    $id: Now.ID['token-mail-text'],
    table: 'sys_script_email',
    data: {
        name: 'x_opfi_openfin_token_mail_text',
        script: Now.include('./token-mail-text.server.js'),
        new_lines_to_html: false,
    },
})
