import { t } from 'sn-translate'
import { SetupError } from '../../../setup/setup-error'

/** A failure in the user's language; what the instance said follows in its own words. */
export function describeError(error: unknown): string {
    if (!(error instanceof SetupError)) return t('The page failed. Reload it and try again.')
    switch (error.code) {
        case 'unreachable':
            return t('The instance does not respond. Check your connection and try again.')
        case 'not_authenticated':
            return t('Your session has ended. Reload the page to sign in again.')
        case 'not_authorized':
            return t('Your roles do not allow this: %1', error.message)
        case 'app_missing':
        case 'registration_missing':
        case 'table_api_missing':
        case 'api_missing':
        case 'column_missing':
            return t('The app is not installed completely: %1', error.message)
        case 'not_stored':
            return t('The instance stored something else: %1', error.message)
        default:
            return t('The instance refused the request: %1', error.message)
    }
}
