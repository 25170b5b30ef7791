import { createHash, randomBytes } from 'node:crypto'

/** Fixed sys_ids that are the same on every instance, by table and name. */
const WELL_KNOWN: Record<string, string> = {
    'sys_user_role:admin': '2831a114c611228501d4ea6c309d626d',
    'sys_user_role:itil': '282bf1fac6112285017366cb5f867469',
}

/** Random bytes are generated for many sys_ids at once, which is ten times as fast. */
let pool = Buffer.alloc(0)

/** A new sys_id: 32 random hexadecimal characters. */
export function newSysId(): string {
    if (pool.length === 0) pool = randomBytes(4096)
    const bytes = pool.subarray(0, 16)
    pool = pool.subarray(16)
    return bytes.toString('hex')
}

/**
 * The sys_id of a record that every instance has, such as a base role or a dictionary entry: the platform's
 * own if known, otherwise one derived from the name, so it is stable across starts.
 */
export function recordId(table: string, name: string): string {
    const key = `${table}:${name}`
    return WELL_KNOWN[key] ?? createHash('md5').update(key).digest('hex')
}
