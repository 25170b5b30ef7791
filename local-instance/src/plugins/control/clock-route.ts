import type { Host } from '../../core/plugin'
import { readInput } from './input'
import type { ControlRoute } from './control-route'
import { ControlRefusal } from './refusal'

/** Times that `yyyy-MM-dd HH:mm:ss` can represent, in ms since 1970. */
const FIRST = Date.UTC(1970, 0, 1)
const LAST = Date.UTC(9999, 11, 31)
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** `POST /local/clock` `{"advance_s": 3600}` or `{"now": "2026-11-22T00:00:00Z"}`; returns `{"now"}`. */
export function clockRoute({ clock }: Host): ControlRoute {
    return {
        method: 'POST',
        path: '/clock',
        run({ request }) {
            const { advance_s, now } = readInput(request, ['advance_s', 'now'])
            if ((advance_s === undefined) === (now === undefined)) {
                throw new ControlRefusal(400, 'Specify exactly one of advance_s and now')
            }
            const target = now === undefined ? clock.now() + seconds(advance_s) * 1000 : time(now)
            if (!(target >= FIRST && target <= LAST)) {
                throw new ControlRefusal(400, 'The clock must stay between the years 1970 and 9999')
            }
            clock.set(target)
            return { now: new Date(clock.now()).toISOString() }
        },
    }
}

function seconds(value: unknown): number {
    if (typeof value !== 'number' || !Number.isFinite(value))
        throw new ControlRefusal(400, 'advance_s must be a number')
    return value
}

function time(value: unknown): number {
    const ms = typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : NaN
    if (Number.isNaN(ms)) throw new ControlRefusal(400, 'now must be a time such as 2026-11-22T00:00:00Z')
    return ms
}
