import { gs } from '@servicenow/glide'
import { bestEffort } from './best-effort'

/** Reads a property; the default if it does not exist or cannot be read. No statement. */
export function textProperty(name: string, byDefault: string): string {
    return String(bestEffort(() => gs.getProperty(name, byDefault)) ?? byDefault)
}
