;(function (outputs, steps, params, stepResult, assertEqual) {
    var rightsOf = function (table) {
        var record = new GlideRecord(table)
        record.initialize()
        var rights = []
        if (record.canRead()) rights.push('read')
        if (record.canCreate()) rights.push('create')
        if (record.canWrite()) rights.push('write')
        if (record.canDelete()) rights.push('delete')
        return rights.join()
    }
    assertEqual({ name: 'refresh_attempt', shouldbe: '', value: rightsOf('x_opfi_openfin_refresh_attempt') })
    assertEqual({ name: 'refresh_claim', shouldbe: '', value: rightsOf('x_opfi_openfin_refresh_claim') })
    assertEqual({ name: 'refresh_rule', shouldbe: '', value: rightsOf('x_opfi_openfin_refresh_rule') })
    assertEqual({ name: 'refresh_run', shouldbe: '', value: rightsOf('x_opfi_openfin_refresh_run') })
    assertEqual({ name: 'request', shouldbe: '', value: rightsOf('x_opfi_openfin_request') })
    assertEqual({ name: 'state', shouldbe: '', value: rightsOf('x_opfi_openfin_state') })
    assertEqual({ name: 'token_status', shouldbe: '', value: rightsOf('x_opfi_openfin_token_status') })
    return true
})(outputs, steps, params, stepResult, assertEqual)
