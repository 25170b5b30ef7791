import { SetupError } from '../setup-error'
import { CODES, SEVERITIES, type Code, type Severity } from './codes'

/** Evidence of a finding; null for members that do not apply. Never contains a secret. */
export interface Evidence {
    table: string | null
    /** sys_id */
    record: string | null
    field: string | null
    found: string | null
    wanted: string | null
}

/** A problem or a remark. */
export interface Finding {
    code: Code
    severity: Severity
    /** The problem and its effect. */
    message: string
    evidence: Evidence
    /** The fix, as a command if possible. */
    fix: string
    /** URL of the record or list on the instance; null if there is none. */
    link: string | null
}

/** A finding as reported by a check. */
export interface Found {
    message: string
    fix: string
    evidence?: Partial<Evidence>
    /** Default: the record or table of the evidence. */
    link?: string
}

/** Outcome of all checks. A code with findings may also be in `unknown`; a code in `passed` is in neither. */
export interface Outcomes {
    findings: Finding[]
    passed: Code[]
    unknown: { code: Code; reason: string }[]
}

/** Maximum number of findings per code; the rest are counted in one more. */
const MOST_OF_A_CODE = 50

/** Collects the results of checks. */
export class Report {
    private readonly findings = new Map<Code, Found[]>()
    private readonly passes = new Set<Code>()
    private readonly reasons = new Map<Code, string>()

    constructor(private readonly instanceUrl: string) {}

    found(code: Code, found: Found): void {
        this.findings.set(code, [...(this.findings.get(code) ?? []), found])
    }

    /** The check was made, and nothing was found; findings and an unknown part take precedence. */
    passed(...codes: Code[]): void {
        for (const code of codes) this.passes.add(code)
    }

    /** The check, or a part of it, could not be made. */
    unknown(codes: Code | readonly Code[], reason: string): void {
        for (const code of typeof codes === 'string' ? [codes] : codes) {
            if (!this.reasons.has(code)) this.reasons.set(code, reason)
        }
    }

    /**
     * Runs checks for some codes, which pass if nothing is found; missing read access makes them unknown.
     *
     * @throws SetupError if the instance does not respond or rejects the credentials
     */
    async check(codes: readonly Code[], run: () => Promise<void>): Promise<void> {
        try {
            await run()
            this.passed(...codes)
        } catch (error) {
            if (!(error instanceof SetupError) || isFinal(error)) throw error
            this.unknown(codes, error.message)
        }
    }

    outcomes(): Outcomes {
        const unknown = CODES.flatMap((code) => {
            const reason = this.reasons.get(code)
            if (reason !== undefined) return [{ code, reason }]
            const isSettled = this.findings.has(code) || this.passes.has(code)
            return isSettled ? [] : [{ code, reason: 'Not checked.' }]
        })
        const isUnknown = new Set(unknown.map(({ code }) => code))
        return {
            findings: CODES.flatMap((code) => this.ofCode(code)),
            passed: CODES.filter(
                (code) => this.passes.has(code) && !this.findings.has(code) && !isUnknown.has(code)
            ),
            unknown,
        }
    }

    private ofCode(code: Code): Finding[] {
        const all = this.findings.get(code) ?? []
        const shown = all.slice(0, MOST_OF_A_CODE)
        const [first] = all
        if (first && all.length > shown.length) {
            const { table = null } = first.evidence ?? {}
            const message = `${all.length - shown.length} more of the same. ${first.message}`
            shown.push({ message, fix: first.fix, evidence: { table } })
        }
        return shown.map(({ message, fix, evidence = {}, link }) => {
            const { table = null, record = null, field = null, found = null, wanted = null } = evidence
            const page = record === null ? `${table}_list.do` : `${table}.do?sys_id=${record}`
            const own = table === null ? null : `${this.instanceUrl}/${page}`
            return {
                ...{ code, severity: SEVERITIES[code], message },
                evidence: { table, record, field, found, wanted },
                ...{ fix, link: link ?? own },
            }
        })
    }
}

/** Failures after which no other check can succeed. */
function isFinal({ code }: SetupError): boolean {
    return ['unreachable', 'not_authenticated', 'interrupted'].includes(code)
}
