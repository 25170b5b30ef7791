import { randomBytes } from 'node:crypto'
import { createApp } from './app'
import { createSqliteStore } from './sqlite-store'

/** Client id of the registration "OpenFin", which is the same on every instance. */
const OPENFIN_CLIENT_ID = '6f0382bf392a91207729d1e3ce67d7b1'

const {
    INSTANCE_URL = 'http://127.0.0.1:8181',
    CLIENT_ID = OPENFIN_CLIENT_ID,
    CLIENT_SECRET,
    PORT = '8183',
    ORIGIN = `http://127.0.0.1:${PORT}`,
    STORE = ':memory:',
    STORE_KEY,
} = process.env

async function main(): Promise<void> {
    const key = STORE_KEY ? Buffer.from(STORE_KEY, 'base64') : randomBytes(32)
    if (key.length !== 32)
        throw new Error('STORE_KEY must be 32 bytes in base64, such as of: openssl rand -base64 32')
    const store = createSqliteStore({ file: STORE, key })
    const app = await createApp({
        instanceUrl: INSTANCE_URL,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET || undefined,
        origin: ORIGIN,
        store,
    })
    await app.listen({ host: '127.0.0.1', port: Number(PORT) })
    console.log(`Incidents of ${INSTANCE_URL} at ${ORIGIN}`)
    const end = () => void app.close().then(() => store.close())
    process.once('SIGINT', end).once('SIGTERM', end)
}

main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
})
