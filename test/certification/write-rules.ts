import ts from 'typescript'
import { withLines, type Rule } from './rule'
import { modulesOf, scriptsOf } from './scripts'

/** What writes to a table, and what writes to people. */
const RECORD_WRITES = ['insert', 'update', 'updateMultiple', 'deleteRecord', 'deleteMultiple']
const MESSAGES = ['info', 'warn', 'error', 'debug', 'eventQueue', 'addInfoMessage', 'addErrorMessage']
/** Functions of `shared/best-effort.ts` that go on where a write is refused. */
const GUARDS = ['bestEffort', 'tryWrite']

/** Writes on which what is done depends by their nature, each with the reason. */
const WAIVERS: Record<string, string> = {
    'token-refresh/claims.ts: claim.insert': 'It is the claim: who cannot make it does not refresh.',
    'token-refresh/refresh-job.ts: row.updateMultiple': 'It decides which rows a run hands on.',
    'token-refresh/form-actions.ts: row.updateMultiple': 'It is what the person asked for.',
    'clones/clone-guard.ts: rows.updateMultiple': 'It is what the person asked for.',
    'token-refresh/search-rows.ts: changed.update':
        'It is the search itself; a refusal ends that rule with a line in the log.',
    'token-refresh/search-rows.ts: row.deleteMultiple': 'The same.',
    'integration-api/record-request.ts: request.insert': 'Its caller goes on without.',
}

/** What the app writes down. */
export const writeRules: Rule[] = [
    {
        number: 'state',
        what: 'no script sets a property',
        why: 'All nodes read all properties anew then (KB1000746). What the app remembers is in its own table.',
        findings: (app) =>
            scriptsOf(app)
                .filter(({ code }) => /\bsetProperty\(|new GlideRecord\(\s*['"]sys_properties['"]/.test(code))
                .map(({ place }) => place),
        spoilt: {
            'one that does': (app) => withLines(app, 'settings', "gs.setProperty('x_opfi_openfin.a.b', '1')"),
            'one that writes the table': (app) =>
                withLines(app, 'settings', "const property = new GlideRecord('sys_properties')"),
        },
    },
    {
        number: 'writes',
        what: 'nothing that is written down can stop what is done',
        why: 'A log line, an event or a record may be refused on an instance, by an exception too, and the work has to go on.',
        findings: (app) =>
            modulesOf(app).flatMap(({ place, source }) => {
                const file = place.split('/src/server/')[1] ?? place
                return bareWrites(source)
                    .map((write) => `${file}: ${write}`)
                    .filter((write) => !(write in WAIVERS))
            }),
        spoilt: {
            'a log line': (app) => withLines(app, 'settings', "gs.warn('here')"),
            'an event': (app) =>
                withLines(app, 'settings', "gs.eventQueue('x_opfi_openfin.token_due', null, '', '')"),
            'a record': (app) => withLines(app, 'settings', 'function keep(row) { return row.insert() }'),
            'a claim of another kind': (app) =>
                withLines(app, 'claims', 'function keep(claim) { return claim.update() }'),
        },
    },
]

/** Writes of a module that stand in no call of a guard, as `object.method`. */
function bareWrites(source: string): string[] {
    const found: string[] = []
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node)) {
            const { expression } = node
            if (ts.isIdentifier(expression) && GUARDS.includes(expression.text)) return
            if (ts.isPropertyAccessExpression(expression)) {
                const [object, method] = [expression.expression.getText(), expression.name.text]
                if ((object === 'gs' ? MESSAGES : RECORD_WRITES).includes(method))
                    found.push(`${object}.${method}`)
            }
        }
        ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile('module.js', source, ts.ScriptTarget.Latest, true))
    return found
}
