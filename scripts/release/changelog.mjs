// @ts-check

/** Sections that a version may have; release notes of the app and of each package are taken from these. */
const SECTIONS = ['App', 'Setup', 'Command', 'Client', 'Local instance', 'All parts']

/**
 * What is wrong with the newest part of the changelog, a line for each finding.
 * @param {string} changelog
 * @param {string} version that its first part must be about
 */
export function changelogProblems(changelog, version) {
    const [newest = ''] = partsOf(changelog)
    const [heading = ''] = newest.split('\n', 1)
    if (!new RegExp(`^${escaped(version)} \\((unreleased|\\d{4}-\\d{2}-\\d{2})\\)$`).test(heading))
        return [`CHANGELOG.md: its first part is "${heading}", not "${version} (unreleased)" or with a date`]
    const sections = newest.split(/^### /m).slice(1)
    const names = sections.map((section) => section.split('\n', 1)[0] ?? '')
    return [
        ...(names.includes('App') ? [] : ['it has no section App, which the Store listing shows']),
        ...names.filter((name) => !SECTIONS.includes(name)).map((name) => `unknown section ${name}`),
        ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two sections ${name}`),
        ...sections
            .filter((section) => !/^- \S/m.test(section))
            .map((section) => `nothing in section ${section.trim()}`),
    ].map((problem) => `CHANGELOG.md, ${version}: ${problem}`)
}

/**
 * The changelog with its unreleased part as the part of a version.
 * @param {string} changelog
 * @param {string} version
 * @param {string} date as YYYY-MM-DD
 * @throws Error if there is no unreleased part, or something is wrong with it
 */
export function datedChangelog(changelog, version, date) {
    const dated = changelog.replace(/^## \S+ \(unreleased\)$/m, `## ${version} (${date})`)
    if (dated === changelog) throw new Error('CHANGELOG.md has no part "(unreleased)".')
    const [problem] = changelogProblems(dated, version)
    if (problem) throw new Error(`${problem}.`)
    return dated
}

/** Whether the newest part has no date yet. @param {string} changelog */
export function isUnreleased(changelog) {
    return /^\S+ \(unreleased\)$/m.test(partsOf(changelog)[0]?.split('\n', 1)[0] ?? '')
}

/** @param {string} changelog */
function partsOf(changelog) {
    return changelog.split(/^## /m).slice(1)
}

/** @param {string} text */
function escaped(text) {
    return text.replaceAll('.', '\\.')
}
