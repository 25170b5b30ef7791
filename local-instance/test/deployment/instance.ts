import {
    startWithHost,
    type InstanceWithHost,
    type LocalInstanceOptions,
} from '../../src/create-local-instance'

/** `Authorization` of a user whose password is the name. */
export function basic(user = 'admin'): string {
    return `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`
}

/** Result of an upload. */
export interface Deployed {
    status: number
    /** `2` succeeded, `3` failed. */
    progress: string
    message: string
}

/** A running instance and the calls of `now-sdk install`. */
export interface DeploymentInstance extends InstanceWithHost {
    /** Uploads a package; returns its progress. */
    deploy(zip: Buffer, options?: { demo?: boolean; query?: string }): Promise<Deployed>
    /** A Table API call as `admin`; returns its result. */
    table<T = Record<string, string>>(method: string, path: string, body?: unknown): Promise<T>
    /** The rows of a table, values only. */
    rows(table: string, query?: string): Promise<Record<string, string>[]>
    /** Records of the last installation's log, by disposition. */
    dispositions(): Promise<Record<string, string[]>>
}

/** Starts it on a free port. */
export async function startInstance(options: LocalInstanceOptions = {}): Promise<DeploymentInstance> {
    const instance = await startWithHost(options)
    const authorization = basic()
    const get = async (path: string) => {
        const response = await fetch(`${instance.url}${path}`, { headers: { authorization } })
        return ((await response.json()) as { result: never }).result
    }
    const started: DeploymentInstance = {
        ...instance,
        async deploy(zip, { demo = false, query = 'sysparm_request_type=custom_app' } = {}) {
            // Histories are distinguished by their second.
            instance.clock.advance(1000)
            const response = await upload(instance.url, { zip, demo, query, headers: { authorization } })
            const { executionTracker } = (await response.json()) as { executionTracker: string }
            const progress: { status: string; status_message: string } = await get(
                `/api/sn_cicd/progress/${executionTracker}`
            )
            return { status: response.status, progress: progress.status, message: progress.status_message }
        },
        async table(method, path, body) {
            const response = await fetch(`${instance.url}/api/now/table/${path}`, {
                method,
                headers: { authorization, 'content-type': 'application/json' },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            })
            const text = await response.text()
            if (!response.ok) throw new Error(`${response.status} ${text}`)
            return text === '' ? (undefined as never) : (JSON.parse(text) as { result: never }).result
        },
        rows: (table, query = '') =>
            get(
                `/api/now/table/${table}?sysparm_exclude_reference_link=true&sysparm_query=${encodeURIComponent(query)}`
            ),
        async dispositions() {
            const [history] = await started.rows(
                'sys_upgrade_history',
                'ORDERBYDESCupgrade_started^ORDERBYDESCsys_created_on'
            )
            const log: { disposition: string; file_name: string }[] = await get(
                `/api/now/table/sys_upgrade_history_log?sysparm_display_value=true&sysparm_query=upgrade_history=${history?.['sys_id']}`
            )
            const found: Record<string, string[]> = {}
            for (const { disposition, file_name } of log) (found[disposition] ??= []).push(file_name)
            return found
        },
    }
    return started
}

/** Sends the upload form like the SDK. */
export async function upload(
    url: string,
    {
        zip,
        demo = false,
        query = '',
        headers = {},
        token = '',
    }: {
        zip: Buffer | undefined
        demo?: boolean
        query?: string
        headers?: Record<string, string>
        token?: string
    }
): Promise<Response> {
    const form = new FormData()
    form.append('upload_type', 'file')
    form.append('load_demo', String(demo))
    form.append('sysparm_ck', token)
    if (zip) form.append('attachFile', new Blob([new Uint8Array(zip)]))
    return fetch(`${url}/sn_appclient_upload_processor.do?${query}`, { method: 'POST', body: form, headers })
}
