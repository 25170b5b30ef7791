/**
 * The platform's script include OAuthUtil, as far as it is known (DOCS c_OAuthUtilScriptInclude, public
 * repository jacebenson/sn): the two hooks that the platform calls delegate to three that subclasses
 * override; the last one copies every member of a JSON response as text. It fails for a null member and leaks
 * its loop variable as a global, as the platform's does.
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
