// @ts-check
import { exactly, platformRefuses, success } from './answers.mjs'

const instanceId = { type: ['string', 'null'], minLength: 1 }

/** Schemas of the bodies of OpenFin Administration. */
export const administrationSchemas = {
    InstanceNote: exactly({
        result: exactly({
            noted: { ...instanceId, description: 'instance_id of the instance that the app noted.' },
            instance: { ...instanceId, description: 'instance_id of this instance.' },
            cloned: { type: 'boolean', description: 'Whether this instance is a copy of the noted one.' },
        }),
    }),
}

const shared = {
    tags: ['OpenFin Administration'],
    security: [{ oauth: [] }, { basic: [] }],
}
const refusals = {
    ...platformRefuses(401, 'Nobody is signed in.'),
    ...platformRefuses(403, 'The caller lacks the role x_opfi_openfin.admin.'),
    ...platformRefuses(406, 'The Accept header excludes JSON.'),
}

/** Paths of OpenFin Administration. */
export const administrationPaths = {
    '/api/x_opfi_openfin/v1/administration/instance': {
        get: {
            ...shared,
            operationId: 'getInstance',
            summary: 'Returns the noted instance, and whether this instance is a copy of it.',
            responses: { ...success('InstanceNote', 'The note.'), ...refusals },
        },
        post: {
            ...shared,
            operationId: 'adoptInstance',
            summary: 'Notes this instance, and makes all tokens of refresh rules due.',
            requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
            responses: {
                ...success('InstanceNote', 'The new note.'),
                ...refusals,
                ...platformRefuses(415, 'The body is not JSON.'),
            },
        },
    },
}
