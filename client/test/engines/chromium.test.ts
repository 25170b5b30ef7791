import { describeCore } from './core'

describeCore('chromium')
