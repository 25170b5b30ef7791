import type { Host } from '../core/plugin'
import { createBusinessRules, type BusinessRules } from './host/business-rules'
import { scopeName } from '../core/store/scope-name'

const known = new WeakMap<Host, BusinessRules>()

/** The business rules of an instance, for the main thread. */
export function rulesOf(host: Host): BusinessRules {
    let rules = known.get(host)
    if (!rules) {
        const { store } = host
        rules = createBusinessRules({
            store,
            scopeName: (sysId) => scopeName(store, sysId),
            uncounted: (run) => run(),
        })
        known.set(host, rules)
    }
    return rules
}
