import { keys } from './captured'

const { stringify } = JSON
const { isArray } = Array

/**
 * JSON text of plain data, like `JSON.stringify`, but without calling `toJSON`: a script could define one on
 * `Object.prototype` to alter what the runtime sends to the host.
 */
export function toJson(value: unknown): string {
    if (typeof value !== 'object' || value === null) {
        const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        return isPlain ? stringify(value) : 'null'
    }
    let text = ''
    if (isArray(value)) {
        for (let index = 0; index < value.length; index++)
            text += (index > 0 ? ',' : '') + toJson(value[index])
        return `[${text}]`
    }
    const names = keys(value)
    for (let index = 0; index < names.length; index++) {
        const name = names[index] as string
        const member = (value as Record<string, unknown>)[name]
        if (member === undefined) continue
        text += `${text && ','}${stringify(name)}:${toJson(member)}`
    }
    return `{${text}}`
}
