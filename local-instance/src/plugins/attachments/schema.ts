import type { Schema } from '../../core/plugin'
import type { ColumnDefinition } from '../../core/store/types'

const text = (name: string, maxLength = 255): ColumnDefinition => ({
    name,
    type: 'string',
    maxLength,
    readOnly: true,
})
const number = (name: string): ColumnDefinition => ({ name, type: 'integer', readOnly: true })

/**
 * Attachments, with the columns that the client's documented entities name (ServiceNowEntities Core,
 * Attachment). Access to an attachment follows from its parent record (core/store/record-rights); the tables
 * themselves restrict nothing.
 */
export const schema: Schema = {
    tables: [
        {
            name: 'sys_attachment',
            label: 'Attachment',
            columns: [
                text('average_image_color', 40),
                number('chunk_size_bytes'),
                { name: 'compressed', type: 'boolean', readOnly: true },
                text('content_type'),
                text('download_link', 1024),
                text('encryption_context', 32),
                { name: 'file_name', type: 'string', maxLength: 255, display: true, mandatory: true },
                text('hash', 100),
                number('image_height'),
                number('image_width'),
                number('size_bytes'),
                number('size_compressed'),
                text('state', 40),
                text('table_name', 80),
                text('table_sys_id', 32),
            ],
            indexes: [{ columns: ['table_sys_id', 'table_name'] }],
            rights: { read: [], create: [], write: [], delete: [] },
        },
        {
            name: 'sys_attachment_doc',
            label: 'Attachment Document',
            columns: [
                { name: 'sys_attachment', type: 'reference', reference: 'sys_attachment' },
                { name: 'position', type: 'integer' },
                { name: 'data', type: 'string', maxLength: 4_000_000 },
            ],
            indexes: [{ columns: ['sys_attachment', 'position'] }],
        },
    ],
    rules: [
        {
            table: 'sys_attachment',
            on: ['delete'],
            run({ previous, store }) {
                store.deleteMultiple('sys_attachment_doc', `sys_attachment=${previous?.['sys_id'] ?? ''}`)
            },
        },
    ],
    seed(store) {
        const properties: [name: string, type: string, value: string, description: string][] = [
            [
                'com.glide.attachment.max_size',
                'integer',
                '1024',
                'Maximum size of an attachment in megabytes.',
            ],
            [
                'glide.attachment.extensions',
                'string',
                '',
                'File extensions that can be attached; empty allows all.',
            ],
            ['glide.attachment.role', 'string', 'public', 'Roles that can attach files.'],
        ]
        for (const [name, type, value, description] of properties) {
            store.insert('sys_properties', {
                name,
                type,
                value,
                description,
                sys_name: name,
                sys_scope: 'global',
            })
        }
    },
}
