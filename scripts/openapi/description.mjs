// @ts-check
import { administrationPaths, administrationSchemas } from './administration.mjs'
import { HEADERS, PLATFORM_ERROR } from './answers.mjs'
import { integrationPaths, integrationSchemas } from './integration.mjs'

/** The OpenAPI 3.1 description of all REST resources of the app. @param {string} version of the app */
export function describeApi(version) {
    return {
        openapi: '3.1.0',
        info: {
            title: 'OpenFin for ServiceNow',
            version,
            summary: 'REST resources of the scoped app x_opfi_openfin.',
            description:
                'Lists what the documented methods answer. Other methods are answered by the platform with 405. ' +
                'An answer whose Cache-Control header is required is written by the app, all others by the platform.',
            license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        servers: [
            {
                url: 'https://{instance}',
                variables: {
                    instance: { default: 'example.service-now.com', description: 'Host of the instance.' },
                },
            },
        ],
        tags: [
            { name: 'OpenFin Integration', description: 'For OpenFin and web apps.' },
            { name: 'OpenFin Administration', description: 'For the setup page and administrators.' },
        ],
        paths: { ...integrationPaths, ...administrationPaths },
        components: {
            schemas: { ...integrationSchemas, ...administrationSchemas, PlatformError: PLATFORM_ERROR },
            headers: HEADERS,
            securitySchemes: {
                oauth: {
                    type: 'oauth2',
                    description:
                        'Authorization code with PKCE (S256) for the application registry "OpenFin".',
                    flows: {
                        authorizationCode: {
                            authorizationUrl: 'https://example.service-now.com/oauth_auth.do',
                            tokenUrl:
                                'https://example.service-now.com/api/x_opfi_openfin/v1/integration/request_tokens',
                            scopes: {},
                        },
                    },
                },
                basic: { type: 'http', scheme: 'basic', description: 'Where the instance allows it.' },
            },
        },
    }
}
