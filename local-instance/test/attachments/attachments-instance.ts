import { attachmentsPlugin } from '../../src/plugins/attachments/plugin'
import { schema as attachments } from '../../src/plugins/attachments/schema'
import { corsPlugin } from '../../src/plugins/cors/plugin'
import { schema as cors } from '../../src/plugins/cors/schema'
import { schema as platform } from '../../src/plugins/platform/schema'
import { schema as scriptedRest } from '../../src/plugins/scripted-rest/schema'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import { basic, startInstance, type Answer, type TestInstance } from '../table-api/instance'
import { ZOO } from '../table-api/zoo'

/** Path of the Attachment API. */
export const API = '/api/now/attachment'
/** A user who may change animals and read birds. */
export const BETH = 'beth.anglin'
/** A user who may read animals only. */
export const ABEL = 'abel.tuter'

/** An upload; by default `beth.anglin` attaches `lion.txt` to `lion`. */
export interface Upload {
    user?: string | null
    table?: string
    id?: string
    name?: string
    type?: string
    body?: string | Buffer
}

/** An instance with the Attachment API and three records. */
export interface AttachmentsInstance extends TestInstance {
    /** sys_ids of an animal, a bird that only `itil` may read, and a vault that only `admin` may read. */
    lion: string
    owl: string
    vault: string
    upload(asked?: Upload): Promise<Answer>
    /** Uploads, and returns the sys_id of the attachment. */
    attach(asked?: Upload): Promise<string>
    /** Reads below the Attachment API. */
    get(path: string, user?: string | null, headers?: Record<string, string>): Promise<Answer>
    /** The downloaded file. */
    bytesOf(sysId: string): Promise<Buffer>
    /** Number of stored chunks of an attachment. */
    chunks(sysId: string): number
}

/** Starts it. */
export async function startAttachments(): Promise<AttachmentsInstance> {
    const instance = await startInstance({
        plugins: [corsPlugin, tableApiPlugin, attachmentsPlugin],
        schemas: [platform, scriptedRest, cors, attachments],
        tables: ZOO,
    })
    const { store } = instance.host
    const insert = (table: string, name: string) => store.insert(table, { name })['sys_id'] ?? ''
    const lion = insert('zoo_animal', 'Leo')
    const zoo: AttachmentsInstance = {
        ...instance,
        lion,
        owl: insert('zoo_bird', 'Olive'),
        vault: insert('zoo_vault', 'Gold'),
        upload: ({ user = BETH, table = 'zoo_animal', id = lion, name = 'lion.txt', ...more } = {}) =>
            instance.send(
                'POST',
                `${API}/file?table_name=${table}&table_sys_id=${id}&file_name=${encodeURIComponent(name)}`,
                { user, headers: { 'content-type': more.type ?? 'text/plain' }, body: more.body ?? 'roar' }
            ),
        async attach(asked) {
            const { status, json, text } = await zoo.upload(asked)
            if (status !== 201) throw new Error(text)
            return (json.result as { sys_id: string }).sys_id
        },
        get: (path, user = BETH, headers = {}) => instance.send('GET', `${API}${path}`, { user, headers }),
        async bytesOf(sysId) {
            const { port } = instance.host.http.server.address() as { port: number }
            const answer = await fetch(`http://127.0.0.1:${port}${API}/${sysId}/file`, {
                headers: { authorization: basic(BETH) },
            })
            return Buffer.from(await answer.arrayBuffer())
        },
        chunks: (sysId) => store.count('sys_attachment_doc', { query: `sys_attachment=${sysId}` }),
    }
    return zoo
}
