import type { Row } from '../../../core/store/types'
import type { BusinessRuleView } from '../../bridge/bridge'
import { resolveExpressions, type SystemCalls } from './dynamic-values'
import type { GlideRecord } from './glide-record'
import { BridgeRefusal, type ScopeHost } from '../scope-bridge'
import { lineIn, ScriptSyntaxError } from '../compile'
import type { RecordParts } from './record-parts'
import type { RecordChange } from './rule-change'
import { applyTemplate } from './rule-template'
import { toText } from '../values'

/** Maximum nesting depth of writes; an application's rules nest a few levels. */
const MAX_DEPTH = 20

/** The part of a scope that its rules use. */
export interface RuleScopes {
    /** A GlideRecord of the scope, and its internal state. */
    record(scope: string, table: string): { record: GlideRecord; parts: RecordParts }
    system(scope: string): SystemCalls
    /** Runs source text as a function of the scope, with `current` and `previous`. */
    evaluate(code: { scope: string; source: string; label: string }, ...records: unknown[]): unknown
}

/** A running rule and its record. */
interface Running {
    rule: BusinessRuleView
    sysId: string
}

/** The business rules (`sys_script`) of one transaction. */
export class BusinessRuleRunner {
    readonly #scopes: RuleScopes
    readonly #running: Running[] = []
    #depth = 0

    constructor(scopes: RuleScopes) {
        this.#scopes = scopes
    }

