/** A reference as the Table API writes it with `sysparm_display_value=false`. */
export interface Reference {
    /** URL of the referenced record. */
    link: string
    /** Its `sys_id`. */
    value: string
}

/** A reference as the Table API writes it with `sysparm_display_value=true`. */
export interface DisplayReference {
    /** URL of the referenced record. */
    link: string
    /** Display value of that record. */
    display_value: string
}

/**
 * A value as the Table API writes it with `sysparm_display_value=all`; a reference with `true` has no
 * `value`.
 */
export interface DisplayValue {
    /** Display value; null or empty if there is none. */
    display_value: string | null
    /** URL of the referenced record, for a reference. */
    link?: string
    /** Database value. */
    value?: string
}

/**
 * Value of a column. The Table API writes strings, or objects with `sysparm_display_value=all`, and accepts
 * numbers and booleans as well. Because the request determines the type, this one is `unknown`: narrow it by
 * a check or an assertion, or use `TableRow` for the types of a request.
 */
export type Column = unknown

/**
 * Value of a reference column: its `sys_id`, its display value with `sysparm_exclude_reference_link=true`, or
 * an object with the record's URL.
 */
export type ReferenceColumn = string | Reference | DisplayReference

/**
 * A record as the Table API writes it for a given `sysparm_display_value`. With `false` (the default) and
 * `true`: strings, except references, which are objects or empty strings. With `all`: objects. With
 * `sysparm_exclude_reference_link=true`, references are strings for `false` and `true`: pass `string` as
 * `Link`.
 *
 * @typeParam Entity one of `ServiceNowEntities`, or an interface that extends one
 * @typeParam Display value of `sysparm_display_value`
 * @typeParam Link type of references, if the request changes it
 */
export type TableRow<Entity, Display extends boolean | 'all' = false, Link = ReferenceOf<Display>> = {
    [Name in keyof Entity]-?: IsReference<Entity[Name]> extends true ? Link : ValueOf<Display>
}

/** Type of a column for a value of `sysparm_display_value`. */
export type ValueOf<Display extends boolean | 'all'> = Display extends 'all'
    ? Required<Omit<DisplayValue, 'link'>>
    : string

/** Type of a reference for a value of `sysparm_display_value`. */
export type ReferenceOf<Display extends boolean | 'all'> = Display extends 'all'
    ? DisplayValue & { value: string }
    : '' | (Display extends true ? DisplayReference : Reference)

/** Whether a column is declared as a reference. */
export type IsReference<Declared> = [Extract<Declared, Reference>] extends [never] ? false : true
