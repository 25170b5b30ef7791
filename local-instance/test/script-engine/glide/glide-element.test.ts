import { createStoreContext, type StoreContext } from './support/store-context'

const TABLE = 'x_opfi_openfin_thing'
const GIVEN = `
    var user = new GlideRecord('sys_user'); user.get('user_name', 'beth.anglin');
    var gr = new GlideRecord('${TABLE}');
    gr.name = 'Ant'; gr.count = 4; gr.active = true; gr.owner = user.sys_id; gr.state = '2';
    gr.due = '2026-01-02 03:04:05';
    gr.get(gr.insert());
`

let instance: StoreContext
beforeAll(() => {
    instance = createStoreContext()
    instance.store.snapshot()
})
beforeEach(() => instance.store.restore())
afterAll(() => instance.close())

const json = (source: string) => instance.json(GIVEN + source)

describe('a field', () => {
    it('is text, but compares and computes by its type', () => {
        const script = `[gr.name + '!', gr.count + 1, gr.count * 2, gr.count > 3, gr.count == 4, gr.active == true,
            String(gr.active), gr.active + '', gr.owner == user.getUniqueValue(), typeof gr.name, gr.name.toString()]`
        expect(json(script)).toEqual([
            'Ant!',
            '41',
            8,
            true,
            true,
            true,
            'true',
            'true',
            true,
            'object',
            'Ant',
        ])
    })

    it('can be incremented like a number', () => {
        expect(json('gr.count++; gr.update(); gr.getValue("count")')).toBe(5)
    })

    it('returns values, display values and labels', () => {
        const script = `[gr.state.getValue(), gr.state.getDisplayValue(), gr.owner.getDisplayValue(),
            gr.getDisplayValue('owner'), gr.getDisplayValue(), gr.active.getDisplayValue(), gr.active.getValue(),
            gr.name.getDisplayValue(2), gr.name.getLabel(), gr.name.getName(), gr.name.getTableName(),
            gr.owner.getReferenceTable(), gr.name.getReferenceTable(), gr.due.dateNumericValue()]`
        expect(json(script)).toEqual([
            ...['2', 'Done', 'Beth Anglin', 'Beth Anglin', 'Ant', 'true', '1', 'An', 'Name', 'name', TABLE],
            ...['sys_user', null, Date.UTC(2026, 0, 2, 3, 4, 5)],
        ])
    })

    it('walks through references', () => {
        const script = `[gr.owner.user_name, gr.owner.user_name.getValue(), gr.getValue('owner.user_name'),
            gr.getElement('owner.active').toString(), gr.getElement('owner.nothing'), gr.owner.nothing,
            gr.name.nothing, gr.owner.getRefRecord().getValue('user_name'), gr.name.getRefRecord()]
            .map(function (value) { return value === undefined ? 'undefined' : value && String(value) })`
        expect(json(script)).toEqual([
            ...['beth.anglin', 'beth.anglin', 'beth.anglin', 'true', 'undefined', 'undefined', 'undefined'],
            ...['beth.anglin', null],
        ])
    })

    it('cannot be set through a reference', () => {
        expect(() => json("gr.owner.email = 'x@example.com'")).toThrow(
            'A field of a referenced record cannot be set'
        )
    })

    it('accepts a display value for its stored value', () => {
        const script = `gr.state.setDisplayValue('New'); gr.owner.setDisplayValue('System Administrator');
            gr.update(); [gr.getValue('state'), gr.owner.user_name.toString()]`
        expect(json(script)).toEqual(['1', 'admin'])
    })

    it('reports whether it is empty and what changed', () => {
        const script = `var before = [gr.name.nil(), gr.code.nil(), gr.name.changes()];
            gr.name = 'Bee'; gr.state = 1;
            before.concat([gr.name.changes(), gr.name.changesFrom('Ant'), gr.name.changesTo('Bee'),
                gr.state.changesTo('1'), gr.count.changes(), gs.nil(gr.code), gs.nil(gr.name)])`
        expect(json(script)).toEqual([false, true, false, true, true, true, true, false, true, false])
    })

    it('follows its record, so collecting fields instead of values collects the last one', () => {
        const script = `new GlideRecord('${TABLE}').insert(); var all = [], one = new GlideRecord('${TABLE}');
            one.query(); while (one.next()) all.push(one.sys_id); String(all[0]) === String(all[1])`
        expect(json(script)).toBe(true)
    })

    it('lists only the columns of a record', () => {
        const script = `var names = []; for (var name in gr) names.push(name);
            ['name' in gr, 'colour' in gr, names.indexOf('owner') >= 0, names.indexOf('sys_id') >= 0, names.indexOf('next')]`
        expect(json(script)).toEqual([true, false, true, true, -1])
    })

    it('describes itself', () => {
        const script = `var ed = gr.state.getED();
            [ed.getName(), ed.getInternalType(), ed.isChoiceTable(), ed.isMandatory(), gr.name.getED().isChoiceTable()]`
        expect(json(script)).toEqual(['state', 'choice', true, false, false])
    })

    it('cannot be constructed directly', () => {
        expect(() => json('new gr.name.constructor({}, "name", {})')).toThrow()
        expect(() => json(`new (Object.getPrototypeOf(GlideRecord))('${TABLE}')`)).toThrow(
            'Illegal constructor'
        )
    })
})
