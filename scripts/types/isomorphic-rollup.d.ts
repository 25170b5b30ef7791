import type { Plugin, RollupBuild, RollupOptions } from 'rollup'

/**
 * What the scripts use of the SDK's bundler `@servicenow/isomorphic-rollup`. Its own declarations import the sources of
 * all tables that the SDK knows, which take longer to check than everything else.
 */
export function rollup(
    options: Omit<RollupOptions, 'fs'> & { fs: typeof import('node:fs') }
): Promise<RollupBuild>
export function servicenowFrontEndPlugins(options: {
    scope: string
    rootDir: string
    projectRootDir: string
    registerExplicitId: (table: string, key: string | number) => string
}): Promise<Plugin[]>
