import { authorizationRequests } from './authorization-requests'
import { openRoutes } from './open-routes'
import { runInTest } from './run-in-test'
import { tableRequests } from './table-requests'

describe('fuzzing a running instance', () => {
    it.each([
        { target: authorizationRequests, runs: 300 },
        { target: openRoutes, runs: 60 },
        { target: tableRequests, runs: 150 },
    ])('$target.name', async ({ target, runs }) => {
        const opened = await target.open()
        try {
            await runInTest(target, opened, runs)
        } finally {
            await opened.close()
        }
    })
})
