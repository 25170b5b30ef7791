import { LOCKDOWN, OAUTH_CORS, OPEN_ROUTES, type Properties } from './properties'
import { allowsDirect, checkRoute, directObstacle, planRoute, routeOf } from './route'

const A = 'https://a.example'
const B = 'https://b.example:8443'

function properties(values: Record<string, string>, hidden = 0): Properties {
    const get = (name: string) =>
        values[name] === undefined ? undefined : { sysId: `id of ${name}`, value: values[name] }
    return { get, value: (name) => get(name)?.value.trim(), hidden }
}

describe('the property of the OAuth endpoints', () => {
    it.each([
        ['*', A, true],
        ['a.example', A, true],
        [' A.example ', A, true],
        ['https://a.example', A, true],
        ['b.example:8443', B, true],
        ['b.example', B, false],
        ['other.example', A, false],
        ['', A, false],
        [undefined, A, false],
    ])('%p for %s: %p', (value, origin, allowed) => {
        expect(allowsDirect(value, origin)).toBe(allowed)
    })
})

describe('the route in use', () => {
    const open = { [OPEN_ROUTES]: 'true', [LOCKDOWN]: 'false', [OAUTH_CORS]: '' }
    it.each([
        ['proxy', open, [A]],
        ['proxy', { ...open, [OAUTH_CORS]: 'a.example' }, [A]],
        ['direct', { ...open, [OPEN_ROUTES]: 'false', [OAUTH_CORS]: 'a.example' }, [A]],
        ['direct', { ...open, [LOCKDOWN]: 'true', [OAUTH_CORS]: '*' }, [A, B]],
        // Closed for one of them, so it is not the direct route.
        ['proxy', { ...open, [OPEN_ROUTES]: 'false', [OAUTH_CORS]: 'a.example' }, [A, B]],
        ['proxy', { ...open, [OPEN_ROUTES]: 'false' }, [A]],
        ['proxy', {}, [A]],
    ])('is %s with %p', (route, values, origins) => {
        expect(routeOf(properties(values as Record<string, string>), origins)).toBe(route)
    })

    it('is unknown if the properties are hidden', () => {
        expect(routeOf(properties({}, 3), [A])).toBeNull()
    })
})

describe('a change of the route', () => {
    const present = { [OPEN_ROUTES]: 'true', [OAUTH_CORS]: '' }
    const steps = (values: Record<string, string>, route: 'proxy' | 'direct', origins = [A]) =>
        planRoute(properties(values), route, origins).map(({ name, before, after }) => [
            name,
            before['value'],
            after['value'],
        ])

    it('opens one route before it closes the other, so that apps can sign in at any time', () => {
        expect(steps(present, 'direct')).toEqual([
            [OAUTH_CORS, '', 'a.example'],
            [OPEN_ROUTES, 'true', 'false'],
        ])
        expect(steps({ [OPEN_ROUTES]: 'false', [OAUTH_CORS]: 'a.example' }, 'proxy')).toEqual([
            [OPEN_ROUTES, 'false', 'true'],
            [OAUTH_CORS, 'a.example', ''],
        ])
    })

    it('keeps a port, and makes no changes the second time', () => {
        expect(steps(present, 'direct', [B])[0]).toEqual([OAUTH_CORS, '', 'b.example:8443'])
        expect(steps({ [OPEN_ROUTES]: 'false', [OAUTH_CORS]: 'a.example' }, 'direct')).toEqual([])
        expect(steps(present, 'proxy')).toEqual([])
        // Releases before Australia lack the property.
        expect(steps({ [OPEN_ROUTES]: 'false' }, 'proxy')).toEqual([[OPEN_ROUTES, 'false', 'true']])
    })

    it('gives the reason why it is unavailable', () => {
        expect(directObstacle(properties(present), [A])).toBeNull()
        expect(directObstacle(properties(present), [A, B])).toContain('there are 2')
        expect(directObstacle(properties({}), [A])).toContain('Australia.')
        expect(directObstacle(properties({}, 1), [A])).toContain('not visible')
        expect(() => steps({ [OPEN_ROUTES]: 'true' }, 'direct')).toThrow('proxy')
        expect(() => steps({ [OAUTH_CORS]: '' }, 'direct')).toThrow(OPEN_ROUTES)
        expect(() => checkRoute('tunnel')).toThrow('"tunnel"')
        expect(checkRoute(undefined)).toBeUndefined()
    })
})
