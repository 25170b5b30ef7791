/** The supported releases, oldest first. */
export const RELEASES = ['xanadu', 'yokohama', 'zurich', 'australia', 'brazil'] as const

/** A supported release. */
export type Release = (typeof RELEASES)[number]

/** The default release of an instance. */
export const NEWEST_RELEASE: Release = 'brazil'

/** Whether a release includes what another one introduced; undefined means that every release has it. */
export function isFrom(release: Release, since: Release | undefined): boolean {
    return since === undefined || RELEASES.indexOf(release) >= RELEASES.indexOf(since)
}
