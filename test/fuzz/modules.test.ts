import { corsOrigins } from './cors-origins'
import { encodedQueries, queryResults } from './encoded-queries'
import { runInTest } from './run-in-test'

describe('fuzzing what reads input from strangers', () => {
    it.each([
        { target: corsOrigins, runs: 3000 },
        { target: encodedQueries, runs: 300 },
        { target: queryResults, runs: 200 },
    ])('$target.name', async ({ target, runs }) => {
        const opened = await target.open()
        try {
            await runInTest(target, opened, runs)
        } finally {
            await opened.close()
        }
    })
})
