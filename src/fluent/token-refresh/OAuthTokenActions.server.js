var OAuthTokenActions = Class.create()
OAuthTokenActions.prototype = {
    initialize: function () {},

    covers: function (record) {
        return require('./src/server/token-refresh/form-actions.ts').covers(record)
    },

    canAdopt: function (property) {
        return require('./src/server/clones/form-link.ts').canAdopt(property)
    },

    type: 'OAuthTokenActions',
}
