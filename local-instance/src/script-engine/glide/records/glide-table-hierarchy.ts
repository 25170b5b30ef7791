import type { ScopeHost } from '../scope-bridge'
import { toText } from '../values'

/**
 * `GlideTableHierarchy` of a scope (c_GlideTableHierarchyScopedAPI); an unknown table has no parents or
 * children.
 */
export function glideTableHierarchy(host: ScopeHost): new (tableName: unknown) => object {
    return class GlideTableHierarchy {
        readonly #name: string
        readonly #lineage: string[]
        readonly #extensions: string[]

        constructor(tableName: unknown) {
            this.#name = toText(tableName)
            const table = host.table(this.#name)
            this.#lineage = table?.lineage ?? [this.#name]
            this.#extensions = table?.extensions ?? []
        }

        getName(): string {
            return this.#name
        }

        /** The table that it extends; null if it extends none. */
        getBase(): string | null {
            return this.#lineage[1] ?? null
        }

        getRoot(): string {
            return this.#lineage[this.#lineage.length - 1] as string
        }

        /** The table itself, then those that it extends. */
        getTables(): string[] {
            return [...this.#lineage]
        }

        getHierarchy(): string[] {
            return [...this.#lineage]
        }

        /** The tables that extend it, directly or indirectly. */
        getTableExtensions(): string[] {
            return [...this.#extensions]
        }

        getAllExtensions(): string[] {
            return [this.#name, ...this.#extensions]
        }

        hasExtensions(): boolean {
            return this.#extensions.length > 0
        }

        isBaseClass(): boolean {
            return this.#lineage.length === 1 && this.#extensions.length > 0
        }

        isSoloClass(): boolean {
            return this.#lineage.length === 1 && this.#extensions.length === 0
        }
    }
}
