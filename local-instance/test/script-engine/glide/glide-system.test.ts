import { createMemoryBridge, Refusal } from './support/memory-bridge'
import { createRuntimeContext, type JobOptions } from './support/runtime-context'

const TABLE = {
    name: 'incident',
    label: 'Incident',
    lineage: ['incident'],
    extensions: [],
    scope: 'global',
    columns: [{ name: 'number', type: 'string' }],
    displayColumn: 'number',
    rules: [],
}

function run(source: string, options?: JobOptions) {
    const { bridge, calls } = createMemoryBridge({
        property: ({ name }) => ({ 'glide.servlet.uri': 'http://127.0.0.1:1/', empty: '' })[name] ?? null,
        setProperty: ({ name }) => {
            if (name === 'foreign') throw new Refusal('cross_scope', 'refused')
        },
        language: () => 'en',
        message: ({ key }) => key,
        table: ({ table }) => (table === 'incident' ? TABLE : null),
        query: ({ table }) =>
            table === 'sys_user'
                ? [
                      {
                          sys_id: 'beth',
                          name: 'Beth Anglin',
                          first_name: 'Beth',
                          last_name: 'Anglin',
                          email: 'b@example.com',
                      },
                  ]
                : [{ sys_id: '1'.repeat(32), number: 'INC1' }],
        displayValue: ({ row, column }) => row[column],
    })
    const value = createRuntimeContext(bridge).value(source, options)
    return { value, calls, of: (operation: string) => calls.filter((call) => call.operation === operation) }
}
const value = (source: string, options?: JobOptions) => run(source, options).value
const json = (source: string, options?: JobOptions) => JSON.parse(value(source, options) as string) as unknown
const inputs = (source: string, operation: string) =>
    run(source)
        .of(operation)
        .map(({ input }) => input)

describe('gs', () => {
    it('logs on four levels, with placeholder values', () => {
        const script = `gs.info('{0} and {1}', 'a', 2); gs.warn('{0}{9}', null); gs.error('x'); gs.debug('{0}', ['in a list']);
            gs.info(7); gs.info(undefined)`
        expect(inputs(script, 'log')).toEqual([
            { level: 'info', message: 'a and 2' },
            { level: 'warn', message: '{9}' },
            { level: 'error', message: 'x' },
            { level: 'debug', message: 'in a list' },
            { level: 'info', message: '7' },
            { level: 'info', message: 'undefined' },
        ])
    })

    it('reads properties with an alternative, and sets them', () => {
        const script = `[gs.getProperty('glide.servlet.uri'), gs.getProperty('none'), gs.getProperty('none', 'other'),
            gs.getProperty('none', 5), gs.getProperty('empty', 'other')]`
        expect(json(script)).toEqual(['http://127.0.0.1:1/', null, 'other', 5, ''])
        expect(inputs("gs.setProperty('x.y', 3)", 'setProperty')).toEqual([{ name: 'x.y', value: '3' }])
        expect(() => value("gs.setProperty('foreign', 1)")).toThrow('refused')
    })

    it('returns the user and the session', () => {
        const script = `var user = gs.getUser(), session = gs.getSession();
            [gs.getUserID(), gs.getUserName(), gs.getUserDisplayName(), user.getID(), user.getName(), user.getFirstName(),
                user.getLastName(), user.getEmail(), user.hasRole('itil'), gs.hasRole('admin'), gs.isLoggedIn(),
                gs.isInteractive(), session.getClientIP(), session.isImpersonating(), session.getLanguage(),
                gs.getSessionID(), gs.getCurrentScopeName(), gs.getCallerScopeName()]`
        expect(json(script)).toEqual([
            ...[
                'beth',
                'beth.anglin',
                'Beth Anglin',
                'beth',
                'beth.anglin',
                'Beth',
                'Anglin',
                'b@example.com',
            ],
            ...[true, false, true, false, '192.0.2.7', false, 'en', 'session', 'x_opfi_openfin', null],
        ])
    })

    it('reads the user once, on first use', () => {
        expect(run('gs.getUserName()').of('query')).toHaveLength(0)
        expect(
            run('gs.getUser().getEmail(); gs.getUserDisplayName(); gs.getUser().getCompanyID()').of('query')
        ).toHaveLength(1)
    })

    it('has no signed-in user for the guest, and no address in jobs', () => {
        const transaction = { userName: 'guest', clientIp: '' }
        expect(json('[gs.isLoggedIn(), gs.getSession().getClientIP()]', { transaction })).toEqual([
            false,
            null,
        ])
    })

    it('queues events for records, for sys_ids and for later', () => {
        const script = `var gr = new GlideRecord('incident'); gr.get('x');
            gs.eventQueue('x.a', gr, 'one', 2, 'my_queue');
            gs.eventQueue('x.b', null);
            gs.eventQueueScheduled('x.c', gr, null, null, new GlideDateTime('2027-01-01 00:00:00'));
            gs.eventQueueScheduled('x.d', 'abc', 'p', 'q', '2027-01-01 00:00:00')`
        expect(inputs(script, 'event')).toEqual([
            {
                name: 'x.a',
                table: 'incident',
                sysId: '1'.repeat(32),
                parm1: 'one',
                parm2: '2',
                queue: 'my_queue',
            },
            { name: 'x.b', parm1: '', parm2: '' },
            {
                name: 'x.c',
                table: 'incident',
                sysId: '1'.repeat(32),
                parm1: 'INC1',
                parm2: '',
                processOn: '2027-01-01 00:00:00',
            },
            { name: 'x.d', sysId: 'abc', parm1: 'p', parm2: 'q', processOn: '2027-01-01 00:00:00' },
        ])
    })

    it('encodes and decodes', () => {
        const script = `[gs.base64Encode('sample_key'), gs.base64Decode('c2FtcGxlX2tleQ=='), gs.base64Encode('ü€😀'),
            gs.base64Decode(gs.base64Encode('ü€😀')), gs.urlEncode('a b&c=ü'), gs.urlDecode('a+b%26'),
            gs.generateGUID(), gs.getMessage('{0} of {1}', ['1', 2]), gs.getMessage("it's"),
            gs.getEscapedMessage('a & {0}', '<b>')]`
        expect(json(script)).toEqual([
            ...[
                'c2FtcGxlX2tleQ==',
                'sample_key',
                Buffer.from('ü€😀').toString('base64'),
                'ü€😀',
                'a%20b%26c%3D%C3%BC',
            ],
            ...['a b&', `${'0'.repeat(31)}1`, '1 of 2', "it's", 'a &amp; &lt;b&gt;'],
        ])
    })

    it('detects empty values, and existing tables', () => {
        const script = `[gs.nil(null), gs.nil(undefined), gs.nil(''), gs.nil(0), gs.nil(false), gs.nil(' '),
            gs.tableExists('incident'), gs.tableExists('foo')]`
        expect(json(script)).toEqual([true, true, true, false, false, false, true, false])
    })

    it('keeps error messages for the transaction', () => {
        expect(json("gs.addErrorMessage('one'); gs.addErrorMessage('two'); gs.getErrorMessages()")).toEqual([
            'one',
            'two',
        ])
    })
})
