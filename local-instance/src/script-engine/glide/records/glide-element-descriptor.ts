import type { ReachedColumn } from './field-path'

/** Types without a stored value in the table. */
const VIRTUAL = new Set(['journal_input', 'journal_list'])

/** Dictionary information about a field (c_GlideElementDescriptorScopedAPI). */
export class GlideElementDescriptor {
    readonly #reached: ReachedColumn

    /** @internal Created by GlideElement.getED(). */
    constructor(reached: ReachedColumn) {
        this.#reached = reached
    }

    getInternalType(): string {
        return this.#reached.column.type
    }

    getLabel(): string {
        return this.#reached.column.label ?? this.#reached.column.name
    }

    getLength(): number {
        return this.#reached.column.maxLength ?? 40
    }

    getName(): string {
        return this.#reached.column.name
    }

    isAutoOrSysID(): boolean {
        return this.#reached.column.name.startsWith('sys_')
    }

    isChoiceTable(): boolean {
        return this.#reached.column.choices !== undefined
    }

    isMandatory(): boolean {
        return this.#reached.column.mandatory === true
    }

    isVirtual(): boolean {
        return VIRTUAL.has(this.#reached.column.type)
    }
}
