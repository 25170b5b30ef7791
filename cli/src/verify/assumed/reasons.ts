/** Why rows cannot be observed from outside. */
export const INSIDE = 'Seen only by a script that runs on the instance.'
export const LOCAL_WRITES = 'Seen only with records or rules made for it, which this command does not create.'
export const OTHER_USERS = 'Seen only with users or roles made for it, which this command does not create.'
export const SWITCHES = 'Seen only by changing properties of the instance, which this command does not do.'
export const DEPLOYMENT = 'Seen only by deploying or upgrading an application.'
export const IN_TIME = 'Seen only when jobs run, or over a longer time.'
export const NOT_REACHED = 'The check that shows it was not reached.'
export const NEEDS_SLOW = 'Needs --slow.'
export const NEEDS_OFF_SWITCH = 'Needs --off-switch.'
export const NEEDS_OUTBOUND = 'Needs --outbound.'
export const ATF = 'Seen by running tests: openfin-servicenow atf.'

/** The same reason for rows of an area. */
export function rows<Area extends string, Row extends number>(
    area: Area,
    numbers: readonly Row[],
    reason: string
): Record<`F-${Area}-${Row}`, string> {
    return Object.fromEntries(numbers.map((row) => [`F-${area}-${row}`, reason])) as Record<
        `F-${Area}-${Row}`,
        string
    >
}
