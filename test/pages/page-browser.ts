import { source as axeSource } from 'axe-core'
import type { Page } from 'playwright-core'
import { startChromium, type TestBrowser } from '../support/chromium'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { startAll } from '../support/start-all'

/** An instance with the app, and a browser that looks at its UI pages. */
export interface PageBrowser {
    instance: DeployedInstance
    /** Opens a page of the instance in a new tab, as a user who signs in on the way. */
    open(path: string, userName?: string): Promise<Page>
    /** Gives a demo user roles. */
    grant(userName: string, ...roles: string[]): void
    /** Hosts that pages asked since the last reset, the instance's own left out. */
    foreignHosts(): string[]
    /** Errors and failed scripts of pages since the last reset. */
    errors(): string[]
    /** Puts instance and browser back. */
    reset(): Promise<void>
    close(): Promise<void>
}

/** Starts both. */
export async function startPageBrowser(): Promise<PageBrowser> {
    const [instance, browser] = await startAll<[DeployedInstance, TestBrowser]>(
        startDeployed(),
        startChromium()
    )
    let foreign = new Set<string>()
    let errors: string[] = []
    const userId = (name: string) => instance.records.first('sys_user', `user_name=${name}`)?.['sys_id'] ?? ''
    return {
        instance,
        async open(path, userName = 'admin') {
            const page = await browser.context.newPage()
            page.on('request', (request) => {
                const { host } = new URL(request.url())
                if (host !== new URL(instance.url).host && host !== '') foreign.add(host)
            })
            page.on('pageerror', (error) => errors.push(error.message))
            await page.goto(instance.url + path)
            if (new URL(page.url()).pathname === '/login.do') {
                await page.getByLabel('User name').fill(userName)
                await page.getByLabel('Password').fill(userName)
                await page.getByRole('button', { name: 'Sign in' }).click()
                await page.waitForURL(instance.url + path)
            }
            return page
        },
        grant(userName, ...roles) {
            for (const name of roles) {
                const role = instance.records.first('sys_user_role', `name=${name}`)?.['sys_id'] ?? ''
                instance.records.insert('sys_user_has_role', { user: userId(userName), role })
            }
        },
        foreignHosts: () => [...foreign],
        errors: () => errors,
        async reset() {
            foreign = new Set()
            errors = []
            await browser.reset()
            await instance.reset()
        },
        async close() {
            await Promise.all([browser.close(), instance.close()])
        },
    }
}

/** What axe finds of impact serious or critical, each with where it is. */
export async function seriousFindings(page: Page): Promise<string[]> {
    await page.evaluate(axeSource)
    return page.evaluate(async () => {
        const { axe } = window as unknown as {
            axe: {
                run(): Promise<{
                    violations: { id: string; impact: string; nodes: { target: string[] }[] }[]
                }>
            }
        }
        const { violations } = await axe.run()
        return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    })
}

/** How many pixels a page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
    return page.evaluate(() => {
        // In quirks mode it is the body that scrolls.
        const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {}
        return scrollWidth - clientWidth
    })
}
