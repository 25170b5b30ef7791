import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSamples } from '../samples/read-samples'
import { compile, needBuiltClient } from '../support/compile'

const types = readdirSync(__dirname).filter((name) => name.endsWith('.types.ts'))
const samples = readSamples().map(({ name, scope, text }) => [`${name}.sample.ts`, scope + text] as const)

/** A program with an error, which shows that the check can fail. */
const WRONG = "import { connect } from 'openfin-servicenow-client'\nexport const user: number = connect\n"

describe('a strict program without skipLibCheck', () => {
    let errors: string[]

    beforeAll(() => {
        needBuiltClient()
        const sources = {
            ...Object.fromEntries(types.map((name) => [name, readFileSync(join(__dirname, name), 'utf8')])),
            ...Object.fromEntries(samples),
            'wrong.ts': WRONG,
        }
        // One of the samples reads `err.message` of an unknown error.
        errors = compile(sources, { useUnknownInCatchVariables: false })
    })
    const errorsIn = (ending: string) => errors.filter((error) => error.split('(')[0]?.endsWith(ending))

    it("compiles each sample of OpenFin's guide, with only the name of the package changed", () => {
        expect(samples).toHaveLength(8)
        expect(errorsIn('.sample.ts')).toEqual([])
    })

    it('compiles programs for the official package, and typed calls', () => {
        expect(types).toHaveLength(8)
        expect(errorsIn('.types.ts')).toEqual([])
    })

    it('reports errors of a program, and none in the declarations', () => {
        expect(errors).toEqual([expect.stringMatching(/^wrong\.ts\(2\): Type /)])
    })
})

describe('a program for the official package', () => {
    const programs = ['drop-in.types.ts', 'references.types.ts', 'workspace-samples.types.ts']
    const sources = Object.fromEntries(
        programs.map((name) => [name, readFileSync(join(__dirname, name), 'utf8')])
    )

    it.each([
        { strict: true, skipLibCheck: true },
        { strict: false, exactOptionalPropertyTypes: false, skipLibCheck: false },
        { strict: false, exactOptionalPropertyTypes: false, skipLibCheck: true },
    ])('compiles with %j', (options) => {
        expect(compile(sources, options)).toEqual([])
    })
})
