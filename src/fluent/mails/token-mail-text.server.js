;(function runMailScript(current, template, email, email_action, event) {
    new x_opfi_openfin.OAuthTokenMails().write(current, event, template, email, 'text')
})(current, template, email, email_action, event)
