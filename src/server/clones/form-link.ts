import { showMessage } from '../shared/best-effort'
import { adoptInstance, isClone } from './clone-guard'

/** Whether to show the form link: on the property `instance_id`, if this instance is a copy. */
export function canAdopt(property: { getValue(name: string): string | null }): boolean {
    return property.getValue('name') === 'instance_id' && isClone()
}

/** "This instance has connections of its own" on the property `instance_id`. */
export function adoptFromProperty(
    property: unknown,
    action: { setRedirectURL(target: unknown): void }
): void {
    adoptInstance()
    showMessage('OpenFin for ServiceNow refreshes the tokens of this instance again.')
    action.setRedirectURL(property)
}
