/**
 * Replaces `@servicenow/glide` in unit tests of pure modules: the package contains types only, and its
 * classes exist only on an instance. A test that calls one of them fails.
 */
export {}
