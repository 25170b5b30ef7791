import { QUERIES } from './support/query-samples'
import { createStoreContext, type StoreContext } from './support/store-context'

const TABLE = 'x_opfi_openfin_thing'

/** Adds records with the given names and counts. */
const WITH_THINGS = `
    ['Ant 1', 'Bee 2', 'Cat 3'].forEach(function (text) {
        var parts = text.split(' '), gr = new GlideRecord('${TABLE}');
        gr.initialize();
        gr.name = parts[0]; gr.code = parts[0].toLowerCase(); gr.count = Number(parts[1]);
        gr.active = parts[0] !== 'Bee';
        gr.insert();
    });
    function names(gr) { var all = []; while (gr.next()) all.push(gr.getValue('name')); return all; }
    var gr = new GlideRecord('${TABLE}');
`

let instance: StoreContext
beforeAll(() => {
    instance = createStoreContext()
    instance.store.snapshot()
})
beforeEach(() => {
    instance.store.restore()
    instance.log.length = 0
})
afterAll(() => instance.close())

const json = (source: string) => instance.json(source)
const warnings = () => instance.log.filter(({ level }) => level === 'warn').map(({ message }) => message)

describe('queries', () => {
    it.each(QUERIES)('%s', (filter, expected) => {
        const found = json(`${WITH_THINGS}${filter}; gr.query(); names(gr)`) as string[]
        expect(/order/i.test(filter) ? found : found.sort()).toEqual(expected)
    })

    it('keeps a circumflex in a value as part of the value', () => {
        const script = `
            var a = new GlideRecord('${TABLE}'); a.name = 'x^ORname!=y'; a.insert();
            var b = new GlideRecord('${TABLE}'); b.name = 'other'; b.insert();
            var gr = new GlideRecord('${TABLE}'); gr.addQuery('name', 'x^ORname!=y'); gr.query(); gr.getRowCount()`
        expect(instance.value(script)).toBe('1')
    })

    it('counts all rows of the query for a window, and those of the result otherwise', () => {
        const counts = `${WITH_THINGS}
            gr.chooseWindow(0, 1); gr.query(); var all = gr.getRowCount();
            gr.setNoCount(); gr.query(); var own = gr.getRowCount();
            gr.setLimit(2); gr.query(); [all, own, gr.getRowCount()]`
        expect(json(counts)).toEqual([3, 1, 2])
    })

    it('runs one statement per query, regardless of its rows', () => {
        instance.value(WITH_THINGS)
        const script = `var gr = new GlideRecord('${TABLE}'); gr.query(); while (gr.next()) gr.getValue('name')`
        expect(instance.statements(script)).toBe(1)
    })

    it('ignores a condition on an unknown field with a warning if glide.invalid_query.returns_no_rows is off', () => {
        expect(json(`${WITH_THINGS}gr.addQuery('colour', 'red'); gr.query(); names(gr)`)).toHaveLength(3)
        expect(warnings().join()).toContain('unknown field colour')
    })

    it('finds nothing by an unknown field if glide.invalid_query.returns_no_rows is on', () => {
        instance.store.insert('sys_properties', {
            name: 'glide.invalid_query.returns_no_rows',
            value: 'true',
        })
        expect(json(`${WITH_THINGS}gr.addQuery('colour', 'red'); gr.query(); names(gr)`)).toEqual([])
        expect(
            json(`gr = new GlideRecord('${TABLE}'); gr.addQuery('colour', 1); gr.deleteMultiple(); 1`)
        ).toBe(1)
        expect(instance.store.count(TABLE)).toBe(3)
    })

    it('is invalid for an unknown table', () => {
        const script = `var gr = new GlideRecord('no_such'); gr.addQuery('a', 1); gr.query();
            [gr.isValid(), gr.next(), gr.getRowCount(), gr.insert(), gr.get('x'), gr.getTableName()]`
        expect(json(script)).toEqual([false, false, 0, null, false, 'no_such'])
        expect(warnings().join()).toContain('no_such')
    })

    it('reports which encoded queries are valid', () => {
        const queries = [
            'name=a',
            'name=a^ORowner.email=b',
            'nom=a',
            'name~a',
            '',
            'owner.nom=1',
            'name=a^ORDERBYname',
            'name=a^ORDERBYnom',
            'nameSAMEASnom',
            'name=a^NQORDERBYname^TRENDBYname,day',
        ]
        const script = `${JSON.stringify(queries)}.map(function (q) {
            return new GlideRecord('${TABLE}').isValidEncodedQuery(q) })`
        expect(json(script)).toEqual([true, true, false, false, false, false, true, false, false, true])
    })

    it('rejects an operator that the platform does not document', () => {
        expect(() => json(`new GlideRecord('${TABLE}').addQuery('name', 'SOUNDSLIKE', 'a')`)).toThrow(
            'Unsupported query operator: SOUNDSLIKE'
        )
    })
})

describe('get', () => {
    it('finds by sys_id, by display value, by field and by a field of a reference', () => {
        const script = `${WITH_THINGS}
            var id = (gr.get('name', 'Cat'), gr.getUniqueValue());
            [id].concat([[id], ['Cat'], ['code', 'cat'], ['owner.user_name', 'admin'], [''], [null], ['name', 'Dog']]
                .map(function (given) {
                    var one = new GlideRecord('${TABLE}');
                    return one.get.apply(one, given) && one.isValidRecord() && one.getValue('name');
                }))`
        const [id, ...found] = json(script) as unknown[]
        expect(id).toMatch(/^[0-9a-f]{32}$/)
        expect(found).toEqual(['Cat', 'Cat', 'Cat', false, false, false, false])
    })

    it('makes the record invalid if it found nothing, until it is used for a new record', () => {
        const script = `var gr = new GlideRecord('${TABLE}'); var before = gr.isValid(); gr.get('nothing');
            var after = gr.isValid(); gr.initialize(); [before, after, gr.isValid()]`
        expect(json(script)).toEqual([true, false, true])
    })
})

