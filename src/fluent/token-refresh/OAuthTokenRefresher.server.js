var OAuthTokenRefresher = Class.create()
OAuthTokenRefresher.prototype = {
    initialize: function () {},

    checkAndRefresh: function (record, profile) {
        return require('./src/server/token-refresh/refresher.ts').refreshToken(record, profile, false)
    },

    refresh: function (record, profile) {
        return require('./src/server/token-refresh/refresher.ts').refreshToken(record, profile, true)
    },

    type: 'OAuthTokenRefresher',
}
