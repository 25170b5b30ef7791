// @ts-check
import pc from 'picocolors'

/** @param {string} address */
const link = (address) => pc.cyan(pc.bold(address))

/**
 * Prints the addresses of a started instance, and as whom to sign in.
 * @param {{
 *     instanceUrl: string,
 *     clientId: string,
 *     page: { origin: string, callbackUrl: string },
 *     origins: string[],
 *     isSetUp: boolean
 * }} started
 */
export function printWhereToGo({ instanceUrl, clientId, page, origins, isSetUp }) {
    if (!isSetUp) {
        console.log(`\n${pc.bold('Nobody has set up this instance yet.')} In the setup page, enter`)
        console.log(`  App origins     ${page.origin}`)
        console.log(`  Callback pages  ${page.callbackUrl}`)
        console.log(
            'then review the changes, apply them, and connect with the example page. Or in one command:'
        )
        console.log(
            `  npx openfin-servicenow setup --instance ${instanceUrl} --origin ${page.origin} --callback ${page.callbackUrl}`
        )
    }
    console.log(`\nExample page ${link(page.origin)}`)
    console.log('  connect as  beth.anglin (may edit incidents) or abel.tuter (read-only), password = name')
    console.log(`\nSetup page   ${link(`${instanceUrl}/x_opfi_openfin_setup.do`)}`)
    console.log(`Health page  ${link(`${instanceUrl}/x_opfi_openfin_health.do`)}`)
    console.log(`Start page   ${link(instanceUrl)}`)
    console.log('  sign in as  admin, password admin')
    console.log('\nInstance')
    console.log(`  client id  ${clientId}`)
    if (isSetUp) console.log(`  origins    ${origins.join(', ')}`)
    console.log('  users      admin/admin  beth.anglin/beth.anglin  abel.tuter/abel.tuter')
    console.log('  stop with Ctrl+C')
}
