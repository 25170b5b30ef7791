;(function (outputs, steps, params, stepResult, assertEqual) {
    var isCopy = require('./src/server/clones/clone-guard.ts').isCopy
    assertEqual({ name: 'another instance', shouldbe: true, value: isCopy('production', 'test') })
    assertEqual({ name: 'the same instance', shouldbe: false, value: isCopy('production', 'production') })
    assertEqual({ name: 'not noted yet', shouldbe: false, value: isCopy('', 'test') })
    assertEqual({ name: 'no instance_id', shouldbe: false, value: isCopy('production', '') })
    return true
})(outputs, steps, params, stepResult, assertEqual)
