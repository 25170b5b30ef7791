import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClock, createLocalInstance } from 'openfin-servicenow-local-instance'
import pc from 'picocolors'
import { asAdmin } from './as-admin'
import { believed, drawChart, truth, type Line, type Panel } from './chart'
import { connectAtInstance } from './connect-at-instance'
import { connectAtThirdParty } from './connect-at-third-party'
import { DROP_ALL } from './drop-all-script'
import { startThirdParty } from './start-third-party'
import { playTimeline, type Point } from './timeline'

/** Options from the script that starts the program. */
export interface EchoDemo {
    /** Root folder of the project. */
    root: string
    /** Deploys the built app to an instance. */
    deploy(instanceUrl: string): Promise<unknown>
    /** Runs a named step and reports it. */
    step<T>(name: string, work: () => Promise<T>): Promise<T>
}

const DAY_S = 86_400
/** Lifespan of refresh tokens at both providers. */
const LIFESPAN_DAYS = 90
const SECRET = 'a secret that both sides share'
const SCRIPTS = ['', DROP_ALL.name, 'OAuthCustomUtil']
const HEADS = ['no script', 'drops all', 'OAuthCustomUtil']

/**
 * Simulates months of refreshes: an instance as client of another one, which echoes refresh tokens, and of a third party,
 * which rotates them; without a script, with the published one, and with the app's.
 */
export async function playEchoDemo({ root, deploy, step }: EchoDemo): Promise<void> {
    const now = Date.parse('2027-01-01T00:00:00Z')
    const [client, provider] = await step('start two local instances, release xanadu', async () =>
        Promise.all([0, 1].map(() => createLocalInstance({ release: 'xanadu', clock: createClock({ now }) })))
    )
    if (!client || !provider) throw new Error('the instances did not start')
    try {
        await step('deploy the app to the client', () => deploy(client.url))
        await asAdmin(client, 'POST', '/api/now/table/sys_script_include', { ...DROP_ALL, access: 'public' })
        const registration = { clientId: 'the-client-instance', clientSecret: SECRET }
        const refreshTokenS = LIFESPAN_DAYS * DAY_S
        const thirdParty = await step('start a third party that rotates refresh tokens', () =>
            startThirdParty(root, {
                ...registration,
                redirectUri: `${client.url}/oauth_redirect.do`,
                accessTokenS: 1800,
                refreshTokenS,
                now,
            })
        )
        try {
            const lifespans = { access_token_lifespan: '1800', refresh_token_lifespan: String(refreshTokenS) }
            const watched = await step('give six consents', async () => {
                const made = []
                for (const script of SCRIPTS)
                    made.push(await connectAtInstance({ client, provider, lifespans }, script))
                for (const script of SCRIPTS) {
                    const pair = { client, thirdParty, ...registration, refreshTokenS }
                    made.push(await connectAtThirdParty(pair, script))
                }
                return made
            })
            printHead()
            const points = await playTimeline({
                client,
                watched,
                everyDays: 15,
                days: 120,
                onRound: printRound,
                async advance(days) {
                    client.clock.advance(days * DAY_S * 1000)
                    provider.clock.advance(days * DAY_S * 1000)
                    await thirdParty.advance(days * DAY_S)
                },
            })
            const file = 'docs/echo-timeline.svg'
            writeFileSync(join(root, file), await drawChart(panelsOf(points)))
            console.log(`\nChart: ${file}`)
        } finally {
            await thirdParty.close()
        }
    } finally {
        await Promise.all([client.close(), provider.close()])
    }
}

function printHead(): void {
    console.log(
        `\n${pc.bold('Days left of the refresh token just before each renewal, believed by the client / true')}`
    )
    console.log(`${' '.repeat(9)}${'ServiceNow, echoes'.padEnd(51)}Third party, rotates`)
    console.log(`${'day'.padStart(6)}   ${[...HEADS, ...HEADS].map((head) => head.padEnd(17)).join('')}`)
}

function printRound(day: number, points: Point[]): void {
    console.log(`${String(day).padStart(6)}   ${points.map(cell).join('')}`)
}

/** A wrong expiry is yellow, an ended connection red. */
function cell({ believedDays, trueDays, error }: Point): string {
    const text = `${String(believedDays).padStart(3)} / ${String(trueDays).padStart(3)}${error ? (believedDays > 0 ? ' dead' : ' ended') : ''}`
    const padded = text.padEnd(17)
    if (error) return believedDays > 0 ? pc.red(padded) : pc.dim(padded)
    return believedDays === trueDays ? pc.green(padded) : pc.yellow(padded)
}

function panelsOf(points: Point[][]): Panel[] {
    const [echo = [], echoDrop = [], echoOurs = [], rotate = [], rotateDrop = [], rotateOurs = []] = points
    return [
        {
            title: 'ServiceNow as provider: the same refresh token comes back at each renewal',
            lines: [
                { name: 'believed without a script', colour: '#c77700', values: believed(echo) },
                { name: 'believed with OAuthCustomUtil', colour: '#0b7a6b', values: believed(echoOurs) },
                { name: 'true', colour: '#17212b', dashed: true, values: truth(echoDrop) },
            ],
            deaths: deathsOf(echo, believed(echo)),
        },
        {
            title: 'A third party that rotates: a new refresh token comes at each renewal',
            lines: [
                { name: 'true, all refresh tokens dropped', colour: '#c77700', values: truth(rotateDrop) },
                { name: 'true with OAuthCustomUtil', colour: '#0b7a6b', values: truth(rotateOurs) },
                { name: 'true without a script', colour: '#17212b', dashed: true, values: truth(rotate) },
            ],
            deaths: deathsOf(rotateDrop, truth(rotateDrop)),
        },
    ]
}

/** The first refresh that was rejected although the client assumed a valid token, on the given line. */
function deathsOf(points: Point[], line: Line['values']): Panel['deaths'] {
    const death = points.findIndex(({ error, believedDays }) => error && believedDays > 0)
    return line.slice(death, death + 1)
}
