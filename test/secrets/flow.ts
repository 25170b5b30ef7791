import type { RefreshFixture } from '../token-refresh/fixture'
import type { SecretBook } from './secret-book'

/** A flow of the whole product. */
export interface Flow {
    fixture: RefreshFixture
    book: SecretBook
    /** A folder for reports. */
    folder: string
}

/** User name of the administrator. */
export const ADMIN = 'canary.admin'

/** User name of the user. */
export const USER = 'abel.tuter'

/** Client ID of the pipeline. */
export const CI = 'ci-client'
