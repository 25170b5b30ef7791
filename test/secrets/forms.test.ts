import { createFinder } from '../open-routes/secret-finder'
import { formsOf, makeCanary } from './forms'

const CANARY = makeCanary('a secret')
const find = createFinder(formsOf(CANARY))

describe('a secret is found', () => {
    it.each<[string, string]>([
        ['as it is', `password=${CANARY}.`],
        ['shortened', `token ${CANARY.slice(0, 14)}…`],
        ['in a form', new URLSearchParams({ password: CANARY }).toString()],
        ['in an address', `https://app.example/?token=${encodeURIComponent(CANARY)}`],
        ['in JSON', JSON.stringify({ token: CANARY })],
        ['in hex', Buffer.from(CANARY).toString('hex')],
        ...['', 'u:', 'me:', 'admin:'].flatMap((before): [string, string][] => [
            [`in Base64 after "${before}"`, Buffer.from(before + CANARY).toString('base64')],
            [`in Base64url after "${before}"`, Buffer.from(before + CANARY).toString('base64url')],
        ]),
    ])('%s', (_, text) => {
        expect(find(text)).not.toEqual([])
    })

    it('and no other text matches it', () => {
        for (const form of formsOf(makeCanary('another'))) expect(find(form)).toEqual([])
        expect(find(CANARY.slice(1))).toEqual([])
    })
})
