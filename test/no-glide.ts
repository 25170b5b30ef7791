/**
 * Stands where `@servicenow/glide` is imported in unit tests of pure modules: the package holds types only, its
 * classes exist on an instance alone. Whoever really calls one of them here fails.
 */
export {}
