/**
 * The calls of OpenFin's public samples "integrate-with-servicenow" and "integrate-with-servicenow-basic"
 * (github.com/built-on-openfin/workspace-starter), in a separate program. It compiles against
 * `@openfin/servicenow`.
 */
import {
    AuthTokenExpiredError,
    connect,
    enableLogging,
    type ServiceNowConnection,
    type ServiceNowEntities,
} from 'openfin-servicenow-client'

type Kind = 'Contact' | 'Account' | 'Case' | 'Task' | 'Incident'

/** A request of the Batch API. */
interface SearchRequest {
    id: Kind
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
    url: string
    body?: string
    headers?: { name: string; value: string }[]
}

const TABLES: { [kind in Kind]: string } = {
    Contact: 'customer_contact',
    Account: 'customer_account',
    Case: 'sn_customerservice_case',
    Task: 'task',
    Incident: 'incident',
}

const searched = (kind: Kind, text: string, fields: string[]): SearchRequest => {
    const query = fields.map((field) => `${field}LIKE${encodeURIComponent(text)}`).join('^OR')
    const columns = ['sys_id', ...fields].join(',')
    const parameters = `sysparm_query=${query}^ORDERBYDESCsys_updated_on&sysparm_limit=10&sysparm_fields=${columns}`
    return { id: kind, method: 'GET', url: `/api/now/v2/table/${TABLES[kind]}?${parameters}` }
}

/** The connection of the app, and its error. */
export class Desk {
    public connection?: ServiceNowConnection | undefined
    public problem?: string | undefined

    public constructor(
        private readonly instanceUrl: string,
        private readonly clientId: string
    ) {}

    /** Connects or reconnects: the previous connection is dropped without disconnect. */
    public async connect(): Promise<string> {
        try {
            this.problem = undefined
            enableLogging()
            this.connection = await connect(this.instanceUrl, this.clientId)
            return (this.connection.currentUser.name as string) ?? 'unknown'
        } catch (error) {
            this.connection = undefined
            this.problem = this.wordError(error)
            return ''
        }
    }

    public async quit(): Promise<void> {
        if (this.connection) {
            await this.connection.disconnect()
            this.connection = undefined
        }
    }

    /** Contacts whose name contains a text, with all columns. */
    public async contacts(text: string): Promise<ServiceNowEntities.Core.Contact[]> {
        const response = await this.connection!.executeApiRequest<ServiceNowEntities.Core.Contact[]>(
            `/api/now/v2/table/customer_contact?sysparm_query=nameLIKE${encodeURIComponent(text)}`
        )
        return response.data?.length ? response.data : []
    }

    /** Records of five tables that contain a text. */
    public async search(text: string): Promise<string[]> {
        const requests = [
            searched('Contact', text, ['name']),
            searched('Account', text, ['name']),
            searched('Case', text, ['number', 'short_description']),
            searched('Task', text, ['number', 'short_description']),
            searched('Incident', text, ['number', 'short_description']),
        ]
        const results: { [id: string]: ServiceNowEntities.Core.BaseEntity[] } = {}
        try {
            for (const request of requests) {
                const response = await this.connection!.executeApiRequest(
                    request.url,
                    request.method,
                    request.body,
                    false,
                    request.headers
                )
                if (response.status === 200 && Array.isArray(response.data))
                    results[request.id] = response.data
            }
        } catch (error) {
            if (!(error instanceof AuthTokenExpiredError)) throw error
            this.connection = undefined
            await this.connect()
        }
        return [
            ...((results['Contact'] ?? []) as ServiceNowEntities.Core.Contact[]).map((one) =>
                this.title(one, 'name')
            ),
            ...((results['Account'] ?? []) as ServiceNowEntities.CSM.Account[]).map((one) =>
                this.title(one, 'name')
            ),
            ...((results['Case'] ?? []) as ServiceNowEntities.CSM.Case[]).map((one) =>
                this.title(one, 'short_description', 'number')
            ),
            ...((results['Task'] ?? []) as ServiceNowEntities.CSM.Task[]).map((one) =>
                this.title(one, 'short_description', 'number')
            ),
            ...((results['Incident'] ?? []) as ServiceNowEntities.Core.Incident[]).map((one) =>
                this.title(one, 'short_description', 'number')
            ),
        ]
    }

    /** A record with display values, as pairs. */
    public async details(
        kind: Kind,
        record: ServiceNowEntities.Core.BaseEntity
    ): Promise<Record<string, string>> {
        const response = await this.connection!.executeApiRequest(
            `/api/now/v2/table/${TABLES[kind]}/${record.sys_id}?sysparm_display_value=true`,
            'GET'
        )
        const shown: { value: ServiceNowEntities.Core.BaseEntity } = { value: record }
        if (response.data) shown.value = response.data
        const found = shown.value as ServiceNowEntities.CSM.Case
        const pairs: { label: string; value?: string }[] = []
        if (
            found.assigned_to &&
            typeof found.assigned_to === 'object' &&
            'display_value' in found.assigned_to &&
            found.assigned_to.display_value?.length
        ) {
            pairs.push({ label: 'Assigned to', value: found.assigned_to.display_value })
        }
        if (
            found.account &&
            typeof found.account === 'object' &&
            'display_value' in found.account &&
            found.account.display_value?.length
        ) {
            pairs.push({ label: 'Account', value: found.account.display_value })
        }
        if ((found.state as string)?.length) pairs.push({ label: 'State', value: found.state as string })
        if ((found.sys_updated_on as string)?.length) {
            pairs.push({ label: 'Updated', value: this.wordDate(found.sys_updated_on) })
        }
        return Object.fromEntries(pairs.map(({ label, value }) => [label, value ?? '']))
    }

    private title<T extends ServiceNowEntities.Core.BaseEntity>(
        record: T,
        title: keyof T,
        label?: keyof T | undefined
    ): string {
        const words = record[title] ? (record[title] as string) : 'untitled'
        return label && record[label] ? `${record[label] as string} ${words}` : words
    }

    private wordError(error: unknown): string {
        return error instanceof Error ? error.message : JSON.stringify(error)
    }

    private wordDate(date: unknown): string {
        return typeof date === 'string' ? String(new Date(`${date.replace(' ', 'T')}Z`).getUTCFullYear()) : ''
    }
}
