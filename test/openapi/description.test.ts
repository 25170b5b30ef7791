import { execFileSync } from 'node:child_process'
import { BuiltApp } from '../support/built-app'
import { ROOT } from '../support/deploy'
import { readDescription } from './read-description'

describe('docs/openapi.json', () => {
    it('is valid OpenAPI 3.1 and up to date with scripts/openapi, as is the Postman collection', () => {
        const check = () => execFileSync(process.execPath, ['scripts/openapi.mjs', '--check'], { cwd: ROOT })
        expect(check).not.toThrow()
    })

    it('has the routes of the built app, and no others', () => {
        const routes = BuiltApp.read()
            .values('sys_ws_operation')
            .map((route) => `${route['http_method']} ${route['operation_uri']}`)
        expect([...readDescription().operations.keys()].sort()).toEqual(routes.sort())
    })
})
