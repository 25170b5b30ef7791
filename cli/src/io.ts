import { Buffer } from 'node:buffer'
import pc from 'picocolors'

/** Streams, environment and signals of a run. */
export interface Io {
    env: Readonly<Record<string, string | undefined>>
    /** Whether questions can be asked: standard input and standard error are a terminal. */
    isTerminal: boolean
    /** Aborted by Ctrl+C. */
    signal: AbortSignal
    /** Result on standard output. */
    print(text: string): void
    /** Progress and remarks on standard error. */
    note(text: string): void
    /** Colours of standard output, where it is a terminal and `NO_COLOR` is not set. */
    colors: ReturnType<typeof pc.createColors>
    /** Colours of standard error. */
    noteColors: ReturnType<typeof pc.createColors>
    /** Keeps a secret out of all output from now on. */
    hide(secret: string): void
}

/** Shorter ones occur in ordinary words, such as the password `admin` of a local instance in the name of a role. */
const SHORTEST_HIDDEN = 8

/** The streams and the environment of this process. */
export function processIo(signal: AbortSignal): Io {
    const secrets = new Set<string>()
    const masked = (text: string) => {
        let clean = text
        for (const secret of secrets) clean = clean.replaceAll(secret, '***')
        return clean
    }
    const wantsColor = (stream: NodeJS.WriteStream) =>
        stream.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
    return {
        env: process.env,
        isTerminal: Boolean(process.stdin.isTTY && process.stderr.isTTY),
        signal,
        print: (text) => void process.stdout.write(`${masked(text)}\n`),
        note: (text) => void process.stderr.write(`${masked(text)}\n`),
        colors: pc.createColors(wantsColor(process.stdout)),
        noteColors: pc.createColors(wantsColor(process.stderr)),
        hide(secret) {
            if (secret.length < SHORTEST_HIDDEN) return
            // As it is, in JSON, in a URL and in Base64.
            const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]
            for (const form of [...forms, Buffer.from(secret).toString('base64')]) secrets.add(form)
        },
    }
}

/** Text of the instance for a terminal: without control characters, which could hide or fake output. */
export function plain(text: string): string {
    // eslint-disable-next-line no-control-regex
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ')
}
