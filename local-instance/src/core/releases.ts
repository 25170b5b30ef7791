/** The releases that can be played, oldest first. */
export const RELEASES = ['xanadu', 'yokohama', 'zurich', 'australia', 'brazil'] as const

/** One of them. */
export type Release = (typeof RELEASES)[number]

/** What an instance runs unless it is told otherwise. */
export const NEWEST_RELEASE: Release = 'brazil'

/** Whether a release has what came with another; everything has what came with none of them. */
export function isFrom(release: Release, since: Release | undefined): boolean {
    return since === undefined || RELEASES.indexOf(release) >= RELEASES.indexOf(since)
}
