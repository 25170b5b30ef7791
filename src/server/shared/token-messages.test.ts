import { fillMessage, readMessage, TOKEN_MESSAGES } from './token-messages'

const templates = Object.values(TOKEN_MESSAGES)

describe('messages about a token', () => {
    it.each(templates)('are read back as they were filled in: %s', (template) => {
        const values = ['invalid_grant. (a+b) $1', 'https://a.example/?b=c', '{0} twice'].slice(
            0,
            template.match(/\{\d\}/g)?.length ?? 0
        )
        expect(readMessage(fillMessage(template, ...values))).toEqual({ template, values })
    })

    it('are not found in other texts', () => {
        expect(readMessage('')).toBeNull()
        expect(readMessage('A text of somebody else.')).toBeNull()
    })

    it('keep a place without a value', () => {
        expect(fillMessage('{0} and {1}', 'one')).toBe('one and {1}')
    })
})
