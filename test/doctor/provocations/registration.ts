import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { CALLBACK } from '../fixture'
import { bySetup, type Provocation } from './provocation'

/** The registration of the client. */
export const REGISTRATION: Provocation[] = [
    {
        code: 'registration_missing',
        by: 'a registration that was deleted',
        provoke: (fixture) => fixture.registration({ client_id: 'another' }),
        repair: (fixture) =>
            fixture.change('oauth_entity', 'client_id=another', { client_id: OPENFIN_CLIENT_ID }),
        says: OPENFIN_CLIENT_ID,
    },
    {
        code: 'registration_inactive',
        by: 'a registration that was deactivated',
        provoke: (fixture) => fixture.registration({ active: '0' }),
        repair: bySetup,
        says: 'Users cannot sign in',
    },
    {
        code: 'registration_not_public',
        by: 'a confidential client',
        provoke: (fixture) => fixture.registration({ public_client: '0' }),
        repair: bySetup,
        says: 'secret',
    },
    {
        code: 'registration_restricted',
        by: 'a restriction to scopes',
        provoke: (fixture) => fixture.registration({ scope_restriction_status: 'restricted' }),
        repair: (fixture) => fixture.registration({ scope_restriction_status: 'unrestricted' }),
        says: '403',
    },
    {
        code: 'duplicate_client_id',
        by: 'a second registration',
        provoke: (fixture) =>
            fixture.insert('oauth_entity', { name: 'Copy', type: 'client', client_id: OPENFIN_CLIENT_ID }),
        repair: (fixture) => fixture.remove('oauth_entity', 'name=Copy'),
        says: '2 OAuth clients',
    },
    {
        code: 'pkce_not_required',
        by: 'PKCE switched off',
        provoke: (fixture) => fixture.registration({ use_pkce: '0' }),
        repair: bySetup,
        says: 'PKCE',
    },
    ...(
        [
            ['299', '86400', 'access token lifespan is 299'],
            ['86401', '86401', 'access token lifespan is 86401'],
            ['7200', '7199', 'refresh token lifespan is 7199'],
            ['7200', '8640001', 'refresh token lifespan is 8640001'],
        ] as const
    ).map(([access, refresh, says]): Provocation => ({
        code: 'lifespan_unusual',
        by: `${access} and ${refresh} seconds`,
        provoke: (fixture) =>
            fixture.registration({ access_token_lifespan: access, refresh_token_lifespan: refresh }),
        repair: (fixture) =>
            fixture.registration({ access_token_lifespan: '300', refresh_token_lifespan: '8640000' }),
        says,
    })),
    {
        code: 'redirect_url_missing',
        by: 'a list without the instance’s own URL',
        provoke: (fixture) => fixture.registration({ redirect_url: CALLBACK }),
        repair: bySetup,
        says: '/oauth_redirect.do',
    },
    {
        code: 'redirect_url_not_first',
        by: 'another URL before the instance’s own',
        provoke: (fixture) =>
            fixture.registration({
                redirect_url: `${CALLBACK},${fixture.instance.url}/oauth_redirect.do`,
            }),
        repair: bySetup,
        says: CALLBACK,
    },
    {
        code: 'callback_url_missing',
        by: 'a page that is not registered',
        provoke: (fixture) => fixture.setUp({ callbackUrls: [] }),
        repair: bySetup,
        says: CALLBACK,
    },
]
