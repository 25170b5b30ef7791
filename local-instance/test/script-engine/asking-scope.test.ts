import { createStoreContext, type StoreContext } from './glide/support/store-context'

describe('H55 the calling scope of a bridge call', () => {
    let context: StoreContext
    beforeAll(() => {
        context = createStoreContext()
        const { store } = context
        const other = store.insert('sys_scope', { scope: 'x_other', name: 'Other' })['sys_id'] ?? ''
        const include = { active: '1', sys_scope: other, script: 'var Open = {}' }
        store.insert('sys_script_include', {
            ...include,
            name: 'Open',
            access: 'public',
            api_name: 'x_other.Open',
        })
        store.insert('sys_script_include', { ...include, name: 'Closed', api_name: 'x_other.Closed' })
    })
    afterAll(() => context.close())

    const ask = (
        call: ReturnType<StoreContext['bridge']>,
        operation: 'property' | 'scriptInclude',
        input: object,
        scope: string
    ) =>
        JSON.parse(call(operation, JSON.stringify(input), scope)) as {
            value?: unknown
            error?: { code: string }
        }

    it('must be the job’s own, or that of a script include that the job received', () => {
        const call = context.bridge()
        const property = { name: 'glide.servlet.uri' }
        expect(ask(call, 'property', property, 'x_other').error?.code).toBe('bad_request')
        expect(ask(call, 'property', property, 'global').error?.code).toBe('bad_request')
        expect(
            ask(call, 'scriptInclude', { name: 'Closed', scope: 'x_other' }, 'x_opfi_openfin').error?.code
        ).toBe('cross_scope')
        expect(ask(call, 'property', property, 'x_other').error?.code).toBe('bad_request')
        expect(
            ask(call, 'scriptInclude', { name: 'Open', scope: 'x_other' }, 'x_opfi_openfin').value
        ).toMatchObject({ name: 'Open' })
        expect(ask(call, 'property', property, 'x_other').error).toBeUndefined()
        expect(ask(call, 'property', property, 'global').error?.code).toBe('bad_request')
        // Another job starts without it.
        expect(ask(context.bridge(), 'property', property, 'x_other').error?.code).toBe('bad_request')
    })

    it('is not taken from the input', () => {
        const input = { name: 'Closed', scope: 'x_other', caller: 'x_other', from: 'x_other' }
        expect(ask(context.bridge(), 'scriptInclude', input, 'x_opfi_openfin').error?.code).toBe(
            'cross_scope'
        )
    })
})
