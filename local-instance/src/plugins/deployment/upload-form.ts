import type { FastifyRequest } from 'fastify'
import { rawBody } from '../../core/http/server'

/** The relevant fields of the upload form. */
export interface UploadForm {
    /** `sysparm_ck`, the session's token; empty if the form has none. */
    token: string
    /** `load_demo`: whether to install demo data. */
    demoData: boolean
    /** `attachFile`; undefined if the form has no file, or more than one. */
    zip: Buffer | undefined
}

/** Reads the `multipart/form-data` of an upload; undefined if the body is not a valid form. */
export async function readUploadForm(request: FastifyRequest): Promise<UploadForm | undefined> {
    const type = request.headers['content-type'] ?? ''
    if (!/^multipart\/form-data\s*;/i.test(type)) return undefined
    try {
        const body = new Response(new Uint8Array(rawBody(request)), { headers: { 'content-type': type } })
        const form = await body.formData()
        const text = (name: string) => {
            const value = form.get(name)
            return typeof value === 'string' ? value : ''
        }
        const [file, ...others] = form.getAll('attachFile')
        const isOne = file !== undefined && typeof file !== 'string' && others.length === 0
        const zip = isOne ? Buffer.from(await file.arrayBuffer()) : undefined
        return { token: text('sysparm_ck'), demoData: text('load_demo') === 'true', zip }
    } catch {
        return undefined
    }
}
