import { consumes, mediaType, mediaTypes, negotiate, syntaxOf } from '../../src/core/rest/media-types'

const BOTH = ['application/json', 'application/xml', 'text/xml']

describe('the media type of a request', () => {
    it('is the header without parameters, in lower case', () => {
        expect(mediaType('Application/JSON; charset=utf-8')).toBe('application/json')
        expect(mediaType(undefined)).toBe('')
        expect(mediaType(';')).toBe('')
    })

    it('is consumed if it is listed, by name or by wildcard', () => {
        expect(consumes(mediaTypes(' application/json, text/xml'), 'text/xml')).toBe(true)
        expect(consumes(['application/json'], 'application/jsonx')).toBe(false)
        expect(consumes(['te%t/plain'], 'text/plain')).toBe(true)
        expect(consumes(['te%t/plain'], 'teext/plain')).toBe(false)
        expect(consumes(['application/*'], 'application/pdf')).toBe(true)
        expect(consumes(['application/vnd.a+json'], 'application/vndXa+json')).toBe(false)
    })

    it('counts as JSON or XML by its suffix', () => {
        expect(syntaxOf('application/vnd.collection+json')).toBe('json')
        expect(syntaxOf('application/vnd.adobe.xdp+xml')).toBe('xml')
        expect(syntaxOf('text/xml')).toBe('xml')
        expect(syntaxOf('application/x-www-form-urlencoded')).toBeUndefined()
        expect(syntaxOf('application/notjson')).toBeUndefined()
    })
})

describe('the media type of a response', () => {
    it('is the first one produced without a preference', () => {
        expect(negotiate(undefined, BOTH)).toBe('application/json')
        expect(negotiate('', BOTH)).toBe('application/json')
        expect(negotiate('*/*', BOTH)).toBe('application/json')
        expect(negotiate('application/*', ['text/xml', 'application/xml'])).toBe('application/xml')
    })

    it('is the caller’s preferred one', () => {
        expect(negotiate('application/json;q=0.5, text/xml', BOTH)).toBe('text/xml')
        expect(negotiate('image/png, application/xml;q=0.9, */*;q=0.1', BOTH)).toBe('application/xml')
        expect(negotiate('application/json, text/plain, */*', BOTH)).toBe('application/json')
    })

    it('is undefined if nothing produced is acceptable', () => {
        expect(negotiate('image/png', BOTH)).toBeUndefined()
        expect(negotiate('application/json;q=0', BOTH)).toBeUndefined()
        expect(negotiate('*/*, application/json;q=0', ['application/json'])).toBeUndefined()
        expect(negotiate('application/json;q=abc', BOTH)).toBeUndefined()
    })

    it('is the requested one if any type can be produced', () => {
        expect(negotiate('image/png', ['*/*'])).toBe('image/png')
        expect(negotiate(undefined, ['*/*'])).toBe('application/json')
    })

    it('is also found to be missing in a long header', () => {
        expect(negotiate('a/b,'.repeat(100_000), BOTH)).toBeUndefined()
    })
})
