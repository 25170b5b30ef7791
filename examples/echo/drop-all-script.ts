/**
 * A published workaround for echoed refresh tokens, shortened: an OAuth API Script that drops every refresh token in the
 * response to a refresh, whether it is an echo or a new one.
 */
export const DROP_ALL = {
    name: 'OAuthDropAll',
    script: `var OAuthDropAll = Class.create();
OAuthDropAll.prototype = Object.extendsObject(global.OAuthUtil, {
    postprocessAccessToken: function (accessTokenResponse) {
        global.OAuthUtil.prototype.postprocessAccessToken.call(this, accessTokenResponse);
        var grantType = this.oauthContext.getQueryParameter('grant_type');
        if (grantType === 'refresh_token') accessTokenResponse.getparameters().remove('refresh_token');
    },
    type: 'OAuthDropAll',
});`,
}
