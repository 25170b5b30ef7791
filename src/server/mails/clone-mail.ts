import { textProperty } from '../shared/property'
import type { Mail } from './mail'
import { CLONE_TEXTS, MAIL_WORDS } from './mail-texts'
import { translate } from './recipient-language'
import { address } from './token-facts'

/** The mail about a copied instance, with one link to where an administrator adopts it. */
export function cloneMail(): Mail {
    return {
        subject: translate(CLONE_TEXTS.subject),
        intro: translate(CLONE_TEXTS.intro),
        facts: [[translate(MAIL_WORDS.instance), textProperty('instance_name', '') || address('')]],
        advice: translate(CLONE_TEXTS.advice),
        links: [[translate(MAIL_WORDS.openSetup), address('x_opfi_openfin_setup.do')]],
    }
}
