/** Alias of ./shared/translate, by whose imports the build collects the messages of a page (scripts/prebuild.mjs). */
declare module 'sn-translate' {
    export { t } from './shared/translate'
}

declare module '*.css'
