// @ts-check
/** Builds the client's entries into client/dist, and fails if one exceeds its size budget. */
import { buildClient } from './lib/build-client.mjs'
import { buildTypes } from './lib/build-types.mjs'

for (const line of await buildClient()) console.log(line)
await buildTypes()
