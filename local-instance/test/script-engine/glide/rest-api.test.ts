import { answer, handler, result, runOperation } from './support/run-operation'

describe('a response', () => {
    it('wraps the set or returned value in result', () => {
        expect(answer('response.setBody({ a: [1, "ü"] })')).toEqual({
            status: 200,
            contentType: 'application/json',
            headers: {},
            body: '{"result":{"a":[1,"ü"]}}',
        })
        expect(answer('return { b: null }').body).toBe('{"result":{"b":null}}')
        expect(answer('response.setBody({ a: 1 }); return { b: 1 }').body).toBe('{"result":{"a":1}}')
        expect(answer('return "text"').body).toBe('{"result":"text"}')
        expect(answer('response.setBody(null)').body).toBe('{"result":null}')
    })

    it('is empty if nothing was set', () => {
        expect(answer('response.setStatus(204)')).toEqual({
            status: 204,
            contentType: null,
            headers: {},
            body: '',
        })
    })

    it('is written unchanged through the stream', () => {
        const script = `response.setContentType('application/json'); response.setStatus(201);
            var writer = response.getStreamWriter(); writer.writeString('{"access_token":'); writer.writeString('"x"}');
            response.setStatus(500); response.setContentType('text/html'); response.setBody({}); response.setHeader('X', 'y')`
        expect(answer(script)).toEqual({
            status: 201,
            contentType: 'application/json',
            headers: {},
            body: '{"access_token":"x"}',
        })
    })

    it.each([
        ["response.setStatus(200); response.getStreamWriter().writeString('x')"],
        ["response.setContentType('text/plain'); response.getStreamWriter().writeString('x')"],
    ])('fails if the stream is written to too early: %s', (script) => {
        expect(answer(script)).toMatchObject({ status: 500, contentType: 'application/json' })
    })

    it.each([
        ['418', 418],
        ["'200'", 0],
        ['undefined', 0],
        ['1.5', 0],
    ])('has the status %s as %i', (status, expected) => {
        expect(answer(`response.setStatus(${status}); response.setBody(1)`).status).toBe(expected)
    })

    it('has headers, a location and a content type', () => {
        const script = `response.setHeader('X-A', 1); response.setHeaders({ 'X-B': 'two', 'Content-Type': 'application/vnd.x+json' });
            response.setLocation('/there'); response.setBody(1)`
        expect(answer(script)).toMatchObject({
            contentType: 'application/vnd.x+json',
            headers: { 'X-A': '1', 'X-B': 'two', Location: '/there' },
        })
    })

    it('prevents header injection', () => {
        const { headers } = answer("response.setHeader('X-A', 'a\\r\\nSet-Cookie: b=c'); response.setBody(1)")
        expect(headers).toEqual({ 'X-A': 'a  Set-Cookie: b=c' })
    })

    it('falls back to JSON for an unknown content type', () => {
        expect(answer("response.setContentType('image/png'); response.setBody({})")).toMatchObject({
            contentType: 'application/json',
            body: '{"result":{}}',
        })
    })

    it('is XML if requested', () => {
        const script = "return { name: 'a<b', list: [1, 2], none: null, 'odd name': true }"
        expect(answer(script, { accept: 'application/xml' })).toMatchObject({
            contentType: 'application/xml',
            body:
                '<?xml version="1.0" encoding="UTF-8"?><response><result><name>a&lt;b</name>' +
                '<list>1</list><list>2</list><none/><odd_name>true</odd_name></result></response>',
        })
    })

    it('can come from a module handler without a return value', () => {
        const source =
            'const handle = (request, response) => { response.setBody(request.pathParams) };\nhandle(request, response);'
        expect(runOperation(source).rest?.body).toBe('{"result":{"id":"7"}}')
    })
})

