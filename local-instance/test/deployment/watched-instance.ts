import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { startInstance, type DeploymentInstance } from './instance'

/** What a refused upload leaves: the log, the tracker that says why, the context that the answer names, the time, who signed in. */
const TOLD =
    /^(local_clock|syslog|sys_rollback_context|sys_execution_tracker|sys_user_(session|basic_auth_exception)|.*sqlite_.*)$/

/** An instance whose every table and file can be looked at. */
export interface WatchedInstance extends DeploymentInstance {
    /** Everything that an upload could write: each table's content, and the names of files around. */
    everything(): Record<string, string>
    /** Uploads what must be refused with nothing written; answers what the tracker says. */
    refused(archive: Buffer): Promise<string>
}

/** Starts it with a data folder of its own. */
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
                if (TOLD.test(name)) continue
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
