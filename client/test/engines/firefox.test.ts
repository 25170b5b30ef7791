import { describeCore } from './core'

describeCore('firefox')
