import type { BuiltApp } from '../support/built-app'
import type { DeployedInstance } from '../support/deployed-instance'

/** A finding as Instance Scan records it: the source record, and the script's message. */
export interface Finding {
    source: string
    details: string
}

/**
 * Runs a packaged table check the way Instance Scan does (EXPLAIN instance-scan-guide): its conditions choose
 * the records, and an advanced check's script decides about each. Only `engine` is a stand-in; the script
 * runs in the script engine of the instance, with the rights of the app.
 *
 * @throws if the app has no such check, or its script fails
 */
export async function runCheck(app: BuiltApp, instance: DeployedInstance, name: string): Promise<Finding[]> {
    const check = app.values('scan_table_check').find((one) => one['name'] === name)
    if (!check) throw new Error(`No check ${name}`)
    const table = check['table'] ?? ''
    const rows = instance.records.query(table, { query: check['conditions'] ?? '' })
    const findings: Finding[] = []
    for (const { sys_id: id } of rows) {
        if (check['advanced'] !== 'true') findings.push({ source: id ?? '', details: '' })
        else findings.push(...(await runScript(instance, check['script'] ?? '', table, id ?? '')))
    }
    return findings
}

async function runScript(
    instance: DeployedInstance,
    source: string,
    table: string,
    id: string
): Promise<Finding[]> {
    const script = `
        var findings = [], values = {}, record = '';
        var engine = { finding: {
            setCurrentSource: function (source) { record = source.getUniqueValue(); },
            setValue: function (name, value) { values[name] = value; },
            increment: function () { findings.push({ source: record, details: values.finding_details || '' }); }
        } };
        var current = new GlideRecord('${table}');
        current.get('${id}');
        ${source}
        JSON.stringify(findings);`
    const { status, body } = await instance.admin<{ result: string; error?: { message: string } }>(
        'POST',
        '/local/script',
        { scope: 'x_opfi_openfin', script }
    )
    if (status !== 200) throw new Error(body.error?.message)
    return JSON.parse(body.result) as Finding[]
}
