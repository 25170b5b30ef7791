import type { RESTAPIRequest, RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import { successResponse, writeResponse } from '../integration-api/response'
import { adoptInstance, readInstanceNote, type InstanceNote } from '../clones/clone-guard'

/** `GET /api/x_opfi_openfin/v1/administration/instance`: which instance the app notes, and whether this is a copy of it. */
export function getInstance(_request: RESTAPIRequest, response: RESTAPIResponse): void {
    write(response, readInstanceNote())
}

/** `POST /api/x_opfi_openfin/v1/administration/instance`: this instance has connections of its own. */
export function adopt(_request: RESTAPIRequest, response: RESTAPIResponse): void {
    write(response, adoptInstance())
}

function write(response: RESTAPIResponse, { noted, present, cloned }: InstanceNote): void {
    const result = { noted: noted || null, instance: present || null, cloned }
    writeResponse(response, successResponse({ result }))
}
