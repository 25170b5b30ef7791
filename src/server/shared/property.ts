import { gs } from '@servicenow/glide'
import { bestEffort } from './best-effort'

/** A property's text; the default where there is no such property or it may not be read. No statement. */
export function textProperty(name: string, byDefault: string): string {
    return String(bestEffort(() => gs.getProperty(name, byDefault)) ?? byDefault)
}