describe('an error', () => {
    const envelope = (message: string, detail: string | null) =>
        JSON.stringify({ error: { message, detail }, status: 'failure' })

    it.each([
        ['BadRequestError', 400],
        ['NotFoundError', 404],
        ['NotAcceptableError', 406],
        ['ConflictError', 409],
        ['UnsupportedMediaTypeError', 415],
    ])('sn_ws_err.%s returns %i, set, returned or thrown', (name, status) => {
        for (const way of ['response.setError(', 'return (', 'throw (']) {
            expect(answer(`${way}new sn_ws_err.${name}('why'))`)).toEqual({
                status,
                contentType: 'application/json',
                headers: {},
                body: envelope('why', null),
            })
        }
    })

    it('sn_ws_err.ServiceError has its own status, message and detail', () => {
        const script = `var e = new sn_ws_err.ServiceError(); e.setStatus(418); e.setMessage('I am a Teapot'); e.setDetail('short');
            response.setHeader('Retry-After', 5); response.setError(e)`
        expect(answer(script)).toEqual({
            status: 418,
            contentType: 'application/json',
            headers: { 'Retry-After': '5' },
            body: envelope('I am a Teapot', 'short'),
        })
        expect(answer('response.setError(new sn_ws_err.ServiceError())').status).toBe(500)
    })

    it('that the script does not catch returns 500 with the platform’s detail', () => {
        const outcome = runOperation(handler('var a = 1;\nthrow new Error("boom");'))
        expect(outcome.rest).toEqual({
            status: 500,
            contentType: 'application/json',
            headers: {},
            body: envelope(
                'boom',
                'Check logs for error trace or enable glide.rest.debug property to verify REST request processing'
            ),
        })
        expect(outcome.error).toEqual({ message: 'boom', line: 3 })
    })

    it('results from a cyclic body', () => {
        const outcome = answer('var a = {}; a.a = a; response.setBody(a)')
        expect(outcome.status).toBe(500)
    })
})

describe('a request', () => {
    it('exposes its URL and contents', () => {
        const script = `return [request.uri, request.url, request.queryString, request.queryParams, request.pathParams.id,
            request.getHeader('x-custom'), request.getHeader('none'), request.headers['X-Custom'],
            request.getSupportedResponseContentTypes()]`
        expect(
            result(script, { headers: { 'X-Custom': 'yes', accept: 'application/json;q=0.9, text/xml' } })
        ).toEqual([
            '/api/x/v1/integration/test',
            'http://127.0.0.1/api/x/v1/integration/test?a=1&a=2',
            'a=1&a=2',
            { a: ['1', '2'] },
            '7',
            'yes',
            null,
            'yes',
            ['application/json', 'text/xml'],
        ])
    })

    it('has a JSON body that is read once', () => {
        const script = `var data = request.body.data; return [data.a, data instanceof Object, request.body.dataString]`
        expect(result(script, { body: '{"a":"ü"}' })).toEqual(['ü', true, ''])
        expect(result('return [request.body.dataString, typeof request.body.data]', { body: '{}' })).toEqual([
            '{}',
            'undefined',
        ])
    })

    it('returns its entries one by one', () => {
        const script =
            'var all = []; while (request.body.hasNext()) all.push(request.body.nextEntry()); return all'
        expect(result(script, { body: '[1,{"a":2}]' })).toEqual([1, { a: 2 }])
        expect(result(script, { body: '{"a":2}' })).toEqual([{ a: 2 }])
        expect(result(script)).toEqual([])
    })

    it('that is not JSON returns 400 unless the script catches it', () => {
        expect(answer('request.body.data', { body: '{"a":' })).toMatchObject({ status: 400 })
        expect(result('try { request.body.data } catch (e) { return e.message }', { body: '{' })).toBe(
            'Exception while reading request'
        )
    })

    it.each(['data', 'dataString', 'nextEntry()', 'hasNext()'])(
        'of a form fails with 500 on %s',
        (member) => {
            const form = { contentType: 'application/x-www-form-urlencoded', body: 'a=1' }
            expect(answer(`request.body.${member}`, form).status).toBe(500)
        }
    )

    it('of a form has its body in the stream, line by line', () => {
        const form = {
            contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
            body: 'a=ü\r\nb=2\n\nc',
        }
        const script = `var reader = new GlideTextReader(request.body.dataStream), lines = [], line;
            while ((line = reader.readLine()) !== null) lines.push(line);
            return [lines, new GlideTextReader(request.body.dataStream).readLine(), reader.getEncoding()]`
        expect(result(script, form)).toEqual([['a=ü', 'b=2', '', 'c'], null, 'UTF-8'])
    })

    it('can be passed to the response as a stream', () => {
        const script = `response.setStatus(200); response.setContentType('text/plain');
            response.getStreamWriter().writeStream(request.body.dataStream)`
        expect(answer(script, { contentType: 'text/plain', body: 'straight through' }).body).toBe(
            'straight through'
        )
    })

    it('exposes its stream only to the documented readers', () => {
        expect(result('return Object.getOwnPropertyNames(request.body.dataStream)')).toEqual([])
        expect(answer('new GlideTextReader("text")').status).toBe(500)
    })
})
