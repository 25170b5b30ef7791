/** Signs in on the login form; returns the cookies of the session. The password is the user name. */
export async function sessionOf(instanceUrl: string, user = 'admin'): Promise<string> {
    const login = await fetch(`${instanceUrl}/angular.do?sysparm_type=view_form.login`, {
        method: 'POST',
        body: new URLSearchParams({ sysparm_type: 'login', user_name: user, user_password: user }),
    })
    return login.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ')
}
