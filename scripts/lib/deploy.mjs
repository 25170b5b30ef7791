// @ts-check
import { runCommand } from './run-command.mjs'

/**
 * Deploys dist/app with the unmodified `now-sdk install` in its non-interactive mode.
 * @param {{ instanceUrl: string, userName: string, password: string }} options
 */
export function deploy({ instanceUrl, userName, password }) {
    return runCommand('now-sdk', ['install'], {
        env: {
            SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
            SN_SDK_AUTH_TYPE: 'basic',
            SN_SDK_INSTANCE_URL: instanceUrl,
            SN_SDK_USER: userName,
            SN_SDK_USER_PWD: password,
        },
    })
}
