import type { Row } from '../../src/core/store/types'
import { startInstance, type JobsInstance } from './instance'

const SWITCH = 'glide.email.outbound.static_translation'
let instance: JobsInstance

beforeAll(async () => {
    instance = await startInstance()
    const { store } = instance.host
    for (const name of ['admin', 'beth.anglin', 'abel.tuter'])
        store.update('sys_user', userId(name), {
            email: `${name}@example.com`,
            preferred_language: name === 'admin' ? '' : 'de',
        })
    instance.add('sys_ui_message', { code: 'global', language: 'de', key: 'Rain {0}', message: 'Regen {0}' })
    instance.add('sys_script_email', {
        name: 'rain',
        script: `email.setSubject(gs.getMessage('Rain {0}', ['in Oslo']));
            template.print(gs.getMessage('Rain {0}', 'today') + ', ' + gs.getMessage('Take an umbrella') + ', '
                + gs.getSession().getLanguage());`,
        sys_scope: 'global',
    })
    instance.add('sysevent_email_action', {
        name: 'Rain',
        active: '1',
        generation_type: 'event',
        event_name: 'zoo.rain',
        subject: 'Rain',
        message_html: '${mail_script:rain}',
        event_parm_1: '1',
    })
    instance.job('Nothing', '')
    store.snapshot()
})
afterEach(() => instance.host.store.restore())
afterAll(() => instance.close())

const userId = (name: string) => instance.host.store.first('sys_user', `user_name=${name}`)?.['sys_id'] ?? ''

async function mailsTo(...recipients: string[]): Promise<Row[]> {
    instance.add('sysevent', { name: 'zoo.rain', parm1: recipients.join(',') })
    await instance.run('Nothing')
    return instance.host.store
        .query('sys_email')
        .map(({ recipients: to = '', subject = '', body = '' }) => ({ to, subject, body }))
}

const ENGLISH = { subject: 'Rain in Oslo', body: 'Rain today, Take an umbrella, en' }
const GERMAN = { subject: 'Regen in Oslo', body: 'Regen today, Take an umbrella, de' }

describe('mail scripts', () => {
    it('use the language of the recipient, one mail per language (F-JOB-12, F-JOB-13)', async () => {
        expect(await mailsTo('beth.anglin', 'admin', 'abel.tuter')).toEqual([
            { to: 'beth.anglin@example.com,abel.tuter@example.com', ...GERMAN },
            { to: 'admin@example.com', ...ENGLISH },
        ])
    })

    it.each([
        ['translation is off', `${SWITCH}.enabled`],
        ['the language of the session stays', `${SWITCH}.session.language.change.enabled`],
    ])('use English in a single mail if %s', async (_, name) => {
        const { store } = instance.host
        store.deleteMultiple('sys_properties', `name=${name}`)
        instance.add('sys_properties', { name, value: 'false' })
        expect(await mailsTo('beth.anglin', 'admin')).toEqual([
            { to: 'beth.anglin@example.com,admin@example.com', ...ENGLISH },
        ])
    })

    it('use English for the address of a group, regardless of its members', async () => {
        const group = instance.add('sys_user_group', { name: 'Rain watch', email: 'rain@example.com' })
        instance.add('sys_user_grmember', { group, user: userId('beth.anglin') })
        expect(await mailsTo(group)).toEqual([{ to: 'rain@example.com', ...ENGLISH }])
    })
})
