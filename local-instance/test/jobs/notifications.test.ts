import type { Row } from '../../src/core/store/types'
import { startInstance, type JobsInstance } from './instance'

let instance: JobsInstance
let incident: Row

beforeAll(async () => {
    instance = await startInstance()
    const { store } = instance.host
    for (const name of ['beth.anglin', 'abel.tuter']) {
        const user = store.first('sys_user', `user_name=${name}`)
        store.update('sys_user', user?.['sys_id'] ?? '', { email: `${name}@example.com` })
    }
    incident = store.insert('incident', {
        short_description: 'It <b>rains</b> & pours',
        caller_id: userId('beth.anglin'),
    })
    instance.job('Nothing', '')
    store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const userId = (name: string) => instance.host.store.first('sys_user', `user_name=${name}`)?.['sys_id'] ?? ''
const notification = (values: Row) =>
    instance.add('sysevent_email_action', {
        name: 'Rain',
        active: '1',
        generation_type: 'event',
        event_name: 'zoo.rain',
        collection: 'incident',
        subject: 'Rain in ${number}',
        message_html: '<p>${short_description}</p>',
        ...values,
    })

/** Fires the event and returns the mails. */
async function fire(values: Row = {}): Promise<Row[]> {
    instance.add('sysevent', {
        name: 'zoo.rain',
        table: 'incident',
        instance: incident['sys_id'] ?? '',
        ...values,
    })
    await instance.run('Nothing')
    return instance.host.store.query('sys_email')
}

const recipients = (mails: Row[]) => mails.map((mail) => mail['recipients'])

describe('a notification', () => {
    it('becomes a mail ready to be sent, with the record’s values in it', async () => {
        notification({ recipient_users: userId('beth.anglin') })
        const [mail, ...more] = await fire()
        expect(more).toEqual([])
        expect(mail).toMatchObject({
            type: 'send-ready',
            recipients: 'beth.anglin@example.com',
            subject: `Rain in ${incident['number']}`,
            body: '<p>It &lt;b&gt;rains&lt;/b&gt; &amp; pours</p>',
            content_type: 'text/html',
            target_table: 'incident',
            instance: incident['sys_id'],
        })
    })

    it('expands references, the event’s parameters and links; unknown placeholders stay visible', async () => {
        notification({
            recipient_users: 'someone@example.com',
            content_type: 'text/plain',
            message_text:
                '${caller_id.email} ${event.parm1} ${event.parm2} ${URI} ${nonsense} ${caller_id.nonsense}|',
        })
        const [mail] = await fire({ parm1: 'one', parm2: '<two>' })
        const link = `${instance.url}/nav_to.do?uri=incident.do%3Fsys_id%3D${incident['sys_id']}`
        expect(mail?.['body']).toBe(`beth.anglin@example.com one <two> ${link} \${nonsense} |`)
    })

    it('is sent to users, addresses, groups, fields and parameters, each address once', async () => {
        const { store } = instance.host
        const group = instance.add('sys_user_group', { name: 'Rain watch' })
        for (const name of ['beth.anglin', 'abel.tuter']) {
            store.insert('sys_user_grmember', { group, user: userId(name) })
        }
        notification({
            recipient_users: `${userId('beth.anglin')},someone@example.com`,
            recipient_groups: group,
            recipient_fields: 'caller_id',
            event_parm_1: '1',
        })
        const [mail] = await fire({ parm1: 'abel.tuter,SOMEONE@example.com', parm2: 'not.asked@example.com' })
        expect(mail?.['recipients']?.split(',').sort()).toEqual([
            'abel.tuter@example.com',
            'beth.anglin@example.com',
            'someone@example.com',
        ])
    })

    it('is sent to a group’s own address, and to its members if the group includes them', async () => {
        const group = instance.add('sys_user_group', { name: 'Rain watch', email: 'rain@example.com' })
        instance.host.store.insert('sys_user_grmember', { group, user: userId('beth.anglin') })
        notification({ recipient_groups: group })
        expect(recipients(await fire())).toEqual(['rain@example.com'])
        instance.host.store.update('sys_user_group', group, { include_members: '1' })
        expect(recipients(await fire())).toContain('rain@example.com,beth.anglin@example.com')
    })

    it('is not sent to users who are inactive, disabled mail, or fired the event themselves', async () => {
        notification({ recipient_users: `${userId('beth.anglin')},${userId('abel.tuter')}`, send_self: '0' })
        expect(recipients(await fire({ user_name: 'abel.tuter' }))).toEqual(['beth.anglin@example.com'])
        instance.host.store.update('sys_user', userId('beth.anglin'), { notification: '1' })
        instance.host.store.update('sys_user', userId('abel.tuter'), { active: '0' })
        expect(recipients(await fire())).toHaveLength(1)
        expect(instance.messages()).toContain('The notification has no recipient')
    })

    it('is sent if its condition and its script permit it', async () => {
        const someone = { recipient_users: 'someone@example.com' }
        notification({ ...someone, subject: 'holds', condition: 'short_descriptionLIKErains' })
        notification({ ...someone, subject: 'does not hold', condition: 'short_descriptionLIKEsnow' })
        notification({ ...someone, subject: 'yes', advanced_condition: `answer = event.parm1 == 'yes'` })
        notification({
            ...someone,
            subject: 'no',
            advanced_condition: `answer = current.short_description == ''`,
        })
        notification({ ...someone, subject: 'off', active: '0' })
        notification({ ...someone, subject: 'on change', generation_type: 'engine' })
        expect((await fire({ parm1: 'yes' })).map(({ subject }) => subject).sort()).toEqual(['holds', 'yes'])
    })

    it('with a condition on an unknown column is not sent, and does not prevent others', async () => {
        notification({ recipient_users: 'someone@example.com', condition: 'nonsense=1' })
        expect(await fire()).toEqual([])
        expect(instance.host.store.query('sysevent', { query: 'name=zoo.rain' })[0]?.['state']).toBe('error')
    })

    it('inherits missing parts from its template', async () => {
        const template = instance.add('sysevent_email_template', {
            name: 'T',
            subject: 'From ${caller_id.user_name}',
            message_html: 'T',
        })
        notification({ recipient_users: 'someone@example.com', subject: '', template })
        expect((await fire())[0]).toMatchObject({
            subject: 'From beth.anglin',
            body: '<p>It &lt;b&gt;rains&lt;/b&gt; &amp; pours</p>',
        })
    })

    it('has a single-line subject, regardless of the record', async () => {
        notification({ recipient_users: 'someone@example.com', subject: 'About ${event.parm1}' })
        expect((await fire({ parm1: 'a\r\nBcc: x@example.com' }))[0]?.['subject']).toBe(
            'About a Bcc: x@example.com'
        )
    })
})
