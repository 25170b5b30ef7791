// Captured before any script ran, since scripts may replace the global.
const FieldProxy = Proxy

/** Read and write access to an object's fields, apart from its methods. */
export interface Fields {
    names(): string[]
    get(name: string): unknown
    set(name: string, value: unknown): void
}

/**
 * An object whose fields can be used as properties, as `gr.short_description`. Methods take precedence over
 * fields of the same name, as on the platform (c_GlideRecordScopedAPI query(): "This method fails if there is
 * a field in the table called query"). Properties that are neither do not exist.
 *
 * The constructor returns a proxy, so private fields of subclasses are stored on the proxy itself.
 */
export class FieldHolder {
    constructor(fields: Fields) {
        return new FieldProxy(this, {
            get(target, name) {
                if (typeof name === 'symbol' || name in target) return target[name as keyof FieldHolder]
                return fields.get(name)
            },
            set(target, name, value) {
                if (typeof name === 'symbol' || name in target) return false
                fields.set(name, value)
                return true
            },
            has(target, name) {
                return name in target || (typeof name === 'string' && fields.names().includes(name))
            },
            ownKeys() {
                return fields.names()
            },
            getOwnPropertyDescriptor(_target, name) {
                if (typeof name === 'symbol' || !fields.names().includes(name)) return undefined
                return { configurable: true, enumerable: true, value: fields.get(name), writable: true }
            },
            defineProperty: () => false,
            deleteProperty: () => false,
            setPrototypeOf: () => false,
            preventExtensions: () => false,
        })
    }
}
