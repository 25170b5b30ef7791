import { accessRules } from './access-rules'
import { codeRules } from './code-rules'
import { columnRules } from './column-rules'
import { privilegeRules } from './privilege-rules'
import { recordRules } from './record-rules'
import type { Rule } from './rule'
import { scopeRules } from './scope-rules'
import { textRules } from './text-rules'
import { valueRules } from './value-rules'
import { writeRules } from './write-rules'

/** All rules that can be read off the built app, for the tests and for `npm run certify`. */
export const rules: readonly Rule[] = [
    ...accessRules,
    ...scopeRules,
    ...codeRules,
    ...recordRules,
    ...columnRules,
    ...valueRules,
    ...textRules,
    ...privilegeRules,
    ...writeRules,
]
