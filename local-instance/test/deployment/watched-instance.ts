import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { startInstance, type DeploymentInstance } from './instance'

/** Tables that a rejected upload may change: log, tracker, rollback context, clock, sessions. */
const MAY_CHANGE =
    /^(local_clock|syslog|sys_rollback_context|sys_execution_tracker|sys_user_(session|basic_auth_exception)|.*sqlite_.*)$/

/** An instance whose tables and files can be inspected. */
export interface WatchedInstance extends DeploymentInstance {
    /**
     * Everything that an upload could write: the contents of all tables, and the names of files in the
     * folders.
     */
    everything(): Record<string, string>
    /** Uploads a package that must be rejected without a write; returns the tracker's message. */
    refused(archive: Buffer): Promise<string>
}

/** Starts it with its own data folder. */
export async function startWatched(): Promise<WatchedInstance> {
    const folder = mkdtempSync(join(tmpdir(), 'hostile-packages-'))
    const instance = await startInstance({ data: folder })
    const everything = (): Record<string, string> => {
        const database = new Libsql(join(folder, 'instance.db'), { readonly: true })
        try {
            const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
                name: string
            }[]
            const found: Record<string, string> = {}
            for (const { name } of tables) {
                if (MAY_CHANGE.test(name)) continue
                const rows = database.prepare(`SELECT * FROM "${name}"`).raw().all()
                const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
                found[name] = `${rows.length} ${hash}`
            }
            const around = [folder, process.cwd()].flatMap((place) => readdirSync(place))
            return { ...found, files: around.sort().join() }
        } finally {
            database.close()
        }
    }
    return {
        ...instance,
        everything,
        async refused(archive) {
            const before = everything()
            const answer = await instance.deploy(archive)
            expect(answer).toMatchObject({ status: 400, progress: '3' })
            expect(everything()).toEqual(before)
            return answer.message
        },
        async close() {
            await instance.close()
            rmSync(folder, { recursive: true, force: true })
        },
    }
}
