import { KNOWN_IDS } from './known-ids'
import { hostsIn, isPage, NAMED_BY_PAGES, withoutChecksum, withoutSchema } from './record-texts'
import { added, changed, withLines, type Rule } from './rule'
import { modulesOf, reachedFrom, scriptsOf } from './scripts'

/**
 * Places that a rule would refuse, each with the reason. The condition of a refresh rule is an encoded query by nature:
 * administrators alone write rules, and each comparison of it is checked before it is stored and before it is used.
 */
const WAIVERS = ['/src/server/token-refresh/search-rule.ts: addEncodedQuery(withoutOrder(condition));']

/** A rule that no code may match a pattern. */
function forbidden({
    pattern,
    spoilt,
    ...rule
}: Pick<Rule, 'number' | 'what' | 'why'> & { pattern: RegExp; spoilt: Record<string, string> }): Rule {
    return {
        ...rule,
        findings: (app) =>
            scriptsOf(app).flatMap(({ place, code }) =>
                [...code.matchAll(new RegExp(pattern, 'gm'))]
                    .map(([found]) => `${place}: ${found.trim()}`)
                    .filter((found) => !WAIVERS.some((waived) => found.endsWith(waived)))
            ),
        spoilt: Object.fromEntries(
            Object.entries(spoilt).map(([what, lines]) => [
                what,
                (app) => withLines(app, 'check-client', lines),
            ])
        ),
    }
}

/** Routes of the app's administrators, which answer the app's own state and no record of a user. */
const OWN_STATE = ['/instance']

