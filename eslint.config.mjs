import js from '@eslint/js'
import jest from 'eslint-plugin-jest'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { nodeGlobals, setupBoundaries } from './eslint.setup.mjs'

/** Globals of Node and of browsers; the platform's JavaScript has neither. */
const foreignGlobals = Object.keys({ ...globals.nodeBuiltin, ...globals.browser })
    .filter((name) => !(name in globals.es2021))
    .map((name) => ({ name, message: 'The platform has no Node or browser globals; use a Glide class.' }))

/** What scripts of records find on the platform. */
const SCRIPT_GLOBALS =
    'Class action current email email_action event global require template x_opfi_openfin'.split(' ')

/** What the platform's engine refuses or lacks (now-sdk explain javascript-compatibility-guide). */
const platformSyntax = [
    ['PropertyDefinition[static=false] > PrivateIdentifier.key', 'private instance fields'],
    ['MethodDefinition[static=false] > PrivateIdentifier.key', 'private methods'],
    ['BinaryExpression[left.type="PrivateIdentifier"]', 'private brand checks'],
    ['MethodDefinition[value.async=true]', 'async class methods'],
    ['ForOfStatement[await=true]', 'for await'],
    [':function[async=true][generator=true]', 'async generators'],
    [
        'ClassDeclaration[superClass.name=/^(Array|RegExp|Function|Promise|Error|Map|Set|Boolean|Number|String|(Type|Range|Syntax|Reference|Eval|URI)Error)$/]',
        'subclasses of builtins',
    ],
    [
        'ClassExpression[superClass.name=/^(Array|RegExp|Function|Promise|Error|Map|Set|Boolean|Number|String|(Type|Range|Syntax|Reference|Eval|URI)Error)$/]',
        'subclasses of builtins',
    ],
    ['NewExpression[callee.name="Function"]', 'new Function()'],
    ['Literal[regex.flags=/d/]', 'the regular expression flag d'],
    ['ImportExpression', 'import()'],
].map(([selector, what]) => ({ selector, message: `The platform's JavaScript does not have ${what}.` }))

export default tseslint.config(
    {
        ignores: [
            '**/dist/',
            '**/node_modules/',
            'target/',
            '.now/',
            'src/fluent/generated/',
            '@types/',
            '**/*.sample.ts',
        ],
    },
    js.configs.recommended,
    ...tseslint.configs.recommended,
    {
        rules: {
            '@typescript-eslint/consistent-type-imports': [
                'error',
                { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
            ],
            '@typescript-eslint/no-unused-vars': [
                'error',
                { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
            ],
            eqeqeq: 'error',
            'no-eval': 'error',
            'prefer-const': 'error',
        },
    },
    {
        // A file holds one idea: blank lines and comments count. Generated files have no limit.
        ignores: [
            'client/src/types/service-now-entities.ts',
            'local-instance/src/plugins/deployment/sdk-table-list.ts',
        ],
        rules: { 'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }] },
    },
    {
        files: ['**/*.test.ts'],
        plugins: { jest },
        rules: {
            'jest/no-focused-tests': 'error',
            'jest/no-identical-title': 'error',
            'jest/valid-expect': 'error',
            'jest/valid-expect-in-promise': 'error',
        },
    },
    {
        files: ['**/*.{mjs,cjs,js}'],
        languageOptions: { globals: { ...globals.nodeBuiltin, ...globals.commonjs } },
        rules: { '@typescript-eslint/no-require-imports': 'off' },
    },
    {
        // Scripts that the platform evaluates as they are: its own globals, and no modules but by require.
        files: ['src/fluent/**/*.server.js'],
        languageOptions: {
            ecmaVersion: 2021,
            sourceType: 'script',
            globals: Object.fromEntries(SCRIPT_GLOBALS.map((name) => [name, 'readonly'])),
        },
        rules: { 'no-unused-vars': 'off', '@typescript-eslint/no-unused-vars': 'off' },
    },
    {
        // Steps of tests are handed these as well (EXPLAIN atf-guide).
        files: ['src/fluent/atf/*.server.js'],
        languageOptions: {
            globals: Object.fromEntries(
                ['gs', 'GlideRecord', 'outputs', 'steps', 'params', 'stepResult', 'assertEqual'].map(
                    (name) => [name, 'readonly']
                )
            ),
        },
    },
    {
        files: ['src/server/**/*.ts'],
        ignores: ['**/*.test.ts'],
        languageOptions: { ecmaVersion: 2021 },
        rules: {
            'no-restricted-globals': [
                'error',
                ...foreignGlobals,
                ...[
                    'Reflect',
                    'WeakRef',
                    'FinalizationRegistry',
                    'SharedArrayBuffer',
                    'Atomics',
                    'GlideRecord',
                    'GlideAggregate',
                    'gs',
                    'sn_ws',
                ].map((name) => ({
                    name,
                    message: 'The engine does not have it, or it must be imported from @servicenow/glide.',
                })),
            ],
            'no-restricted-syntax': ['error', ...platformSyntax],
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            regex: '^(?!\\.{1,2}/|@servicenow/glide(/|$))',
                            message: 'src/server knows only its own modules and @servicenow/glide.',
                        },
                    ],
                },
            ],
            'no-console': 'error',
        },
    },
    {
        // The runtime library is evaluated inside a script's context, where there is nothing of Node.
        files: ['local-instance/src/script-engine/glide/**/*.ts'],
        rules: {
            'no-restricted-globals': ['error', ...foreignGlobals],
            'no-restricted-imports': [
                'error',
                { patterns: [{ regex: '^(?!\\.{1,2}/)', message: 'Only files of the runtime itself.' }] },
            ],
        },
    },
    ...setupBoundaries,
    {
        files: ['local-instance/src/core/**/*.ts'],
        rules: {
            'no-restricted-imports': [
                'error',
                { patterns: [{ group: ['**/plugins/**'], message: 'The core knows no plug-in.' }] },
            ],
        },
    },
    {
        // What is built into the page and the worker has no Node; only the server-side flow uses packages.
        files: ['client/src/**/*.ts'],
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            regex: '^(\\.\\./)+(src|local-instance|examples|scripts|test)/',
                            message: 'The client knows no other part.',
                        },
                    ],
                },
            ],
        },
    },
    {
        files: ['cli/src/**/*.ts', 'client/src/**/*.ts'],
        ignores: ['client/src/node/**', 'client/src/logging.ts'],
        rules: {
            'no-console': 'error',
        },
    },
    {
        files: ['client/src/**/*.ts'],
        ignores: ['client/src/node/**'],
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            regex: '^(?!\\.{1,2}/)|^(\\.\\./)+(src|local-instance|examples|scripts|test)/',
                            message: 'Only modules of the client itself.',
                        },
                    ],
                },
            ],
            'no-restricted-globals': ['error', ...nodeGlobals],
        },
    },
    {
        files: ['local-instance/**/*.ts'],
        rules: {
            'no-restricted-syntax': [
                'error',
                {
                    selector:
                        'ImportDeclaration[source.value=/(^|\\u002F)(\\.\\.\\u002F){3,}src\\u002F(server|fluent)/]',
                    message: 'The local instance knows only the built XML of the app.',
                },
            ],
        },
    }
)
