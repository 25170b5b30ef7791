import globals from 'globals'

/** What Node has and browsers lack. */
export const nodeGlobals = Object.keys(globals.nodeBuiltin)
    .filter((name) => !(name in globals.browser) && !(name in globals.es2021))
    .map((name) => ({ name, message: 'Browsers do not have it.' }))

/** What the setup and its two faces, the command and the pages, may know. */
export const setupBoundaries = [
    {
        // The setup also runs in a page of the instance: no Node, and of the app only what the two decide alike.
        files: ['setup/**/*.ts'],
        ignores: ['**/*.test.ts'],
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            regex: '^(?!\\.{1,2}/)|^(\\.\\./)+(?:src/(?!server/)|(?:cli|client|examples|local-instance|scripts|test)/)',
                            message: 'The setup knows its own modules and the logic of the app.',
                        },
                    ],
                },
            ],
            'no-restricted-globals': ['error', ...nodeGlobals],
        },
    },
    {
        // Pages of the instance: browsers only, and of the project the setup only.
        files: ['src/ui/**/*.{ts,tsx}'],
        ignores: ['**/*.test.ts'],
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            regex: '^(\\.\\./)+(?:server|fluent|cli|client|examples|local-instance|scripts|test)/',
                            message: 'Pages know their own modules and the setup.',
                        },
                    ],
                },
            ],
            'no-restricted-globals': ['error', ...nodeGlobals],
            'no-console': 'error',
        },
    },
    {
        files: ['cli/src/**/*.ts'],
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            regex: '^(\\.\\./)+(src|client|examples|local-instance|scripts|test)/',
                            message: 'The command knows its own modules and the setup.',
                        },
                    ],
                },
            ],
        },
    },
]
