export { createClock, type Clock, type ClockOptions } from './core/clock'
export {
    createLocalInstance,
    type LocalInstance,
    type LocalInstanceOptions,
    type Records,
} from './create-local-instance'
