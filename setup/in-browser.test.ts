import { build } from 'esbuild'
import { join } from 'node:path'

/** Modules used by pages of the instance. */
const ENTRIES = ['set-up.ts', 'undo.ts', 'administration.ts', 'doctor/run-doctor.ts', 'status/read-status.ts']

it.each(ENTRIES)('%s runs in a page: no Node API and no package', async (entry) => {
    const { outputFiles, metafile } = await build({
        entryPoints: [join(__dirname, entry)],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'browser',
        format: 'esm',
        logLevel: 'silent',
    })
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.filter((path) => !/(^|\/)(setup|src\/server)\//.test(path))).toEqual([])
    expect(outputFiles[0]?.text).not.toMatch(/\b(process|Buffer|require)\b[.(]/)
})
