import type { LocalInstanceOptions } from 'openfin-servicenow-local-instance'
import { bearerOf } from '../../examples/sign-in-flow/bearer-of'
import { runDoctor, type Diagnosis, type DoctorOptions } from '../../setup/doctor/run-doctor'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { setUp } from '../../setup/set-up'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../support/deployed-instance'

/** A callback page that is registered. */
export const CALLBACK = `${ORIGIN}/callback.html`

/** A stored row. */
type Values = Record<string, string | null>

/** An up-to-date deployed instance, ways to break it, and the doctor. */
export class DoctorFixture {
    /** Requests of the last run: method and path. */
    requests: { method: string; path: string; body: string | null }[] = []

    private constructor(
        readonly instance: DeployedInstance,
        /** A token of the administrator, which works even if Basic authentication is restricted. */
        private readonly bearer: string
    ) {}

    static async start(options: LocalInstanceOptions = {}): Promise<DoctorFixture> {
        const instance = await startDeployed({ basicAuth: 'allowed', ...options })
        const admin = { instanceUrl: instance.url, userName: 'admin', password: 'admin' }
        const fixture = new DoctorFixture(instance, await bearerOf(admin))
        await fixture.setUp()
        fixture.set('instance_id', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
        // The first run of a job records the instance.
        await instance.admin('POST', '/local/jobs/run', { name: 'OpenFin: refresh OAuth tokens' })
        // New instances track Basic authentication, which is reported separately.
        fixture.set('glide.authenticate.basic_auth.restriction.active', 'false')
        instance.records.snapshot()
        return fixture
    }

    /** Brings everything up to date, like an administrator. */
    async setUp(options: Partial<Parameters<typeof setUp>[0]> = {}): Promise<void> {
        await setUp({
            instanceUrl: this.instance.url,
            authorization: ADMIN_AUTHORIZATION,
            origins: [ORIGIN],
            callbackUrls: [CALLBACK],
            ...options,
        })
    }

    async doctor(options: Partial<DoctorOptions> = {}): Promise<Diagnosis> {
        this.requests = []
        return runDoctor({
            instanceUrl: this.instance.url,
            authorization: this.bearer,
            origins: [ORIGIN],
            callbackUrls: [CALLBACK],
            now: () => this.instance.clock.now(),
            fetch: (input, init) => {
                const { pathname } = new URL(String(input))
                const body = typeof init?.body === 'string' ? init.body : null
                this.requests.push({ method: init?.method ?? 'GET', path: pathname, body })
                return fetch(input, init)
            },
            ...options,
        })
    }

    private get store() {
        return this.instance.records
    }

    /** First row of a query. */
    first(table: string, query: string): Values {
        const row = this.store.first(table, query)
        if (!row) throw new Error(`${table} has no ${query}`)
        return row
    }

    /** Changes the rows of a query; they must exist. */
    change(table: string, query: string, values: Values): void {
        this.first(table, query)
        this.store.updateMultiple(table, query, values)
    }

    insert(table: string, values: Values): string {
        return this.store.insert(table, values)['sys_id'] ?? ''
    }

    remove(table: string, query: string): void {
        this.first(table, query)
        this.store.deleteMultiple(table, query)
    }

    /** Sets a property, which is created if missing. */
    set(name: string, value: string): void {
        if (this.store.first('sys_properties', `name=${name}`)) {
            this.change('sys_properties', `name=${name}`, { value })
        } else this.insert('sys_properties', { name, value, type: 'string' })
    }

    registration(values: Values): void {
        this.change('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`, values)
    }

    rule(api: 'Table API' | 'Integration', values: Values): void {
        const name = api === 'Integration' ? 'OpenFin Integration' : 'OpenFin – Table API'
        this.change('sys_cors_rule', `name=${name}`, values)
    }

    operation(path: string, values: Values): void {
        this.change('sys_ws_operation', `relative_path=${path}`, values)
    }

    /** A valid refresh rule with the given recipient. */
    refreshRule(values: Values = {}): string {
        const profile = this.insert('oauth_entity_profile', { name: 'A profile' })
        return this.insert('x_opfi_openfin_refresh_rule', {
            ...{ name: 'A rule', active: '1', table: 'sys_rest_message', profile },
            notify_user: this.first('sys_user', 'user_name=admin')['sys_id'] ?? null,
            ...values,
        })
    }

    /** A status row of a rule. */
    status(values: Values): string {
        return this.insert('x_opfi_openfin_token_status', {
            ...{ rule: this.refreshRule(), requestor_table: 'sys_rest_message', outcome: 'valid' },
            requestor: 'b'.repeat(32),
            profile: 'c'.repeat(32),
            ...values,
        })
    }

    /** Date and time as stored, by minutes from now. */
    minutes(count: number): string {
        const time = new Date(this.instance.clock.now() + count * 60_000)
        return time.toISOString().slice(0, 19).replace('T', ' ')
    }

    /** Overrides the response of a resource. */
    async answer(path: string, status: number, body: string): Promise<void> {
        await this.instance.admin('POST', '/local/faults', { path, status, body, times: 1 })
    }

    close(): Promise<void> {
        return this.instance.close()
    }
}
