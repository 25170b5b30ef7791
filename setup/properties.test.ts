import { isBefore, readProperties, releaseOf } from './properties'
import type { TableClient } from './table-client'

const read = (values: Record<string, string>) =>
    readProperties({
        list: async () => ({
            rows: Object.entries(values).map(([name, value]) => ({ sys_id: name, name, value })),
            total: null,
            hidden: 0,
        }),
    } as unknown as TableClient)

describe('the release', () => {
    it.each([
        ['glide.buildtag.last', 'glide-australia-02-11-2026__patch1-03-01-2026', 'australia'],
        ['glide.buildname', 'Xanadu', 'xanadu'],
        ['glide.war', 'glide-zurich-07-01-2025__patch4-hotfix2_10-01-2025.zip', 'zurich'],
        ['glide.buildtag', 'glide-washingtondc-12-20-2023__patch9', 'washingtondc'],
        ['glide.buildtag.last', 'glide-charlie-01-01-2027', null],
        ['glide.buildtag.last', '', null],
        ['glide.servlet.uri', 'https://brazil.service-now.com/', null],
        // A substring of another word.
        ['glide.war', 'glide-romeo.zip', null],
    ])('by %s = %s is %s', async (name, value, release) => {
        expect(releaseOf(await read({ [name]: value }))).toBe(release)
    })

    it('is that of the last upgrade if the properties differ', async () => {
        const values = { 'glide.war': 'glide-zurich-1.zip', 'glide.buildtag.last': 'glide-australia-1' }
        expect(releaseOf(await read(values))).toBe('australia')
    })

    it.each([
        ['xanadu', true],
        ['yokohama', false],
        ['brazil', false],
        ['vancouver', true],
        [null, null],
    ])('%s is before yokohama: %p', (release, before) => {
        expect(isBefore(release, 'yokohama')).toBe(before)
    })
})
