import type { Code } from '../../../setup/doctor/codes'
import type { DoctorOptions } from '../../../setup/doctor/run-doctor'
import type { DoctorFixture } from '../fixture'

/** A change of the instance. */
export type Step = (fixture: DoctorFixture) => unknown

/** How to cause a finding and how to fix it; `says` must be in its message. */
export interface Provocation {
    code: Code
    by: string
    provoke: Step
    repair: Step
    says: string | RegExp
    options?: Partial<DoctorOptions>
}

/** Repairs what the setup routine creates. */
export const bySetup: Step = (fixture) => fixture.setUp()

/** Sets a system property. */
export const property =
    (name: string, value: string): Step =>
    (fixture) =>
        fixture.set(name, value)
