;(function (outputs, steps, params, stepResult, assertEqual) {
    var answer = { status: 0, text: '' }
    require('./src/server/integration-api/user-info.ts').userInfo(null, {
        setStatus: function (status) {
            answer.status = status
        },
        setContentType: function () {},
        setHeader: function () {},
        getStreamWriter: function () {
            return {
                writeString: function (text) {
                    answer.text += text
                },
            }
        },
    })
    var user = JSON.parse(answer.text).result
    assertEqual({ name: 'status', shouldbe: 200, value: answer.status })
    assertEqual({ name: 'sys_id', shouldbe: gs.getUserID(), value: user.sys_id })
    assertEqual({ name: 'user_name', shouldbe: gs.getUserName(), value: user.user_name })
    assertEqual({
        name: 'members',
        shouldbe:
            'email,first_name,last_name,mobile_phone,name,phone,preferred_language,sys_id,time_zone,title,user_name',
        value: Object.keys(user).sort().join(','),
    })
    return true
})(outputs, steps, params, stepResult, assertEqual)
