import type { Schema } from '../../core/plugin'
import { text, typed } from '../platform/columns'

/** Messages of the platform and its apps in all languages (columns of records that `now-sdk build` emits). */
export const schema: Schema = {
    tables: [
        {
            name: 'sys_ui_message',
            label: 'Message',
            extends: 'sys_metadata',
            columns: [
                text('key', 255, { display: true }),
                text('code', 255),
                text('language', 3, { defaultValue: 'en' }),
                typed('message', 'string', { maxLength: 3000 }),
                text('application', 32),
            ],
            indexes: [{ columns: ['key', 'language'] }],
        },
    ],
}
