import { AuthTokenExpiredError, connect, type ServiceNowConnection } from 'openfin-servicenow-client'
import { loadConfig, type Config } from './config'
import { createCreate } from './create'
import { createDesk } from './desk'
import { createDetail } from './detail'
import { byId, say } from './dom'
import { notify, wordFailure } from './messages'

const connectButton = byId('connect', HTMLButtonElement)
const reconnectButton = byId('reconnect', HTMLButtonElement)
const problem = byId('connect-problem', HTMLParagraphElement)
const banner = byId('banner', HTMLDivElement)

let config: Config
let current: ServiceNowConnection | undefined

const parts = {
    connection(): ServiceNowConnection {
        if (!current) throw new AuthTokenExpiredError()
        return current
    },
    /** The banner reports the end of the session, once; every other failure is shown where it happened. */
    explain(error: unknown): string | undefined {
        if (!(error instanceof AuthTokenExpiredError)) return wordFailure(error)
        showExpired()
        return undefined
    },
}
const detail = createDetail({ ...parts, onChange: () => void desk.reload() })
const desk = createDesk({ ...parts, onOpen: detail })
createCreate({ ...parts, onCreated: () => void desk.reset() })

async function signIn(button: HTMLButtonElement): Promise<boolean> {
    say(problem, '')
    button.disabled = true
    const label = button.textContent
    button.textContent = 'Waiting for the sign-in…'
    try {
        current = await connect({
            ...config,
            callbackUrl: 'callback.html',
            workerUrl: 'worker.js',
            // One sign-in for all tabs of this page.
            share: 'origin',
            onSessionExpired: showExpired,
        })
        return true
    } catch (error) {
        if (banner.hidden) say(problem, wordFailure(error))
        else notify(wordFailure(error))
        return false
    } finally {
        button.disabled = false
        button.textContent = label
    }
}

function showExpired(): void {
    current = undefined
    banner.hidden = false
    document.body.classList.add('stale')
}

function showDesk(isConnected: boolean): void {
    const user = (current?.currentUser ?? {}) as Partial<Record<'name' | 'user_name' | 'email', string>>
    const name = user.name || user.user_name || ''
    byId('user-name', HTMLElement).textContent = name
    byId('user-email', HTMLSpanElement).textContent = user.email || user.user_name || ''
    byId('avatar', HTMLSpanElement).textContent = name
        .split(/\s+/)
        .map((part) => part.charAt(0))
        .slice(0, 2)
        .join('')
        .toUpperCase()
    byId('who', HTMLDivElement).hidden = !isConnected
    byId('welcome', HTMLElement).hidden = isConnected
    byId('desk', HTMLElement).hidden = !isConnected
    banner.hidden = true
    document.body.classList.remove('stale')
    document.body.classList.toggle('connected', isConnected)
}

connectButton.addEventListener('click', async () => {
    if (!(await signIn(connectButton))) return
    showDesk(true)
    byId('desk-title', HTMLHeadingElement).focus()
    await desk.reset()
})

reconnectButton.addEventListener('click', async () => {
    if (!(await signIn(reconnectButton))) return
    showDesk(true)
    byId('desk-title', HTMLHeadingElement).focus()
    await desk.reload()
})

byId('disconnect', HTMLButtonElement).addEventListener('click', async () => {
    const leaving = current
    current = undefined
    showDesk(false)
    connectButton.focus()
    await leaving?.disconnect().catch((error: unknown) => say(problem, wordFailure(error)))
})

async function start(): Promise<void> {
    try {
        config = await loadConfig()
        const { host, protocol } = new URL(config.instanceUrl)
        byId('host', HTMLElement).textContent = host
        byId('hint', HTMLParagraphElement).hidden = protocol !== 'http:'
        connectButton.disabled = false
    } catch {
        say(problem, 'This page is not configured: config.json does not name an instance.')
    }
}

void start()
