import { asAdmin } from '../../examples/echo/as-admin'
import { registerProvider, type Connection } from '../../examples/echo/register-provider'
import { requestToken } from '../../examples/echo/tokens'
import {
    startScriptedProvider,
    tokens,
    type Answer,
    type ScriptedProvider,
} from '../outbound/scripted-provider'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import type { LocalInstanceOptions } from 'openfin-servicenow-local-instance'

/** Names of the app's jobs. */
export const REFRESH = 'OpenFin: refresh OAuth tokens'
export const FIND = 'OpenFin: find OAuth tokens'

/** A row of the table of statuses, as returned by the Table API. */
export type StatusRow = Record<string, string> & { sys_id: string; outcome: string; message: string }

/** Response of `POST /local/jobs/run`. */
export interface JobRun {
    transactions: number
    db_statements: number
    outbound_calls: number
    ms: number
    nodes_lost: number
}

/** A deployed instance with scripted providers, and helpers for both. */
export class RefreshFixture {
    readonly #providers: ScriptedProvider[] = []
    #names = 0

    private constructor(readonly instance: DeployedInstance) {}

    static async start(options: LocalInstanceOptions = {}): Promise<RefreshFixture> {
        const fixture = new RefreshFixture(await startDeployed(options))
        // Rows of watched tokens are tested separately.
        fixture.notices('watch', 'rules')
        return fixture
    }

    async close(): Promise<void> {
        await Promise.all(this.#providers.map((provider) => provider.close()))
        await this.instance.close()
    }

    /**
     * Registers a provider and a REST message with its tokens; `first` is the response to the consent's code.
     */
    async connect(
        answers: Answer[],
        {
            first = tokens({ refresh_token: 'r0', expires_in: 3600 }),
            entity = {},
        }: {
            first?: Answer
            entity?: Record<string, string>
        } = {}
    ): Promise<{ provider: ScriptedProvider; connection: Connection }> {
        const provider = await startScriptedProvider(first, ...answers)
        this.#providers.push(provider)
        const connection = await registerProvider(this.instance, {
            name: `Provider ${++this.#names}`,
            clientId: 'us',
            clientSecret: 'a secret',
            authUrl: 'http://127.0.0.1/consent',
            tokenUrl: provider.tokenUrl,
            entity,
        })
        const answer = await requestToken(this.instance, connection, 'authorization_code')
        if (answer.error) throw new Error(answer.error)
        provider.requests.length = 0
        return { provider, connection }
    }

    /** Creates a rule through the Table API and applies it; returns its sys_id. */
    async rule(values: Record<string, string | number>): Promise<string> {
        const made = await asAdmin<{ sys_id: string }>(
            this.instance,
            'POST',
            '/api/now/table/x_opfi_openfin_refresh_rule',
            { name: 'A rule', table: 'sys_rest_message', profile_field: 'oauth2_profile', ...values }
        )
        await this.run(FIND)
        return made.sys_id
    }

    /** Advances the clock. */
    later(seconds: number): void {
        this.instance.clock.advance(seconds * 1000)
    }

    /** Moves the clock to a row's next attempt, and runs the job. */
    async runWhenDue(row: { sys_id: string }): Promise<StatusRow> {
        const due = (await this.rows(`sys_id=${row.sys_id}`))[0]?.['next_attempt']
        if (!due) throw new Error('The row is never due')
        const seconds = (Date.parse(`${due.replace(' ', 'T')}Z`) - this.instance.clock.now()) / 1000
        if (seconds > 0) this.later(Math.ceil(seconds))
        await this.run(REFRESH)
        const [after] = await this.rows(`sys_id=${row.sys_id}`)
        if (!after) throw new Error('The row no longer exists')
        return after
    }

    /** Sets a property of the token refresh. */
    property(name: string, value: string): void {
        const { records } = this.instance
        records.updateMultiple('sys_properties', `name=x_opfi_openfin.token_refresh.${name}`, { value })
    }

    /** Sets a property of the expiry notices. */
    notices(name: string, value: string): void {
        const { records } = this.instance
        records.updateMultiple('sys_properties', `name=x_opfi_openfin.expiry_notices.${name}`, { value })
    }

    /** Rows of a table, read directly from the database. */
    stored(table: string, query = ''): Record<string, string | null>[] {
        return this.instance.records.query(table, { query })
    }

    /** Adds a row directly to the database; returns its sys_id. */
    insert(table: string, values: Record<string, string>): string {
        return this.instance.records.insert(table, values)['sys_id'] ?? ''
    }

    /** Removes the credentials of a connection of one type, as the platform's clean-up does. */
    forget({ requestor, profile }: Connection, type: 'access_token' | 'refresh_token'): void {
        const of = `oauth_requestor_profile.requestor_id=${requestor}^oauth_requestor_profile.oauth_entity_profile=${profile}`
        this.instance.records.deleteMultiple('oauth_credential', `${of}^type=${type}`)
    }

    /** Mails in order: recipient and subject. */
    mails(): string[] {
        return this.stored('sys_email', 'ORDERBYsys_created_on').map(
            ({ recipients, subject }) => `${recipients}: ${subject?.replace(/To Provider \d+/, 'it')}`
        )
    }

    /** Runs a script as an administrator; returns its last value. */
    async script(source: string, scope = 'global'): Promise<string> {
        const { result } = await asAdmin<{ result: string }>(this.instance, 'POST', '/local/script', {
            scope,
            script: source,
        })
        return result
    }

    run(name: string): Promise<JobRun> {
        return asAdmin(this.instance, 'POST', '/local/jobs/run', { name })
    }

    async rows(query = ''): Promise<StatusRow[]> {
        return asAdmin(
            this.instance,
            'GET',
            `/api/now/table/x_opfi_openfin_token_status?sysparm_exclude_reference_link=true&sysparm_query=${encodeURIComponent(query)}`
        )
    }

    async row({ requestor }: { requestor: string }): Promise<StatusRow | undefined> {
        return (await this.rows(`requestor=${requestor}`))[0]
    }

    /** Calls the script include in a scope; returns its result. */
    async call(
        method: 'checkAndRefresh' | 'refresh',
        { requestor, profile }: { requestor: string; profile: string },
        { table = 'sys_rest_message', scope = 'global' } = {}
    ): Promise<Record<string, unknown>> {
        const { result } = await asAdmin<{ result: string }>(this.instance, 'POST', '/local/script', {
            scope,
            script: `var record = new GlideRecord('${table}'); record.get('${requestor}')
                JSON.stringify(new x_opfi_openfin.OAuthTokenRefresher().${method}(record, '${profile}'))`,
        })
        return JSON.parse(result)
    }

    /** Names of the notification events that the app raised, in order. */
    async notified(): Promise<string[]> {
        const query =
            'nameSTARTSWITHx_opfi_openfin.token_^name!=x_opfi_openfin.token_due^ORDERBYsys_created_on'
        const events = await asAdmin<{ name: string }[]>(
            this.instance,
            'GET',
            `/api/now/table/sysevent?sysparm_query=${encodeURIComponent(query)}`
        )
        return events.map(({ name }) => name.replace('x_opfi_openfin.', ''))
    }

    async log(): Promise<string[]> {
        const { result } = await asAdmin<{ result: { message: string }[] }>(
            this.instance,
            'GET',
            '/local/log'
        )
        return result.map(({ message }) => message)
    }
}
