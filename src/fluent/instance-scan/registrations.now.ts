import '@servicenow/sdk/global'
import { TableCheck } from '@servicenow/sdk/core'

/**
 * Third-party registrations without OAuthCustomUtil, on releases that renew the stored expiry on an echoed refresh token
 * (KB2132135). From Yokohama on the platform does not, and where no property names the release nothing is reported.
 */
export const echoUnprotected = TableCheck({
    $id: Now.ID['scan-echo-unprotected'],
    name: 'OpenFin: provider registration without OAuthCustomUtil',
    active: true,
    category: 'manageability',
    priority: '2',
    shortDescription: 'A provider that returns an unchanged refresh token extends its stored expiry.',
    description:
        'Up to Xanadu, the instance takes a returned refresh token for a new one. The connection then ends earlier than its stored expiry, without a notice.',
    resolutionDetails:
        'Select OAuthCustomUtil as OAuth API Script of the registration, or upgrade to Yokohama.',
    table: 'oauth_entity',
    conditions:
        'type=oauth_provider^active=true^oauth_api_script.name!=OAuthCustomUtil^ORoauth_api_scriptISEMPTY',
    advanced: true,
    scoreMin: 0,
    scoreMax: 100,
    scoreScale: 1,
    script: `(function (engine, current) {
    var names = ['glide.buildtag.last', 'glide.buildname', 'glide.buildtag', 'glide.war'];
    var before = /(quebec|rome|sandiego|tokyo|utah|vancouver|washingtondc|xanadu)/;
    for (var i = 0; i < names.length; i++) {
        var value = String(gs.getProperty(names[i], '')).toLowerCase();
        if (value && before.test(value)) {
            engine.finding.setCurrentSource(current);
            engine.finding.setValue('finding_details', current.getValue('name') + ' has no OAuthCustomUtil');
            engine.finding.increment();
            return;
        }
    }
})(engine, current);`,
})

/** Clients with a secret that end their sign-in at the page that OpenFin windows read, where no secret can be kept. */
export const confidentialBrowserClient = TableCheck({
    $id: Now.ID['scan-confidential-browser-client'],
    name: 'OpenFin: confidential client for a browser app',
    active: true,
    category: 'security',
    priority: '2',
    shortDescription: 'A client registration that redirects to the page of browser apps is not public.',
    description:
        'A browser or OpenFin app cannot keep a client secret. A confidential registration either does not work for it or has its secret in a page.',
    resolutionDetails:
        'Select Public Client and require PKCE, and change the secret. Register a client of its own for a server.',
    table: 'oauth_entity',
    conditions: 'type=client^active=true^public_client=false^redirect_urlLIKE/oauth_redirect.do',
    scoreMin: 0,
    scoreMax: 50,
    scoreScale: 5,
})
