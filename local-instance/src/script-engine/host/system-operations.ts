import { randomBytes } from 'node:crypto'
import { toGlideDateTime } from '../../core/clock'
import { createMessages, languageOf } from '../../core/messages'
import type { LogEntry } from '../../core/script-host'
import type { BridgeOperations } from '../bridge/bridge'
import type { BridgeContext } from './bridge-context'
import { BridgeError } from './bridge-error'
import { optionalCount, optionalText, textOf, type Input } from './inputs'
import { newSysId } from '../../core/store/record-id'

/** Maximum number of random bytes per call. */
const MAX_RANDOM_BYTES = 65_536
const LEVELS = new Set(['debug', 'info', 'warn', 'error'])

/** Operations for GlideSystem: properties, messages, time, log, events. */
export function createSystemOperations(
    context: BridgeContext
): Pick<
    BridgeOperations,
    'property' | 'setProperty' | 'language' | 'message' | 'now' | 'log' | 'event' | 'guid' | 'random'
> {
    const { store, clock, job, scope, access, platform } = context
    const propertyRow = (name: string) =>
        platform(() => store.query('sys_properties', { query: 'name=' + plain(name), limit: 1 }))[0]
    const language = () => job.language ?? platform(() => languageOf(store, job.user.userId))
    // Loads all messages of the scope at first use, since a key may contain characters that are invalid in a
    // query.
    let messages: ((key: string) => string) | undefined

    return {
        language,
        message(input) {
            const hasMessages = store.dictionary.table('sys_ui_message') !== undefined
            messages ??= hasMessages ? platform(() => createMessages(store, scope, language())) : (key) => key
            return messages(textOf(input, 'key'))
        },
        property(input) {
            const name = textOf(input, 'name')
            return context.isHiddenProperty(name, scope) ? null : (store.property(name) ?? null)
        },
        setProperty(input) {
            const [name, value] = [textOf(input, 'name'), textOf(input, 'value')]
            const row = propertyRow(name)
            // DOCS c_GlideSystemScopedAPI: set "if the property is within the script's scope".
            if (scope !== 'global' && (!row || access.scopeName(row['sys_scope']) !== scope)) {
                throw new BridgeError('cross_scope', `Property '${name}' is not within the scope '${scope}'`)
            }
            const writer = { userName: job.user.userName, reason: 'script' } as const
            if (row) store.update('sys_properties', row['sys_id'] ?? '', { value }, writer)
            else store.insert('sys_properties', { name, value }, writer)
        },
        now: () => clock.now(),
        log(input) {
            const level = textOf(input as Input, 'level')
            if (!LEVELS.has(level)) throw new BridgeError('bad_request', 'Unknown log level')
            context.write(level as LogEntry['level'], textOf(input as Input, 'message'))
        },
        event(input) {
            store.insert(
                'sysevent',
                {
                    name: textOf(input as Input, 'name'),
                    table: optionalText(input as Input, 'table') ?? null,
                    instance: optionalText(input as Input, 'sysId') ?? null,
                    parm1: textOf(input as Input, 'parm1'),
                    parm2: textOf(input as Input, 'parm2'),
                    queue: optionalText(input as Input, 'queue') ?? null,
                    state: 'ready',
                    process_on: optionalText(input as Input, 'processOn') ?? toGlideDateTime(clock.now()),
                },
                { userName: job.user.userName, reason: 'script' }
            )
        },
        guid: () => newSysId(),
        random(input) {
            const bytes = optionalCount(input, 'bytes') ?? 0
            if (bytes > MAX_RANDOM_BYTES)
                throw new BridgeError('bad_request', 'Too many random bytes requested')
            return randomBytes(bytes).toString('hex')
        },
    }
}

/** @throws BridgeError `bad_request` if the name could end a query condition. */
function plain(name: string): string {
    if (/[\^\n]/.test(name)) throw new BridgeError('bad_request', 'Invalid property name')
    return name
}
