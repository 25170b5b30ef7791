import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPerson } from '../../cli/test/support/person'
import { basicEnv, runCli } from '../../cli/test/support/run-cli'
import { Browser } from '../../examples/sign-in-flow/browser'
import { ORIGIN } from '../support/deployed-instance'
import { ADMIN, CI, type Flow } from './flow'

/** All commands, with a password, a client secret and an invalid token. */
export async function useCommand({ fixture, book, folder }: Flow): Promise<void> {
    const basic = basicEnv(ADMIN, book.of('password of the administrator'))
    const ci = {
        SN_SDK_OAUTH_CLIENT_ID: CI,
        SN_SDK_OAUTH_CLIENT_SECRET: book.of('client secret of pipelines'),
    }
    const token = book.make('token that is none').replaceAll(/[^\w-]/g, '')
    const instance = ['--instance', fixture.instance.url]
    const runs: [string[], Record<string, string>, number][] = [
        [['setup', '--origin', ORIGIN, '--yes'], basic, 0],
        [['setup', '--origin', ORIGIN, '--dry-run', '--json'], ci, 0],
        [['doctor', '--origin', ORIGIN], basic, 1],
        [['doctor', '--json'], ci, 1],
        [['status'], ci, 0],
        [['status', '--json'], basic, 0],
        [['atf', '--json'], basic, 0],
        [['adopt', '--yes'], basic, 0],
        [['status'], { SN_ACCESS_TOKEN: book.know('token that is none, as sent', token) }, 2],
        [['status'], basicEnv(ADMIN, book.make('wrong password of the command')), 2],
        [['status'], { ...ci, SN_SDK_OAUTH_CLIENT_SECRET: book.make('wrong client secret') }, 2],
    ]
    for (const [args, env, expected] of runs) {
        const { status, stdout, stderr } = await runCli([...args, ...instance], { env })
        const name = `${args.join(' ')} as ${Object.keys(env)[0]}`
        expect([name, status === 2, stdout + stderr]).toEqual([
            name,
            expected === 2,
            expect.stringMatching(/./),
        ])
        book.texts[name] = stdout + stderr
    }
    let isOpened = false
    const verify = await runCli(['verify', '--no-open', '--report', join(folder, 'report.md'), ...instance], {
        env: basic,
        onStderr(text) {
            const [, url] = /^open (\S+)$/m.exec(text) ?? []
            if (!url || isOpened) return
            isOpened = true
            void createPerson({ userName: 'beth.anglin' }).open(url)
        },
    })
    expect(verify.stdout).toContain(' passed, 0 failed')
    book.texts['verify'] = verify.stdout + verify.stderr
    for (const file of readdirSync(folder)) book.texts[file] = readFileSync(join(folder, file), 'utf8')
}

/** Pages and tables, as an administrator. */
export async function readPages({ fixture, book }: Flow): Promise<void> {
    const { url } = fixture.instance
    const browser = new Browser()
    const start = await browser.follow(await browser.open(`${url}/`), () => false)
    const password = book.of('password of the administrator')
    await browser.follow(
        await browser.submit(start, { user_name: ADMIN, user_password: password }),
        () => false
    )
    const tables = ['oauth_credential', 'oauth_entity', 'sys_user', 'sys_email', 'syslog', 'sysevent']
    const pages = ['', 'x_opfi_openfin_setup.do', 'x_opfi_openfin_health.do']
    for (const page of [...pages, ...tables.map((table) => `${table}_list.do`)])
        book.texts[`page ${page}`] = (await browser.open(`${url}/${page}`)).html
    for (const table of tables) {
        const { status, body } = await fixture.instance.admin('GET', `/api/now/table/${table}`)
        expect(status).toBe(200)
        book.texts[`Table API of ${table}`] = JSON.stringify(body)
    }
}
