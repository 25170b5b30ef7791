import { createStoreContext, type StoreContext } from './support/store-context'

let instance: StoreContext
beforeAll(() => {
    instance = createStoreContext()
    const { store } = instance
    const { name, ...rest } = {
        name: 'x_opfi_openfin_ward',
        label: 'Ward',
        scope: 'x_opfi_openfin',
        columns: [
            { name: 'name', type: 'string' },
            { name: 'secret', type: 'string' },
        ],
        rights: { read: ['itil'], write: ['itil'], create: ['itil'], delete: [] as string[] },
    }
    store.define({ name, ...rest })
    store.insert(name, { name: 'one', secret: 'hush' })
    store.snapshot()
})
beforeEach(() => instance.store.restore())
afterAll(() => instance.close())

const json = (source: string, user: string) => instance.json(source, { user })
const names = (type: string) => `var gr = new ${type}('x_opfi_openfin_ward'); gr.query(); var all = [];
    while (gr.next()) all.push(gr.getValue('name')); all`

describe('GlideRecordSecure', () => {
    it('returns only rows that the user may read, unlike GlideRecord', () => {
        expect(json(names('GlideRecordSecure'), 'beth.anglin')).toEqual(['one'])
        expect(json(names('GlideRecordSecure'), 'abel.tuter')).toEqual([])
        expect(json(names('GlideRecord'), 'abel.tuter')).toEqual(['one'])
    })

    it('writes only what the user may write', () => {
        const add =
            "var gr = new GlideRecordSecure('x_opfi_openfin_ward'); gr.name = 'two'; gr.insert() !== null"
        expect(json(add, 'abel.tuter')).toBe(false)
        expect(json(add, 'beth.anglin')).toBe(true)
        const change = `var gr = new GlideRecordSecure('x_opfi_openfin_ward'); gr.get('name', 'one');
            gr.secret = 'told'; gr.update() !== null`
        expect(json(change, 'abel.tuter')).toBe(false)
        expect(json(change, 'beth.anglin')).toBe(true)
        expect(instance.store.first('x_opfi_openfin_ward', 'name=one')?.['secret']).toBe('told')
    })

    it('deletes only what the user may delete', () => {
        const remove =
            "var gr = new GlideRecordSecure('x_opfi_openfin_ward'); gr.query(); gr.deleteMultiple(); 1"
        json(remove, 'abel.tuter')
        expect(instance.store.count('x_opfi_openfin_ward')).toBe(1)
        json(remove, 'admin')
        expect(instance.store.count('x_opfi_openfin_ward')).toBe(0)
    })

    it('reports the user’s rights', () => {
        const may = `var gr = new GlideRecord('x_opfi_openfin_ward'); gr.query(); gr.next();
            [gr.canRead(), gr.canWrite(), gr.canCreate(), gr.secret.canRead()]`
        expect(json(may, 'beth.anglin')).toEqual([true, true, true, true])
        expect(json(may, 'abel.tuter')).toEqual([false, false, false, false])
    })

    it('is a GlideRecord', () => {
        const script = `[new GlideRecordSecure('x_opfi_openfin_ward') instanceof GlideRecord, {} instanceof GlideRecord]`
        expect(json(script, 'admin')).toEqual([true, false])
    })
})
