;(function (outputs, steps, params, stepResult, assertEqual) {
    var noticeOf = require('./src/server/expiry-notices/notice.ts').noticeOf
    var day = 86400000
    var now = 1000 * day
    var decide = function (daysLeft, sent, endOnly) {
        var end = now + daysLeft * day
        var told = sent === null ? null : end
        var token = { end: end, firstSeen: 0, noticeDays: sent, noticeEnd: told, endOnly: endOnly }
        return String(noticeOf(token, now, [14, 7, 3, 1]))
    }
    assertEqual({ name: 'far from its end', shouldbe: 'null', value: decide(15, null, false) })
    assertEqual({ name: 'nearest threshold', shouldbe: '3', value: decide(2, null, false) })
    assertEqual({ name: 'once for a threshold', shouldbe: 'null', value: decide(2, 3, false) })
    assertEqual({ name: 'renewed in time', shouldbe: 'null', value: decide(2, null, true) })
    assertEqual({ name: 'ended', shouldbe: '0', value: decide(-1, 1, true) })
    return true
})(outputs, steps, params, stepResult, assertEqual)
