import type { EngineName } from '../../../test/support/engines/engine'
import { startEngineApp, type EngineApp } from './engine-app'
import { describePopups } from './popups'
import { describeRequests } from './requests'
import { describeSessions } from './sessions'

/** Runs the core of the client in the browser that represents an engine. */
export function describeCore(name: EngineName): void {
    describe(`the client in ${name}`, () => {
        let app: EngineApp

        beforeAll(async () => {
            app = await startEngineApp(name)
        })
        afterAll(() => app?.close())
        afterEach(() => app?.reset())

        describePopups(name, () => app)
        describeSessions(() => app)
        describeRequests(() => app)
    })
}
