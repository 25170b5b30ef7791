import { corsOrigins } from './cors-origins'
import { runInTest } from './run-in-test'
import type { Target } from './target'

describe('fuzzing what reads input from strangers', () => {
    it.each<[Target, number]>([[corsOrigins, 3000]])('$name', async (target, runs) => {
        const opened = await target.open()
        try {
            await runInTest(target, opened, runs)
        } finally {
            await opened.close()
        }
    })
})