/** How code is written. */
export const codeRules: Rule[] = [
    {
        number: '2.3',
        what: 'routes for signed-in users read by GlideRecordSecure',
        why: 'GlideRecord shows users what they may not read.',
        findings: (app) =>
            app
                .values('sys_ws_operation')
                .filter((route) => route['requires_authentication'] === 'true')
                .filter((route) => !OWN_STATE.includes(route['relative_path'] ?? ''))
                .flatMap((route) => reachedFrom(app, route['operation_script'] ?? ''))
                .filter(({ code }) => /\b(GlideRecord|GlideAggregate|GlideQuery)\b/.test(code))
                .map(({ place }) => `${place} reads without the user’s rights`),
        spoilt: {
            'one that does not': (app) =>
                changed(app, 'sys_module', {
                    find: 'GlideRecordSecure }',
                    replace: 'GlideRecord as GlideRecordSecure }',
                }),
            'a helper that does not': (app) => withLines(app, 'response', "new GlideRecord('task')"),
        },
    },
    forbidden({
        number: '2.5',
        what: 'no query is put together from text',
        why: 'A value with ^OR in it would widen the query.',
        pattern:
            /addEncodedQuery\((?!'[^']*'\)|"[^"]*"\)).*|add(Active|Encoded)?Query\(`.*|setEncodedQuery\(.*/,
        spoilt: {
            'a variable': 'entity.addEncodedQuery(query)',
            'a joined text': "entity.addEncodedQuery('client_id=' + clientId)",
            'a template': 'entity.addQuery(`client_id=${clientId}`)',
            'a condition that nobody checked': 'record.addEncodedQuery(withoutOrder(condition))',
        },
    }),
    forbidden({
        number: '3.1',
        what: 'records are counted by GlideAggregate',
        why: 'getRowCount() reads every row.',
        pattern: /\.getRowCount\(/,
        spoilt: { 'getRowCount()': 'const many = entity.getRowCount()' },
    }),
    forbidden({
        number: '4.1',
        what: 'get() is asked whether it found something',
        why: 'Otherwise an empty record is used as if it were one.',
        pattern: /^\s*(?:(?:const|let|var) )?\w*(?:record|entity|user|request|gr)\w*\.get\([^)]*\);?$/i,
        spoilt: { 'one that is not': "    entity.get('client_id', clientId)" },
    }),
    forbidden({
        number: '4.2',
        what: 'no record lies in a global variable',
        why: 'Scripts of one transaction would share it.',
        pattern: /^(?:(?:var|let|const|export const) )?\w+ = new Glide(?:Record|RecordSecure|Aggregate)\(.*/,
        spoilt: {
            'gr at the top': "var gr = new GlideRecord('task')",
            undeclared: "gr = new GlideRecord('task')",
        },
    }),
    forbidden({
        number: 'scan: eval',
        what: 'no text is run as code',
        why: 'Whoever writes the text runs as the app.',
        pattern: /\beval\(|\bnew Function\(|\bGlideEvaluator\b|\bGlideScopedEvaluator\b|\bsetTimeout\(['"`]/,
        spoilt: { eval: 'eval(clientId)', 'an evaluator': 'new GlideScopedEvaluator()' },
    }),
    {
        number: 'scan: leftovers',
        what: 'nothing of development is left',
        why: 'Open ends belong in issues, and logs are for administrators.',
        findings: (app) =>
            scriptsOf(app).flatMap(({ place, source }) =>
                [
                    ...source.matchAll(
                        /\b(?:TODO|FIXME|XXX|HACK)\b|\bconsole\.\w+|\bdebugger\b|\bgs\.(?:print|log)\(/g
                    ),
                ].map(([found]) => `${place}: ${found}`)
            ),
        spoilt: {
            'a note': (app) => withLines(app, 'settings', '// TODO: read them once'),
            console: (app) => withLines(app, 'settings', 'console.log(1)'),
            'gs.log': (app) => withLines(app, 'settings', "gs.log('here')"),
        },
    },
    {
        number: 'scan: logic in modules',
        what: 'route scripts only call a module of the app',
        why: 'What stands in a record is not tested.',
        findings: (app) => {
            const paths = modulesOf(app).map(({ place }) => place)
            return app.values('sys_ws_operation').flatMap((route) => {
                const lines = (route['operation_script'] ?? '')
                    .split('\n')
                    .filter((line) => !line.startsWith('//'))
                const [, name, path] =
                    /^const \{ (\w+) \} = require\('([^']+)'\);$/.exec(lines[0] ?? '') ?? []
                const calls = lines.length === 2 && lines[1] === `${name}(request, response);`
                return calls && paths.includes(path ?? '')
                    ? []
                    : [`${route['relative_path']}: ${lines.join(' ')}`]
            })
        },
        spoilt: {
            'a line more': (app) =>
                changed(app, 'sys_ws_operation', {
                    find: '(request, response);',
                    replace: '(request, response);\nresponse.setStatus(200);',
                }),
            'a module that is not there': (app) =>
                changed(app, 'sys_ws_operation', { find: "user-info.ts');", replace: "user.ts');" }),
        },
    },
    {
        number: '4.5',
        what: 'no address or instance is named',
        why: 'The app would work on one instance, or talk to somebody else.',
        findings: (app) => [
            ...[...app.files].flatMap(([file, text]) =>
                hostsIn(withoutSchema(text))
                    .filter((host) => !isPage(text) || !NAMED_BY_PAGES.test(host))
                    .map((host) => `${file} names ${host}`)
            ),
            // In comments too: scans of the platform look for the text.
            ...scriptsOf(app).flatMap(({ place, source }) =>
                [...source.matchAll(/[\w-]+\.service-?now\.com|\bdev\d{4,}\b/g)].map(
                    ([name]) => `${place} names ${name}`
                )
            ),
        ],
        spoilt: {
            'an address': (app) =>
                withLines(app, 'settings', "const home = 'https://collector.example.com/'"),
            'an instance': (app) => withLines(app, 'settings', "const home = 'acme.service-now.com'"),
            'an instance in a comment': (app) =>
                withLines(app, 'settings', '// such as acme.service-now.com'),
            'one in a record': (app) => added(app, 'sys_properties', { value: 'http://10.0.0.1/' }),
        },
    },
    {
        number: 'scan: sys_ids',
        what: 'every sys_id is one of the app’s own records, or is named here',
        why: 'A sys_id of one instance means nothing on another.',
        findings: (app) => {
            // Choices lie within the record of their set.
            const own = new Set(
                [...app.files.values()].flatMap((text) =>
                    [...text.matchAll(/<sys_id>(\w+)<\/sys_id>/g)].map(([, id]) => id)
                )
            )
            return [
                ...[...app.files].flatMap(([file, text]) =>
                    [...withoutChecksum(text).matchAll(/\b[0-9a-f]{32}\b/g)]
                        .filter(([id]) => !own.has(id) && !(id in KNOWN_IDS))
                        .map(([id]) => `${file} holds ${id}`)
                ),
                ...scriptsOf(app).flatMap(({ place, source }) =>
                    [...source.matchAll(/\b[0-9a-f]{32}\b/gi)]
                        .filter(([id]) => !place.startsWith('sys_ui_page ') || !(id in KNOWN_IDS))
                        .map(([id]) => `${place} holds ${id}`)
                ),
            ]
        },
        spoilt: {
            'one of a foreign record': (app) =>
                added(app, 'sys_properties', { value: '9d385017c611228701d22104cc95c371' }),
            'one of its own in code': (app) =>
                withLines(app, 'settings', "const id = '6e392bb0b16ed1322ff68ff72e13b8cb'"),
        },
    },
    {
        number: '7.4',
        what: 'links that open a window do not hand it the opener',
        why: 'The page behind the link could lead the user’s page elsewhere.',
        findings: (app) =>
            app.all.flatMap(({ file, values }) =>
                Object.values(values)
                    .flatMap((value) => [...value.matchAll(/<a\b[^>]*target=["']?_blank[^>]*>/gi)])
                    .filter(([link]) => !/rel=["'][^"']*\bnoopener\b/i.test(link))
                    .map(([link]) => `${file}: ${link}`)
            ),
        spoilt: {
            'a link in a mail': (app) =>
                changed(app, 'sysevent_email_action', {
                    find: '<p>Last outcome',
                    replace: '<a href="/x.do" target="_blank">Open</a><p>Last outcome',
                }),
        },
    },
]
