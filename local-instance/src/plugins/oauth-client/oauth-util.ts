/**
 * The platform's script include OAuthUtil, by what is known of it (DOCS c_OAuthUtilScriptInclude, public repository
 * jacebenson/sn): the two hooks that the platform calls lead to three that subclasses override, and the last one takes
 * over every member of a JSON answer as text. It fails for a member that is null and leaves its loop variable behind as
 * a global, as the platform's does.
 */
export const OAUTH_UTIL = `var OAuthUtil = Class.create();
OAuthUtil.prototype = {
    initialize: function (oauthContext) {
        this.oauthContext = oauthContext;
    },

    // Before each token request.
    interceptRequestParameters: function (requestParamMap) {
        this.preprocessAccessToken(requestParamMap);
    },

    // After each answer.
    parseTokenResponse: function (accessTokenResponse) {
        this.postprocessAccessToken(accessTokenResponse);
    },

    preprocessAuthCode: function (requestParamMap) {},

    preprocessAccessToken: function (requestParamMap) {},

    postprocessAccessToken: function (accessTokenResponse) {
        var type = accessTokenResponse.getContentType();
        if (!type || type.indexOf('application/json') < 0) return;
        var answer = new global.JSON().decode(accessTokenResponse.getBody());
        var parameters = accessTokenResponse.getparameters();
        for (param in answer) parameters.put(param, answer[param].toString());
    },

    type: 'OAuthUtil',
};
`
