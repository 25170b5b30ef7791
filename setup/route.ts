import type { Change } from './change'
import { LOCKDOWN, OAUTH_CORS, OPEN_ROUTES, type Properties } from './properties'
import { SetupError } from './setup-error'

/**
 * How browsers obtain tokens: through the app's open routes, or directly at the instance's OAuth endpoints, which then
 * allow one origin.
 */
export type Route = 'proxy' | 'direct'

/** @throws SetupError `invalid_route` */
export function checkRoute(route: string | undefined): Route | undefined {
    if (route === undefined || route === 'proxy' || route === 'direct') return route
    throw new SetupError('invalid_route', `Unknown route ${JSON.stringify(route)}. Use proxy or direct.`)
}

/** Whether `glide.oauth.cors.allowed.origin` lets an origin call the OAuth endpoints. */
export function allowsDirect(value: string | undefined, origin: string): boolean {
    const allowed = (value ?? '').trim().toLowerCase()
    return allowed === '*' || allowed === origin || allowed === new URL(origin).host
}

/** Whether all origins may call the OAuth endpoints. */
export function isDirectOpen(properties: Properties, origins: readonly string[]): boolean {
    return origins.length > 0 && origins.every((one) => allowsDirect(properties.value(OAUTH_CORS), one))
}

/** The route in use: the direct one if the open routes are closed; null if the properties are not visible. */
export function routeOf(properties: Properties, origins: readonly string[]): Route | null {
    const open = properties.value(OPEN_ROUTES)
    if (open === 'true' && properties.value(LOCKDOWN) !== 'true') return 'proxy'
    if (isDirectOpen(properties, origins)) return 'direct'
    return open === undefined && properties.hidden > 0 ? null : 'proxy'
}

/** Reason why the direct route is unavailable; null if it is available. */
export function directObstacle(properties: Properties, origins: readonly string[]): string | null {
    if (origins.length !== 1) {
        return `The direct route allows one origin, and there are ${origins.length}.`
    }
    if (!properties.get(OAUTH_CORS)) {
        const or = properties.hidden > 0 ? ', or it is not visible to this user' : ''
        return `The instance has no property ${OAUTH_CORS}, which came with Australia${or}.`
    }
    return null
}

/**
 * The changes of properties for a route: the direct one first opens the endpoints, then closes the routes, so
 * that apps can sign in at any time; the proxy route in reverse order.
 *
 * @throws SetupError `direct_route_unavailable`
 */
export function planRoute(properties: Properties, route: Route, origins: readonly string[]): Change[] {
    if (route === 'direct') {
        const obstacle = directObstacle(properties, origins)
        if (obstacle !== null) {
            throw new SetupError(
                'direct_route_unavailable',
                `${obstacle} Leave out the route, or choose the route proxy.`
            )
        }
        // The property holds a host, with its port unless it is the default one.
        const host = new URL(origins[0] as string).host
        return [
            ...propertyChange(properties, OAUTH_CORS, host),
            ...propertyChange(properties, OPEN_ROUTES, 'false'),
        ]
    }
    return [...propertyChange(properties, OPEN_ROUTES, 'true'), ...propertyChange(properties, OAUTH_CORS, '')]
}

function propertyChange(properties: Properties, name: string, value: string): Change[] {
    const property = properties.get(name)
    if (!property) {
        if (name !== OPEN_ROUTES) return []
        throw new SetupError(
            'app_missing',
            `The property ${name} does not exist on the instance, or is not visible to this user.`
        )
    }
    if (property.value === value) return []
    return [
        {
            table: 'sys_properties',
            sysId: property.sysId,
            name,
            action: 'update',
            before: { value: property.value },
            after: { value },
        },
    ]
}
