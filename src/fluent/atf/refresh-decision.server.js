;(function (outputs, steps, params, stepResult, assertEqual) {
    var dueAt = require('./src/server/token-refresh/due.ts').dueAt
    var hour = 3600000
    var now = 1000000 * hour
    var leadTimes = { accessLeadS: 300, refreshLeadS: 604800 }
    var decide = function (access, refresh, renewed) {
        var tokens = { hasAccess: access !== null, hasRefresh: refresh !== null, renewed: renewed }
        tokens.accessExpires = access === null ? null : now + access * hour
        tokens.refreshExpires = refresh === null ? null : now + refresh * hour
        return dueAt(tokens, leadTimes)
    }
    assertEqual({ name: 'no access token: at once', shouldbe: 0, value: decide(null, 24, null) })
    assertEqual({ name: 'lead time', shouldbe: now + hour - 300000, value: decide(1, null, null) })
    assertEqual({
        name: 'refresh token first',
        shouldbe: now + 200 * hour - 604800000,
        value: decide(100, 200, null),
    })
    assertEqual({ name: 'half of a short life', shouldbe: now + 12 * hour, value: decide(24, 24, now) })
    return true
})(outputs, steps, params, stepResult, assertEqual)
