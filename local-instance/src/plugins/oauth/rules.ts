import { randomBytes } from 'node:crypto'
import type { Row, Store, WriteRule } from '../../core/store/types'
import { tokenCipher } from './token-cipher'

/** 32 hexadecimal characters, like the platform's generated client ids and sys_ids. */
const newId = () => randomBytes(16).toString('hex')

/** Business logic that the platform runs when a registration is saved. */
export const OAUTH_RULES: WriteRule[] = [
    {
        table: 'oauth_entity',
        on: ['insert'],
        run({ values, store, context }) {
            values['sys_id'] ||= newId()
            if (isInbound(values)) {
                values['client_id'] ||= newId()
                if (values['public_client'] !== '1')
                    values['client_secret'] ||= randomBytes(12).toString('base64url')
            }
            // App packages include their own profiles; registrations from forms and scripts get the default
            // one (DOCS).
            if (context.reason !== 'deployment') addDefaultProfile(store, values)
        },
    },
    {
        table: 'oauth_entity',
        on: ['insert', 'update'],
        run({ values, store }) {
            const secret = values['client_secret']
            if (!secret) return
            const cipher = tokenCipher(store)
            // The Table API returns the cipher text; writing it back keeps the secret.
            if (cipher.decrypt(secret) === null) values['client_secret'] = cipher.encrypt(secret)
        },
    },
]

function isInbound(values: Row): boolean {
    return (values['type'] ?? 'client') === 'client'
}

function addDefaultProfile(store: Store, entity: Row): void {
    store.insert('oauth_entity_profile', {
        name: `${entity['name'] ?? ''} default_profile`.trim(),
        default: '1',
        grant_type: entity['default_grant_type'] ?? 'authorization_code',
        oauth_entity: entity['sys_id'] ?? null,
    })
}
