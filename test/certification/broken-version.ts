import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A project whose package has a record of a table that does not exist, after others that could be written. */
export function buildBrokenVersion(project: string, folder: string): string {
    mkdirSync(folder)
    for (const file of ['package.json', 'now.config.json', 'dist/app'])
        cpSync(join(project, file), join(folder, file), { recursive: true })
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
    const updates = join(folder, 'dist/app/update')
    const [property = ''] = readdirSync(updates).filter((name) => name.startsWith('sys_properties_'))
    const text = readFileSync(join(updates, property), 'utf8')
    writeFileSync(join(updates, property), text.replace(/<value>[^<]*/, '<value>5'))
    writeFileSync(join(updates, 'x.xml'), text.replaceAll('sys_properties', 'x_opfi_openfin_nowhere'))
    return folder
}
