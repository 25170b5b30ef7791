import { checkCallbackUrls, checkOrigins } from '../../../setup/addresses'
import { runDoctor } from '../../../setup/doctor/run-doctor'
import type { Io } from '../io'
import type { CommonOptions } from '../options'
import { diagnosisText } from '../render/diagnosis'
import { runCommand } from '../run-command'

/** Options of `doctor`, as given. */
export interface DoctorCommandOptions extends CommonOptions {
    origin?: string[]
    callback?: string[]
}

/** `openfin-servicenow doctor`: says what is wrong on an instance, and writes nothing. */
export function doctorCommand(io: Io, { origin = [], callback = [], ...options }: DoctorCommandOptions) {
    return runCommand(io, options, {
        check() {
            if (origin.length > 0) checkOrigins(origin)
            checkCallbackUrls(callback)
        },
        async run({ instanceUrl, client, json }) {
            io.note(`Examining ${instanceUrl}`)
            const diagnosis = await runDoctor({
                ...client,
                instanceUrl,
                origins: origin,
                callbackUrls: callback,
            })
            if (!json) io.print(diagnosisText(io, diagnosis))
            return { exitStatus: diagnosis.ok ? 0 : 1, document: diagnosis }
        },
    })
}
