import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDeployed, type DeployedInstance } from '../../../test/support/deployed-instance'
import { createPerson } from '../support/person'
import { basicEnv, runCli, type Run } from '../support/run-cli'
import { changedTables, digestsOf } from '../support/stored'

const WRITTEN = ['oauth_entity', 'sys_cors_rule', 'sys_properties']

let instance: DeployedInstance
let folder: string
beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'verify-'))
    instance = await startDeployed()
})
let isGone = false
afterEach(() => (isGone ? undefined : instance.reset()))
afterAll(async () => {
    await instance.close()
    rmSync(folder, { recursive: true, force: true })
})

/** Runs the command; `onOpen` gets the address that it prints. */
function run(
    args: string[],
    onOpen: (url: string, kill: (signal: NodeJS.Signals) => void) => void,
    env = basicEnv()
): Promise<Run> {
    let isOpened = false
    return runCli(['verify', '--no-open', ...args, '--instance', instance.url], {
        env,
        onStderr(text, kill) {
            const [, url] = /^open (\S+)$/m.exec(text) ?? []
            if (url === undefined || isOpened) return
            isOpened = true
            onOpen(url, kill)
        },
    })
}

const signIn = (url: string) => void createPerson().open(url)

it('prints one document, and writes a report for an issue, without secrets and names', async () => {
    let address = ''
    const report = join(folder, 'report.md')
    const { status, stdout, stderr, json } = await run(['--json', '--report', report], (url) => {
        address = url
        signIn(url)
    })
    expect(stderr).toContain('✓ clean_up')
    expect([status, Object.keys(json())]).toEqual([0, ['ok', 'release', 'results', 'assumptions', 'left']])
    expect(json()).toMatchObject({ ok: true, release: 'brazil', left: [] })
    const { results, assumptions } = json<Record<string, object[]>>()
    expect(Object.keys(results?.[0] ?? {})).toEqual(['name', 'status', 'reason'])
    expect(Object.keys(assumptions?.[0] ?? {})).toEqual(['id', 'status', 'evidence'])
    const markdown = readFileSync(report, 'utf8')
    const written = readFileSync(join(folder, 'report.json'), 'utf8')
    expect(markdown).toContain('| exchange | passed |')
    expect(JSON.parse(written)).toMatchObject({ ok: true, release: 'brazil', results })
    // The address that is opened has no secret but the state, and that is shown nowhere else.
    const { host } = new URL(instance.url)
    const shown = [stdout, markdown, written]
    for (const text of [new URL(address).searchParams.get('state') ?? '', host, 'abel.tuter', 'Tuter']) {
        expect([text, shown.filter((one) => one.includes(text))]).toEqual([text, []])
    }
    // No token, code or verifier: nothing of their length, which the sys_ids and words of a report have not.
    for (const text of [...shown, stderr.replaceAll(address, '')]) {
        expect(text.match(/[\w-]{43,}/g) ?? []).toEqual([])
    }
})

it('ends with 1 where a check failed, prints which, and asks nobody to sign in', async () => {
    instance.records.updateMultiple('oauth_entity', 'type=client^name=OpenFin', { active: '0' })
    const { status, stdout, stderr } = await run([], signIn)
    expect(stderr).not.toMatch(/^open /m)
    expect([status, stdout]).toEqual([
        1,
        expect.stringMatching(/✗ registration The registration OpenFin: it is inactive/),
    ])
})

it('takes all away after Ctrl+C', async () => {
    const before = digestsOf(instance, WRITTEN)
    const { status, stderr, json } = await run(['--json'], (_url, kill) => kill('SIGINT'))
    expect([status, json()]).toMatchObject([2, { ok: false, error: { code: 'interrupted' }, left: [] }])
    expect(stderr).toContain('What verify had created is taken away.')
    expect(changedTables(before, digestsOf(instance, WRITTEN))).toEqual([])
})

it.each([
    [['--report', '/nowhere/report'], basicEnv(), 'invalid_report_file'],
    [[], {}, 'not_signed_in'],
    [[], basicEnv('admin', 'wrong'), 'not_authenticated'],
    [[], basicEnv('abel.tuter'), 'not_authorized'],
])('ends with 2 where it cannot begin: %p', async (args, env, code) => {
    const before = digestsOf(instance, WRITTEN)
    const { status, json } = await run(['--json', ...args], signIn, env as Record<string, string>)
    expect([status, json()]).toMatchObject([2, { ok: false, error: { code } }])
    expect(changedTables(before, digestsOf(instance, WRITTEN))).toEqual([])
})

// The last one: the instance does not come back.
it('names what is left, with links, where the instance went away', async () => {
    const { status, stderr, json } = await run(['--json'], (_url, kill) => {
        isGone = true
        void instance.close().then(() => kill('SIGTERM'))
    })
    expect([status, json()]).toMatchObject([
        1,
        { ok: false, error: { code: 'interrupted', message: 'Interrupted.' } },
    ])
    expect(json<{ left: object[] }>().left).toHaveLength(2)
    const [, ...lines] = (stderr.split('left This is still on the instance:')[1] ?? '').split('\n')
    expect(lines.slice(0, 2)).toEqual([
        expect.stringMatching(
            / {2}Remove http:\S+ from .* OpenFin\. http:\S+\/oauth_entity\.do\?sys_id=[0-9a-f]{32}$/
        ),
        expect.stringMatching(
            / {2}Delete the CORS rule ".*"\. http:\S+\/sys_cors_rule\.do\?sys_id=[0-9a-f]{32}$/
        ),
    ])
})
