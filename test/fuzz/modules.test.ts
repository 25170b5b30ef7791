import { corsOrigins } from './cors-origins'
import { encodedQueries, queryResults } from './encoded-queries'
import { formFields } from './form-fields'
import { archives, packages } from './packages'
import { recordFiles } from './record-files'
import { runInTest } from './run-in-test'
import { upstreamAnswers } from './upstream-answers'

describe('fuzzing modules that parse untrusted input', () => {
    it.each([
        { target: corsOrigins, runs: 1500 },
        { target: formFields, runs: 800 },
        { target: upstreamAnswers, runs: 800 },
        { target: recordFiles, runs: 400 },
        { target: archives, runs: 150 },
        { target: encodedQueries, runs: 200 },
        { target: queryResults, runs: 100 },
        { target: packages, runs: 30 },
    ])('$target.name', async ({ target, runs }) => {
        const opened = await target.open()
        try {
            await runInTest(target, opened, runs)
        } finally {
            await opened.close()
        }
    })
})
