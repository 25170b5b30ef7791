;(function (outputs, steps, params, stepResult, assertEqual) {
    // Invalid and inactive: if a check were missing, the rule would do nothing before it is deleted below.
    var name = 'ATF ' + gs.generateGUID()
    var rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    rule.initialize()
    rule.setValue('name', name)
    rule.setValue('active', false)
    rule.setValue('table', 'x_opfi_openfin_no_such_table')
    rule.setValue('profile_field', 'oauth2_profile')
    rule.insert()
    var stored = new GlideRecord('x_opfi_openfin_refresh_rule')
    stored.addQuery('name', name)
    stored.query()
    var found = stored.next()
    if (found) stored.deleteRecord()
    assertEqual({ name: 'an invalid rule is stored', shouldbe: false, value: found })
    return true
})(outputs, steps, params, stepResult, assertEqual)
