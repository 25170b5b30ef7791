import type { Schema } from '../../core/plugin'
import { seedOpenerPolicy } from './opener-policy'

/** No tables of its own, only a switch. */
export const schema: Schema = { tables: [], seed: seedOpenerPolicy }
