import type { ApiScript, ParameterMap } from './api-script'
import { postprocessAccessToken, preprocessAccessToken } from './hooks'

const SECRET = 'the client secret'

/** A map of parameters, and what is in it. */
function map(entries: Record<string, string>) {
    const parameters: ParameterMap = {
        get: (name) => entries[name] ?? null,
        put: (name, value) => (entries[name] = value),
        remove: (name) => Reflect.deleteProperty(entries, name),
    }
    return { entries, parameters }
}

const renewal = (more: Record<string, string> = {}) =>
    map({ grant_type: 'refresh_token', refresh_token: 'the one sent', ...more })
const response = (body: unknown, parameters: ParameterMap) => ({
    getBody: () => JSON.stringify(body),
    getContentType: () => 'application/json',
    getparameters: () => parameters,
})

describe('the hooks on a platform that calls them otherwise than assumed', () => {
    it('F-CLIENT-7 with the client secret among the parameters: it is neither kept nor changed', () => {
        const script: ApiScript = {}
        const { entries, parameters } = renewal({ client_secret: SECRET })
        preprocessAccessToken(script, parameters)
        expect(JSON.stringify(script)).not.toContain(SECRET)
        expect(entries).toEqual({
            grant_type: 'refresh_token',
            refresh_token: 'the one sent',
            client_secret: SECRET,
        })
    })

    it('F-CLIENT-9 for a rejected request too: its members are passed on as by the parent, and no echo is expected', () => {
        const script: ApiScript = {}
        preprocessAccessToken(script, renewal().parameters)
        const { entries, parameters } = map({})
        postprocessAccessToken(script, response({ error: 'invalid_grant', error_uri: null }, parameters))
        expect(entries).toEqual({ error: 'invalid_grant' })
    })

    it('F-CLIENT-8 for the response alone: without the request, nothing is dropped', () => {
        const { entries, parameters } = map({})
        postprocessAccessToken({}, response({ access_token: 'a', refresh_token: 'the one sent' }, parameters))
        expect(entries).toEqual({ access_token: 'a', refresh_token: 'the one sent' })
    })

    it('F-CLIENT-8 with maps and responses that throw: the request goes on', () => {
        const refused = () => {
            throw new Error(SECRET)
        }
        const parameters = { get: refused, put: refused, remove: refused }
        expect(() => preprocessAccessToken({}, parameters)).not.toThrow()
        expect(() => postprocessAccessToken({}, response({ access_token: 'a' }, parameters))).not.toThrow()
        expect(() =>
            postprocessAccessToken({}, { getBody: refused, getContentType: refused, getparameters: refused })
        ).not.toThrow()
    })
})
