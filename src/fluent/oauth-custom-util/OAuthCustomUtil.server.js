var OAuthCustomUtil = Class.create()
OAuthCustomUtil.prototype = Object.extendsObject(global.OAuthUtil, {
    preprocessAccessToken: function (requestParamMap) {
        require('./src/server/oauth-custom-util/hooks.ts').preprocessAccessToken(this, requestParamMap)
    },

    postprocessAccessToken: function (accessTokenResponse) {
        require('./src/server/oauth-custom-util/hooks.ts').postprocessAccessToken(this, accessTokenResponse)
    },

    type: 'OAuthCustomUtil',
})
