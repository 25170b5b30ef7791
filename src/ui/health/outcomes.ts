import { t } from 'sn-translate'

/** What an outcome means for people. */
export interface OutcomeText {
    label: string
    /** In a sentence. */
    meaning: string
    tone: 'success' | 'info' | 'warning' | 'error'
}

/** Outcomes of tokens, those first that need people. */
export const OUTCOMES = ['reauthorize', 'no_token', 'retry_later', 'refreshed', 'valid'] as const

/** Label and meaning of an outcome; an unknown one stands for itself. */
export function outcomeText(outcome: string): OutcomeText {
    switch (outcome) {
        case 'reauthorize':
            return {
                label: t('Reauthorization required'),
                meaning: t('The refresh token has ended or was refused. Only a new consent helps.'),
                tone: 'error',
            }
        case 'no_token':
            return {
                label: t('No token'),
                meaning: t(
                    'Nothing is stored for this record and profile. Somebody must give consent first.'
                ),
                tone: 'error',
            }
        case 'retry_later':
            return {
                label: t('Retry later'),
                meaning: t('The last attempt failed for a reason that may pass. The next one is scheduled.'),
                tone: 'warning',
            }
        case 'refreshed':
            return {
                label: t('Refreshed'),
                meaning: t('The last attempt got a new token.'),
                tone: 'success',
            }
        case 'valid':
            return {
                label: t('Valid'),
                meaning: t('The token is good for longer than its rule asks for.'),
                tone: 'success',
            }
        case 'none':
        case '':
            return {
                label: t('Not checked yet'),
                meaning: t('The token was found and not looked at yet.'),
                tone: 'info',
            }
        default:
            return { label: outcome, meaning: '', tone: 'info' }
    }
}
