/** A page that `now-sdk build` has bundled (scripts/prebuild.mjs). */
declare module '*.html' {
    const html: string
    export default html
}
