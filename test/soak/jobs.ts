import type { AdminClient } from '../bench/admin-client'

/** Scheduled jobs of the soak; none of them has a schedule. */
export const JOBS = {
    /** Creates a record in each run. */
    mark: 'Soak: leave a mark',
    endless: 'Soak: never end',
    /** Occupies a thread for a moment, so that concurrent runs need several threads. */
    hold: 'Soak: hold a thread',
}

/** Marker in the short description of the job's records. */
export const JOB_MARKER = 'soak job was here'

const SCRIPTS: Record<keyof typeof JOBS, string> = {
    mark: `var gr = new GlideRecord('incident');
        gr.initialize();
        gr.setValue('short_description', '${JOB_MARKER}');
        gr.insert();`,
    endless: 'for (;;) {}',
    hold: 'var end = Date.now() + 400; while (Date.now() < end) {}',
}

/** Creates the jobs. */
export async function makeJobs(admin: AdminClient): Promise<void> {
    for (const [key, name] of Object.entries(JOBS)) {
        const script = SCRIPTS[key as keyof typeof JOBS]
        await admin.call('POST', '/api/now/table/sysauto_script', { name, script, active: 'false' })
    }
}
