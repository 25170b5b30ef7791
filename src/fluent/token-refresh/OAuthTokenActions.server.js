var OAuthTokenActions = Class.create()
OAuthTokenActions.prototype = {
    initialize: function () {},

    covers: function (record) {
        return require('./src/server/token-refresh/form-actions.ts').covers(record)
    },

    type: 'OAuthTokenActions',
}