describe('writes', () => {
    it('insert with defaults and return the sys_id, update changes and delete', () => {
        const script = `
            var gr = new GlideRecord('${TABLE}'); gr.setValue('name', 'Dog'); var id = gr.insert();
            var same = new GlideRecord('${TABLE}'); same.get(id);
            var first = [same.getValue('count'), same.getValue('active'), same.getValue('sys_created_by')];
            same.count = 9; var updated = same.update();
            var third = new GlideRecord('${TABLE}'); third.get(id);
            var second = [third.getValue('count'), third.getValue('name'), updated === id];
            [first, second, third.deleteRecord(), third.get(id), third.deleteRecord()]`
        expect(json(script)).toEqual([['7', '1', 'admin'], ['9', 'Dog', true], true, false, false])
    })

    it('do nothing without a change', () => {
        instance.value(WITH_THINGS)
        const script = `var gr = new GlideRecord('${TABLE}'); gr.get('Ant'); gr.name = 'Ant'; gr.update()`
        expect(instance.value(script)).toMatch(/^[0-9a-f]{32}$/)
        expect(
            instance.statements(`var gr = new GlideRecord('${TABLE}'); gr.get('name', 'Ant'); gr.update()`)
        ).toBe(1)
    })

    it('insert on update if there is no record yet (c_GlideRecordScopedAPI update)', () => {
        const id = instance.value(`var gr = new GlideRecord('${TABLE}'); gr.name = 'Elk'; gr.update()`)
        expect(instance.store.get(TABLE, id ?? '')?.['name']).toBe('Elk')
    })

    it('create a copy when a stored record is inserted', () => {
        const script = `${WITH_THINGS}gr.get('Ant'); var old = gr.getUniqueValue(); gr.code = 'copy';
            gr.insert() !== old && gr.getUniqueValue() !== old`
        expect(instance.value(script)).toBe('true')
        expect(instance.store.count(TABLE)).toBe(4)
    })

    it('keep the sys_id of newRecord and of setNewGuidValue', () => {
        const id = 'ab'.repeat(16)
        const script = `var a = new GlideRecord('${TABLE}'); a.newRecord(); var given = a.getUniqueValue();
            var isNew = a.isNewRecord(), count = a.getValue('count'), kept = a.insert() === given;
            var b = new GlideRecord('${TABLE}'); b.setNewGuidValue('${id}');
            [isNew, count, kept, a.isNewRecord(), b.insert()]`
        expect(json(script)).toEqual([true, '7', true, false, id])
    })

    it('return null for a rejected write, with a reason', () => {
        const script = `${WITH_THINGS}
            var gr = new GlideRecord('${TABLE}'); gr.code = 'ant'; var id = gr.insert();
            [id, typeof gr.getLastErrorMessage(), gr.getLastErrorMessage().length > 0]`
        expect(json(script)).toEqual([null, 'string', true])
        expect(instance.store.count(TABLE)).toBe(3)
    })

    it('do nothing while the action is aborted, and work again on the next row', () => {
        const script = `${WITH_THINGS}gr.orderBy('name'); gr.query(); gr.next(); gr.setAbortAction(true);
            gr.count = 100; var none = gr.update(), aborted = gr.isActionAborted(), deleted = gr.deleteRecord();
            gr.next(); gr.count = 200; [none, aborted, deleted, gr.isActionAborted(), gr.update() !== null]`
        expect(json(script)).toEqual([null, true, false, false, true])
        expect(instance.store.query(TABLE, { query: 'count>=100' }).map((row) => row['name'])).toEqual([
            'Bee',
        ])
    })

    it('update and delete all rows of a query in one statement each', () => {
        instance.value(WITH_THINGS)
        const update = `var gr = new GlideRecord('${TABLE}'); gr.addActiveQuery(); gr.setValue('count', 50);
            gr.updateMultiple()`
        expect(instance.statements(update)).toBe(1)
        expect(instance.store.count(TABLE, { query: 'count=50' })).toBe(2)
        const remove = `var gr = new GlideRecord('${TABLE}'); gr.addQuery('count', 50); gr.setLimit(1); gr.deleteMultiple()`
        expect(instance.statements(remove)).toBe(1)
        expect(instance.store.count(TABLE)).toBe(1)
    })

    it('convert booleans, numbers, times, records and the text NULL to stored values', () => {
        const script = `
            var user = new GlideRecord('sys_user'); user.get('user_name', 'admin');
            var gr = new GlideRecord('${TABLE}');
            gr.active = false; gr.count = 3; gr.due = new GlideDateTime('2026-01-02 03:04:05');
            gr.owner = user.sys_id; gr.name = 'NULL'; var id = gr.insert();
            gr.owner = user; gr.update();
            var one = new GlideRecord('${TABLE}'); one.get(id);
            [one.getValue('active'), one.getValue('count'), one.getValue('due'), one.getValue('name'),
                one.getValue('owner') === user.getUniqueValue()]`
        expect(json(script)).toEqual(['0', '3', '2026-01-02 03:04:05', null, true])
    })

    it('ignore an unknown field, with a warning', () => {
        const script = `var gr = new GlideRecord('${TABLE}'); gr.colour = 'red'; gr.setValue('size', 1);
            [typeof gr.colour, gr.getValue('size'), gr.insert() !== null]`
        expect(json(script)).toEqual(['undefined', null, true])
        expect(warnings()).toHaveLength(2)
    })
})
