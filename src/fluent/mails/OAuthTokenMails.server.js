var OAuthTokenMails = Class.create()
OAuthTokenMails.prototype = {
    initialize: function () {},

    write: function (row, event, template, email, format) {
        return require('./src/server/mails/write-mail.ts').writeMail(row, event, {
            template: template,
            email: email,
            format: format,
        })
    },

    type: 'OAuthTokenMails',
}
