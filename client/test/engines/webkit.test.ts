import { describeCore } from './core'

describeCore('webkit')
