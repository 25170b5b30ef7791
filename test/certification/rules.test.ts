import { BuiltApp } from '../support/built-app'
import { rules } from './rules'
import { usedGlobals } from './used-globals'

/*
 * The rules of docs/certification.md that can be read off the built app. Each is tried on the app, which must keep
 * it, and on copies of it that break it, which it must find.
 */
const app = BuiltApp.read()

describe.each(rules)('H73 rule $number: $what', ({ findings, spoilt }) => {
    it('is kept', () => {
        expect(findings(app)).toEqual([])
    })

    it.each(Object.keys(spoilt))('finds %s', (what) => {
        const broken = spoilt[what]?.(app) ?? app
        expect(broken.files).not.toEqual(app.files)
        const before = findings(app)
        expect(findings(broken).filter((one) => !before.includes(one))).not.toEqual([])
    })
})

describe('H73 the rules', () => {
    it('have a number of their own and something to find', () => {
        expect(new Set(rules.map(({ number }) => number)).size).toBe(rules.length)
        for (const { spoilt } of rules) expect(Object.keys(spoilt).length).toBeGreaterThan(0)
    })

    it('read what modules use of the platform, and refuse what they do not know', () => {
        const source = [
            "const a = new GlideRecord('task')",
            'a.deleteMultiple()',
            'const m = new RESTMessageV2()',
            'm.setMutualAuth()',
            'const r = m.execute()',
            'r.getAllHeaders()',
            'const client = new GlideOAuthClient()',
            "const token = client.getToken('a', 'b')",
            'token.getScope()',
            'global.JSUtil.nil(1)',
            "const counted = new GlideAggregate('x_opfi_openfin_request')",
            "const made = new GlideRecord('x_opfi_openfin_request')",
            'made.newRecord()',
            "made.getElement('client').changes()",
            'response.setStatus(200)',
            "response.getStreamWriter().writeString('')",
            'request.queryParams.a',
            'gs.generateGUID()',
            "gs.info('')",
        ].join('\n')
        expect(usedGlobals(source)).toEqual({
            tables: ['read task'],
            scriptables: [
                'Glide API: string utilities',
                'GlideRecord.deleteMultiple',
                'ScopedGlideAggregate',
                'GlideRecord.newRecord',
                'ScopedGlideElement',
                'ScriptableRESTMessageClient.setMutualAuth',
                'ScriptableRESTMessageClient.execute',
                'ScriptableRESTResponse.getAllHeaders',
                'GlideOAuthClient.getToken',
                'GlideOAuthToken.getScope',
                'ScriptableServiceResultBuilder.setStatus',
                'ScriptableServiceResultBuilder.getStreamWriter',
                'ScriptableServiceResultStreamWriter.writeString',
                'RESTAPIRequest',
            ],
            scriptIncludes: ['JSUtil'],
        })
        expect(() => usedGlobals("gs.setRedirect('a')")).toThrow('gs.setRedirect')
    })
})
