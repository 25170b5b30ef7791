import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../test/support/deploy'

/** A file that the package's README shows, named by the comment in its first line. */
export interface ReadmeFile {
    name: string
    text: string
}

/** Every file that the package's README shows. */
export function readmeFiles(): ReadmeFile[] {
    const readme = readFileSync(join(ROOT, 'client/README.md'), 'utf8')
    return [...readme.matchAll(/```(?:ts|js|html)\n(?:\/\/|<!--) (\S+)(?: -->)?\n([^]*?)```/g)].map(
        ([, name = '', text = '']) => ({ name, text })
    )
}

/** Code blocks of the README that are not files, by language. */
export function readmeBlocks(language: string): string[] {
    const readme = readFileSync(join(ROOT, 'client/README.md'), 'utf8')
    return [...readme.matchAll(/```(\w+)\n([^]*?)```/g)]
        .filter(([, name]) => name === language)
        .map(([, , text = '']) => text)
}
