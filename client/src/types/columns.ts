/** A reference as the Table API writes it with `sysparm_display_value=false`. */
export interface Reference {
    /** Address of the record that is referred to. */
    link: string
    /** Its `sys_id`. */
    value: string
}

/** A reference as the Table API writes it with `sysparm_display_value=true`. */
export interface DisplayReference {
    /** Address of the record that is referred to. */
    link: string
    /** Display value of that record. */
    display_value: string
}

/** A value as the Table API writes it with `sysparm_display_value=all`; of a reference with `true`, less `value`. */
export interface DisplayValue {
    /** What a person sees; null or empty where there is none. */
    display_value: string | null
    /** Address of the record that is referred to, for a reference. */
    link?: string
    /** What the database holds. */
    value?: string
}

/**
 * Value of a column. The Table API writes strings, or display values where `sysparm_display_value=all` asks for them,
 * and takes numbers and booleans as well. What a request asks for decides, so this type takes any value; out of it comes
 * one by an assertion or a check. `TableRow` types a record for what a request asks for.
 */
export type Column = unknown

/**
 * Value of a column that refers to a record: its `sys_id`, its display value with
 * `sysparm_exclude_reference_link=true`, or an object with its address.
 */
export type ReferenceColumn = string | Reference | DisplayReference

/**
 * A record as the Table API writes it for a given `sysparm_display_value`: strings for `false` (the default) and `true`
 * but for references, which are objects or empty; objects throughout for `all`. With
 * `sysparm_exclude_reference_link=true` references too are strings for `false` and `true`: pass `string` as `Link`.
 *
 * @typeParam Entity one of `ServiceNowEntities`, or an interface that extends one
 * @typeParam Display value of `sysparm_display_value`
 * @typeParam Link what references are, where the request asks for something else than the default
 */
export type TableRow<Entity, Display extends boolean | 'all' = false, Link = ReferenceOf<Display>> = {
    [Name in keyof Entity]-?: IsReference<Entity[Name]> extends true ? Link : ValueOf<Display>
}

/** What a column is for a value of `sysparm_display_value`. */
export type ValueOf<Display extends boolean | 'all'> = Display extends 'all'
    ? Required<Omit<DisplayValue, 'link'>>
    : string

/** What a reference is for a value of `sysparm_display_value`. */
export type ReferenceOf<Display extends boolean | 'all'> = Display extends 'all'
    ? DisplayValue & { value: string }
    : '' | (Display extends true ? DisplayReference : Reference)

/** Whether a column is declared as a reference. */
export type IsReference<Declared> = [Extract<Declared, Reference>] extends [never] ? false : true
