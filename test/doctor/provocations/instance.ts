import { property, type Provocation } from './provocation'

const provider = { name: 'Echo', type: 'oauth_provider', active: '1', client_id: 'us' }

/** Settings of the instance, its clock, and its OAuth providers. */
export const INSTANCE: Provocation[] = [
    {
        code: 'servlet_uri_unusable',
        by: 'an invalid URL',
        provoke: property('glide.servlet.uri', 'http://example.com/'),
        repair: (fixture) => fixture.set('glide.servlet.uri', `${fixture.instance.url}/`),
        says: '503',
    },
    {
        code: 'servlet_uri_differs',
        by: 'a custom URL',
        provoke: (fixture) =>
            fixture.set('glide.servlet.uri', fixture.instance.url.replace('127.0.0.1', 'localhost')),
        repair: (fixture) => fixture.set('glide.servlet.uri', `${fixture.instance.url}/`),
        says: 'http://localhost:',
    },
    {
        code: 'host_not_allowed',
        by: 'a list without the instance itself',
        provoke: property('glide.hosts.allowlist', 'other.example'),
        repair: property('glide.hosts.allowlist', 'other.example,127.0.0.1'),
        says: '502',
    },
    {
        code: 'state_not_required',
        by: 'an upgraded instance without the property',
        provoke: (fixture) => fixture.remove('sys_properties', 'name=glide.oauth.state.parameter.required'),
        repair: property('glide.oauth.state.parameter.required', 'true'),
        says: 'without state',
    },
    ...(['false', 'true'] as const).map((enforced): Provocation => ({
        code: 'basic_auth_restricted',
        by: enforced === 'true' ? 'an instance that enforces it' : 'an instance that tracks it',
        provoke: (fixture) => {
            fixture.set('glide.authenticate.basic_auth.restriction.active', 'true')
            fixture.set('glide.authenticate.basic_auth.restriction.enforce', enforced)
            // The doctor of these tests uses Basic authentication itself.
            const admin = fixture.first('sys_user', 'user_name=admin')['sys_id'] ?? ''
            fixture.set('glide.authenticate.basic_auth.allowed_users', admin)
        },
        repair: property('glide.authenticate.basic_auth.restriction.active', 'false'),
        says: enforced === 'true' ? 'refuses' : 'counts',
    })),
    {
        code: 'clock_skew',
        by: 'a clock that is an hour ahead',
        provoke: () => undefined,
        repair: () => undefined,
        says: /ahead/,
    },
    {
        code: 'echo_unprotected',
        by: 'a provider of an early release',
        provoke: (fixture) => {
            fixture.set('glide.buildtag.last', 'glide-xanadu-07-02-2024__patch3')
            fixture.insert('oauth_entity', provider)
        },
        repair: (fixture) =>
            fixture.change('oauth_entity', 'name=Echo', {
                oauth_api_script:
                    fixture.first('sys_script_include', 'name=OAuthCustomUtil')['sys_id'] ?? null,
            }),
        says: 'Echo',
    },
]
