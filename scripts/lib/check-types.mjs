// @ts-check
import { runCommand } from './run-command.mjs'

/** Projects that write no declarations. */
const OTHERS = ['examples/basic/page', 'src', 'src/ui', 'cli', 'test', 'scripts']

/** By its path, since TypeScript 5.9 has a command of the same name. */
const TSC = 'node_modules/typescript-7/bin/tsc'

/**
 * Checks types and writes declarations of the projects that `tsconfig.json` refers to.
 * @throws Error with the findings
 */
export async function checkReferenced() {
    await runCommand('node', [TSC, '--build'])
}

/**
 * Checks the types of all other projects.
 * @throws Error with the findings
 */
export async function checkOthers() {
    for (const project of OTHERS) await runCommand('node', [TSC, '--project', project])
}
