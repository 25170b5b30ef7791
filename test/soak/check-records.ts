import type { AdminClient } from '../bench/admin-client'
import { JOB_MARKER } from './jobs'
import { judgeRows, type FoundRow } from './record-ledger'
import type { Soak } from './soak'
import type { JobRuns } from './trouble-maker'

const PAGE = 1000
const FIELDS = 'sys_id,short_description,description,sys_created_by,sys_mod_count'

/** Compares all records with the acknowledged writes; returns the number checked. */
export async function checkRecords({ name, records, tally }: Soak, admin: AdminClient): Promise<number> {
    const rows = new Map<string, FoundRow[]>()
    for (const table of ['incident', 'sn_bom_financial_service']) {
        for (const row of await allRows(admin, table, `soak ${name} `)) {
            rows.set(row.short_description, [...(rows.get(row.short_description) ?? []), row])
        }
    }
    for (const entry of records.entries) {
        const wrong = judgeRows(entry, rows.get(entry.marker) ?? [])
        if (wrong) tally.lost(wrong)
        rows.delete(entry.marker)
    }
    for (const _unknown of rows) tally.lost('a record exists that no client created')
    return records.entries.length
}

/** Compares the records that the jobs created with the number of runs. */
export async function checkJobs({ tally }: Soak, admin: AdminClient, runs: JobRuns): Promise<void> {
    const found = (await allRows(admin, 'incident', JOB_MARKER)).length
    if (found < runs.acknowledged) tally.lost('a record of an acknowledged job is lost')
    if (found > runs.acknowledged + runs.inDoubt) tally.lost('a job left more records than it ran')
}

async function allRows(admin: AdminClient, table: string, prefix: string): Promise<FoundRow[]> {
    const query = encodeURIComponent(`short_descriptionSTARTSWITH${prefix}^ORDERBYsys_id`)
    const rows: FoundRow[] = []
    for (;;) {
        const page = `sysparm_limit=${PAGE}&sysparm_offset=${rows.length}&sysparm_fields=${FIELDS}`
        const path = `/api/now/table/${table}?${page}&sysparm_query=${query}`
        const { result } = await admin.call<{ result: FoundRow[] }>('GET', path)
        rows.push(...result)
        if (result.length < PAGE) return rows
    }
}
