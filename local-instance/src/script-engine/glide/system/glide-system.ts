import { decodeBase64, encodeBase64 } from './base64'
import { DATE, DATE_TIME, TIME } from '../time/date-format'
import { GlideDateTime } from '../time/glide-date-time'
import { GlideRecord } from '../records/glide-record'
import { GlideSession } from './glide-session'
import { GlideStringUtil } from './glide-string-util'
import { glideSystemDates } from '../time/glide-system-dates'
import { GlideUser } from './glide-user'
import type { ScopeHost } from '../scope-bridge'
import { formatMessage } from './message-format'
import { decodeUtf8, encodeUtf8 } from './utf8'
import { toStored, toText } from '../values'

/** Methods of `gs` in the global scope only; scoped scripts lack them. */
function globalOnly(host: ScopeHost) {
    const log = (level: 'info' | 'warn' | 'error') => (message: unknown) => {
        host.call('log', { level, message: String(message) })
    }
    return { log: log('info'), logError: log('error'), logWarning: log('warn'), print: log('info') }
}

/** `gs` for a scope; `callerScope` is the scope that called into this one, if any. */
export function glideSystem(host: ScopeHost, callerScope: string | null) {
    const { transaction } = host
    const user = new GlideUser(host)
    const session = new GlideSession(host)
    const log =
        (level: 'debug' | 'info' | 'warn' | 'error') =>
        (message: unknown, ...values: unknown[]): void => {
            host.call('log', { level, message: formatMessage(message, values) })
        }
    const message = (id: unknown, ...args: unknown[]): string =>
        formatMessage(host.call('message', { key: toText(id) }), args)
    const queue = (
        name: unknown,
        instance: unknown,
        rest: { parm1: string; parm2: string } & EventOptions
    ): void => {
        const record = instance instanceof GlideRecord ? instance : undefined
        const sysId = record ? record.getUniqueValue() : toStored(instance)
        host.call('event', {
            name: toText(name),
            ...(record ? { table: record.getTableName() } : {}),
            ...(sysId === null ? {} : { sysId }),
            ...rest,
        })
    }
    return {
        ...glideSystemDates,
        ...(host.scope === 'global' ? globalOnly(host) : {}),
        debug: log('debug'),
        info: log('info'),
        warn: log('warn'),
        error: log('error'),
        addErrorMessage(message: unknown): void {
            host.messages.add('error', toText(message))
        },
        addInfoMessage(message: unknown): void {
            host.messages.add('info', toText(message))
        },
        /** Messages of this transaction; there is no page to show them. */
        getErrorMessages: (): string[] => host.messages.of('error'),
        base64Encode: (source: unknown): string => encodeBase64(encodeUtf8(toText(source))),
        base64Decode: (source: unknown): string => decodeUtf8(decodeBase64(toText(source))),
        urlEncode: (url: unknown): string => encodeURIComponent(toText(url)),
        urlDecode: (url: unknown): string => decodeURIComponent(toText(url).replace(/\+/g, ' ')),
        eventQueue(
            name: unknown,
            instance: unknown,
            parm1?: unknown,
            parm2?: unknown,
            queueName?: unknown
        ): void {
            const named = toStored(queueName)
            queue(name, instance, {
                parm1: toText(parm1),
                parm2: toText(parm2),
                ...(named === null ? {} : { queue: named }),
            })
        },
        /** `expiration`: GlideDateTime or UTC text; default at once. */
        eventQueueScheduled(
            name: unknown,
            instance: unknown,
            parm1?: unknown,
            parm2?: unknown,
            expiration?: unknown
        ): void {
            const display = instance instanceof GlideRecord ? instance.getDisplayValue() : null
            const at = toStored(expiration)
            queue(name, instance, {
                parm1: toText(parm1 ?? display),
                parm2: toText(parm2),
                ...(at === null ? {} : { processOn: new GlideDateTime(at).getValue() }),
            })
        },
        /** 32 hexadecimal characters. */
        generateGUID: (): string => host.call('guid', {}),
        getCallerScopeName: (): string | null => callerScope,
        getCurrentScopeName: (): string => host.scope,
        getDateFormat: (): string => DATE,
        getDateTimeFormat: (): string => DATE_TIME,
        getTimeFormat: (): string => TIME,
        getTimeZoneName: (): string => session.getTimeZoneName(),
        /**
         * The message in the session language, with its values inserted; the text itself if there is no such
         * message.
         */
        getMessage: message,
        getEscapedMessage: (id: unknown, ...args: unknown[]): string =>
            GlideStringUtil.escapeHTML(message(id, ...args)),
        /** The alternative if there is no such property; null by default. */
        getProperty(key: unknown, alt?: unknown): unknown {
            return host.call('property', { name: toText(key) }) ?? alt ?? null
        },
        /** Only properties of the script's own scope. */
        setProperty(key: unknown, value: unknown): void {
            host.call('setProperty', { name: toText(key), value: toText(value) })
        },
        getSession: (): GlideSession => session,
        getSessionID: (): string => transaction.sessionId,
        getUrlOnStack: (): string | null => session.getUrlOnStack(),
        getUser: (): GlideUser => user,
        getUserDisplayName: (): string => user.getDisplayName(),
        getUserID: (): string => transaction.userId,
        getUserName: (): string => transaction.userName,
        hasRole: (role: unknown): boolean => user.hasRole(role),
        isInteractive: (): boolean => session.isInteractive(),
        isLoggedIn: (): boolean => session.isLoggedIn(),
        isMobile: (): boolean => false,
        /** True for null, undefined, the empty text and an empty field. */
        nil: (o: unknown): boolean => o === null || o === undefined || toText(o) === '',
        tableExists: (name: unknown): boolean => host.table(toText(name)) !== null,
    }
}

interface EventOptions {
    queue?: string
    processOn?: string
}