    /** @throws BridgeRefusal `refused` if rules trigger each other's writes beyond the maximum depth. */
    enter({ table }: RecordChange): void {
        if (this.#depth >= MAX_DEPTH)
            throw new BridgeRefusal(
                'refused',
                `Maximum depth of nested business rules exceeded for table ${table.name}`
            )
        this.#depth += 1
    }

    leave(): void {
        this.#depth -= 1
    }

    /**
     * Runs the rules of a phase in order. An exception is logged and stops neither the other rules nor the
     * write.
     */
    run(when: 'before' | 'after', host: ScopeHost, change: RecordChange): void {
        const rules = this.#rulesOf(host, change)
        for (let index = 0; index < rules.length; index++) {
            const rule = rules[index] as BusinessRuleView
            if (rule.when === when) this.#one(rule, host, change)
        }
    }

    /** Queues the asynchronous rules whose conditions match. */
    queue(host: ScopeHost, change: RecordChange): void {
        const rules = this.#rulesOf(host, change)
        for (let index = 0; index < rules.length; index++) {
            const rule = rules[index] as BusinessRuleView
            if (rule.when !== 'async') continue
            const { current, previous } = this.#lend(rule, change)
            if (!this.#guarded(rule, host, () => this.#applies(rule, host, change, current, previous)))
                continue
            host.call('queueRule', {
                rule: rule.sysId,
                table: change.table.name,
                row: change.row,
                operation: change.operation,
            })
        }
    }

    #rulesOf(host: ScopeHost, { table, operation }: RecordChange): BusinessRuleView[] {
        return host.call('businessRules', { table: table.name, operation })
    }

    #one(rule: BusinessRuleView, host: ScopeHost, change: RecordChange): void {
        if (this.#isRunning(rule, change.sysId)) {
            host.warn(`Business rule '${rule.name}' was skipped: it is already running on the same record`)
            return
        }
        const { current, previous } = this.#lend(rule, change)
        this.#running.push({ rule, sysId: change.sysId })
        try {
            this.#guarded(rule, host, () => {
                if (!this.#applies(rule, host, change, current, previous)) return
                this.#act(rule, host, { current, previous })
            })
            change.takeBack(current.parts)
            this.#settleAbort(rule, host, change, current.parts.aborted)
        } finally {
            this.#running.pop()
        }
    }

    #isRunning({ sysId: id }: BusinessRuleView, sysId: string): boolean {
        for (let index = 0; index < this.#running.length; index++) {
            const running = this.#running[index] as Running
            if (running.rule.sysId === id && running.sysId === sysId) return true
        }
        return false
    }

    #lend(rule: BusinessRuleView, change: RecordChange) {
        const { name } = change.table
        const current = this.#scopes.record(rule.scope, name)
        change.lend(current.parts)
        if (change.operation === 'insert') return { current, previous: null }
        const { record, parts } = this.#scopes.record(rule.scope, name)
        parts.cursor.standOn(change.before)
        return { current, previous: record }
    }

    /** Roles, filter and condition; the filter supports change conditions (`VALCHANGES` etc.). */
    #applies(
        rule: BusinessRuleView,
        host: ScopeHost,
        change: RecordChange,
        { record }: { record: GlideRecord },
        previous: GlideRecord | null
    ): boolean {
        if (rule.roles.length > 0 && !this.#hasRole(rule, host)) return false
        if (rule.filter !== '') {
            const query = resolveExpressions(rule.filter, () => this.#scopes.system(rule.scope))
            const row: Row = change.row
            if (!host.call('meets', { table: change.table.name, row, before: change.before, query }))
                return false
        }
        if (rule.condition === '') return true
        const { scope, condition: source, label } = rule
        const answer = this.#scopes.evaluate({ scope, source, label }, record, previous)
        return isTrue(answer)
    }

    #hasRole({ roles }: BusinessRuleView, host: ScopeHost): boolean {
        for (let index = 0; index < roles.length; index++) {
            if (host.call('hasRole', { role: roles[index] as string })) return true
        }
        return false
    }

    #act(
        rule: BusinessRuleView,
        host: ScopeHost,
        { current, previous }: { current: ReturnType<RuleScopes['record']>; previous: GlideRecord | null }
    ): void {
        const { scope, label } = rule
        if (rule.message !== '') host.messages.add('info', rule.message)
        if (rule.abort) {
            if (rule.when === 'before') current.parts.aborted = true
            return
        }
        if (rule.when === 'before' && rule.template !== '')
            applyTemplate(
                current.parts.cursor,
                resolveExpressions(rule.template, () => this.#scopes.system(scope))
            )
        if (rule.source !== '')
            this.#scopes.evaluate({ scope, source: rule.source, label }, current.record, previous)
    }

    /** Only a rule of the table's own scope can abort the write, and only before it. */
    #settleAbort(rule: BusinessRuleView, host: ScopeHost, change: RecordChange, aborted: boolean): void {
        if (rule.when !== 'before' || aborted === (change.abortedBy !== undefined)) return
        if (rule.scope !== change.table.scope) {
            host.warn(`Business rule '${rule.name}' cannot abort writes to a table of another scope`)
        } else if (aborted) {
            const names: string[] = []
            for (let index = this.#running.length - 1; index >= 0; index--)
                names.push((this.#running[index] as Running).rule.name)
            change.abortedBy =
                `Operation against file '${change.table.name}' was aborted by Business Rule ` +
                `'${rule.name}^${rule.sysId}'. Business Rule Stack:${names.join(',')}`
        } else {
            change.abortedBy = undefined
        }
    }

    #guarded<T>(rule: BusinessRuleView, host: ScopeHost, run: () => T): T | undefined {
        try {
            return run()
        } catch (thrown) {
            host.call('log', {
                level: 'error',
                message: `Business rule '${rule.name}': ${reasonOf(thrown, rule)}`,
            })
            return undefined
        }
    }
}

function isTrue(value: unknown): boolean {
    return typeof value === 'object' && value !== null
        ? toText(value) === 'true'
        : Boolean(value) && value !== 'false'
}

/** The thrown value as text; a script may throw objects that fail when inspected. */
function reasonOf(thrown: unknown, { label }: BusinessRuleView): string {
    try {
        if (typeof thrown !== 'object' || thrown === null) return String(thrown)
        const { message, stack } = thrown as { message?: unknown; stack?: unknown }
        const line = thrown instanceof ScriptSyntaxError ? thrown.line : lineIn(stack, label)
        return `${message === undefined ? String(thrown) : String(message)}${line === null ? '' : `, line ${line}`}`
    } catch {
        return 'The script threw a value that cannot be converted to text'
    }
}
