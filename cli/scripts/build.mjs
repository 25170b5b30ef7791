// @ts-check
/** Bundles the command into cli/dist. */
import { buildCli } from './lib/build-cli.mjs'

await buildCli()
