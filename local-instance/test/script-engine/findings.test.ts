import { Script } from 'node:vm'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { createCompiler } from '../../src/script-engine/thread/compiler'
import { noteFindings, openKnownSources, shareFindings } from '../../src/script-engine/thread/findings'
import { createBareContext } from '../../src/script-engine/thread/sandbox'

describe('findings of threads about sources', () => {
    const before = getEnvironmentData('local_instance.findings')

    beforeEach(() => setEnvironmentData('local_instance.findings', undefined))
    afterAll(() => setEnvironmentData('local_instance.findings', before))

    it('are available to threads that start after they were reported and shared', () => {
        const first = openKnownSources()
        first.keep('commonjs', 'export const a = 1', 'exports.a = 1')
        expect(first.find('commonjs', 'export const a = 1')).toBe('exports.a = 1')
        expect(openKnownSources().find('commonjs', 'export const a = 1')).toBeUndefined()
        noteFindings(first.takeNew())
        expect(first.takeNew()).toEqual([])
        shareFindings()
        const later = openKnownSources()
        expect(later.find('commonjs', 'export const a = 1')).toBe('exports.a = 1')
        expect(later.find('syntax', 'export const a = 1')).toBeUndefined()
        expect(later.find('commonjs', 'export const a = 2')).toBeUndefined()
    })

    it.each([
        { what: 'many', count: 1200, length: 10, kept: 1000 },
        { what: 'long', count: 50, length: 1_000_000, kept: 3 },
    ])('are evicted oldest first if there are too many or too large: $what', ({ count, length, kept }) => {
        const known = openKnownSources()
        for (let index = 0; index < count; index++) known.keep('commonjs', `${index}`, 'x'.repeat(length))
        noteFindings(known.takeNew())
        shareFindings()
        const later = openKnownSources()
        const found = Array.from({ length: count }, (_, index) => later.find('commonjs', `${index}`))
        expect(found.findIndex((text) => text !== undefined)).toBe(count - kept)
        expect(found.slice(count - kept)).not.toContain(undefined)
    })

    it('accept no source that the platform rejects', () => {
        const refused = 'class A { #a = 1 }'
        for (let thread = 0; thread < 2; thread++) {
            const known = openKnownSources()
            const compiler = createCompiler(createBareContext, known)
            expect(compiler.script(refused, 'file')).toMatchObject({ line: 1 })
            expect(compiler.script('class A {}', 'file')).toBeInstanceOf(Script)
            noteFindings(known.takeNew())
            shareFindings()
        }
        expect(openKnownSources().find('syntax', 'class A {}')).toBe('')
        expect(openKnownSources().find('syntax', refused)).toBeUndefined()
    })
})
