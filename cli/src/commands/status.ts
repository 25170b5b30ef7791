import { readStatus } from '../../../setup/status/read-status'
import type { Io } from '../io'
import type { CommonOptions } from '../options'
import { statusText } from '../render/status'
import { runCommand } from '../run-command'

/** `openfin-servicenow status`: tokens by outcome, what needs people, the next ends. */
export function statusCommand(io: Io, options: CommonOptions) {
    return runCommand(io, options, {
        async run({ instanceUrl, client, json }) {
            io.note(`Reading ${instanceUrl}`)
            const status = await readStatus({ ...client, instanceUrl })
            if (!json) io.print(statusText(io, status))
            return { exitStatus: 0, document: { ok: true, ...status } }
        },
    })
}
