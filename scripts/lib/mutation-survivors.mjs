// @ts-check
/**
 * What is known of a module: its mutation score in percent, rounded down, and the accepted survivors by kind of mutant.
 * Survivors are counted instead of quoted, so that rewording a line changes nothing.
 *
 * @typedef {{ score: number, survivors: Record<string, { count: number, reason: string }> }} ModuleRecord
 * @typedef {Record<string, ModuleRecord>} Survivors by the module's path from the root
 */

/**
 * The part of a mutation report that counts here (schema: mutation-testing-report-schema).
 * @typedef {{ mutants: { mutatorName: string, status: string, replacement?: string, location: { start: { line: number } } }[] }} FileReport
 * @typedef {{ files: Record<string, FileReport> }} Report
 */

/** @param {FileReport['mutants'][number]} mutant */
const isSurvivor = ({ status }) => status === 'Survived' || status === 'NoCoverage'

/** @param {FileReport['mutants'][number]} mutant */
const isDetected = ({ status }) => status === 'Killed' || status === 'Timeout'

/**
 * Percentage of the valid mutants that a test noticed; 0 where there are none.
 * @param {FileReport | undefined} file
 */
export function scoreOf(file) {
    if (!file) return 0
    const detected = file.mutants.filter(isDetected).length
    const all = detected + file.mutants.filter(isSurvivor).length
    return all === 0 ? 0 : (100 * detected) / all
}

/**
 * What is worse than accepted, one line each: a lower score, more survivors of a kind, a kind without a reason.
 * @param {string} path
 * @param {FileReport | undefined} file
 * @param {ModuleRecord | undefined} accepted
 * @returns {string[]}
 */
export function compare(path, file, accepted = { score: 0, survivors: {} }) {
    if (!file || scoreOf(file) === 0) return [`${path}: no mutant was noticed`]
    const score = Math.floor(scoreOf(file))
    const lower = score < accepted.score ? [`${path}: score ${score}, ${accepted.score} accepted`] : []
    const more = Object.entries(survivorsByKind(file)).flatMap(([kind, lines]) => {
        const { count, reason } = accepted.survivors[kind] ?? { count: 0, reason: 'new' }
        const where = `${path}: ${kind} at line ${lines.join(', ')}`
        if (lines.length > count) return [`${where}: ${lines.length} survive, ${count} accepted`]
        return reason ? [] : [`${where}: accepted without a reason`]
    })
    return [...lower, ...more]
}

/**
 * The record of a module as it is now. Reasons of kinds that were there before stay.
 * @param {FileReport | undefined} file
 * @param {ModuleRecord | undefined} before
 * @returns {ModuleRecord}
 */
export function recordOf(file, before) {
    const kinds = Object.entries(file ? survivorsByKind(file) : {}).sort()
    return {
        score: Math.floor(scoreOf(file)),
        survivors: Object.fromEntries(
            kinds.map(([kind, lines]) => [
                kind,
                { count: lines.length, reason: before?.survivors[kind]?.reason ?? '' },
            ])
        ),
    }
}

/**
 * @param {FileReport} file
 * @returns {Record<string, number[]>} lines by kind
 */
function survivorsByKind(file) {
    /** @type {Record<string, number[]>} */
    const kinds = {}
    for (const { mutatorName, location } of file.mutants.filter(isSurvivor))
        (kinds[mutatorName] ??= []).push(location.start.line)
    return kinds
}
