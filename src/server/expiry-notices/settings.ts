import { textProperty } from '../shared/property'
import { readThresholds } from './notice'

const PREFIX = 'x_opfi_openfin.expiry_notices.'

/** Which tokens without a refresh rule are watched. */
export type Watch = 'none' | 'rules' | 'outbound'

/** Settings of the expiry notices. */
export interface NoticeSettings {
    enabled: boolean
    /** `none`: no notices at all; `rules`: tokens of rules only; `outbound`: every refresh token held as a client. */
    watch: Watch
    /** sys_ids of the registrations whose issued refresh tokens are watched. */
    registrations: string[]
    thresholds: readonly number[]
}

/** Reads the settings. No statement. */
export function readNoticeSettings(): NoticeSettings {
    const watch = textProperty(`${PREFIX}watch`, 'outbound').trim()
    return {
        enabled: textProperty(`${PREFIX}enabled`, 'true') === 'true',
        watch: watch === 'none' || watch === 'rules' ? watch : 'outbound',
        registrations: textProperty(`${PREFIX}registrations`, '')
            .split(',')
            .map((item) => item.trim())
            .filter((item) => /^[0-9a-f]{32}$/.test(item)),
        thresholds: readThresholds(textProperty(`${PREFIX}thresholds_days`, '')),
    }
}
