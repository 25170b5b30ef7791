import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWithHost } from '../../src/create-local-instance'
import { RELEASES } from '../../src/core/releases'

const PROPERTIES = ['glide.buildname', 'glide.buildtag', 'glide.buildtag.last', 'glide.war']

describe('the release of an instance', () => {
    let folder: string
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'release-'))
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    const releaseOf = async (release?: (typeof RELEASES)[number]) => {
        const instance = await startWithHost({ data: folder, ...(release && { release }) })
        const { store } = instance.host
        const state = store.first('sys_cluster_state', '')?.['build_name']
        const properties = PROPERTIES.map((name) => store.property(name)?.toLowerCase() ?? '')
        await instance.close()
        return { state, properties }
    }

    it('is the newest by default', async () => {
        expect(RELEASES.at(-1)).toBe('brazil')
        expect((await releaseOf()).state).toBe('Brazil')
    })

    it('is available in the properties that scripts read, and updated at a later start', async () => {
        expect((await releaseOf('yokohama')).properties.every((value) => value.includes('yokohama'))).toBe(
            true
        )
        const { state, properties } = await releaseOf('australia')
        expect(state).toBe('Australia')
        expect(properties.every((value) => value.includes('australia'))).toBe(true)
    })
})
