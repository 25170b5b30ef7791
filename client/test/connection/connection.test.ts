import { createConnection } from '../../src/connection'
import type { WorkerLink } from '../../src/page/worker-link'
import type { ConnectSettings } from '../../src/types/connect-options'
import type { ServiceNowConnection } from '../../src/types/connection'

const ORIGIN = 'https://example.service-now.com'

describe('connections of one page', () => {
    let ended: string[]
    beforeEach(() => {
        ended = []
    })
    /** A connection whose link records its end. Each test has its own client. */
    const open = (
        name: string,
        {
            clientId = expect.getState().currentTestName!,
            instanceUrl = ORIGIN,
            address = `${ORIGIN}/path`,
        } = {}
    ): ServiceNowConnection => {
        const link: WorkerLink = {
            call: async () => ({ status: 200, type: '', headers: [], body: '' }),
            leave: async (rule) => void ended.push(`${name} ${rule}`),
        }
        const settings = { clientId, instanceUrl, revoke: 'last' } as ConnectSettings
        return createConnection(link, {}, settings, address || undefined)
    }

    it('have the URL as passed to the positional form, or the origin', () => {
        expect(open('a').instanceUrl).toBe(`${ORIGIN}/path`)
        expect(open('b', { address: '' }).instanceUrl).toBe(ORIGIN)
    })

    it('of the positional form end with a later one if they were not used since', async () => {
        open('first')
        open('second')
        await open('third').disconnect()
        expect(ended).toEqual(['second last', 'first last', 'third last'])
    })

    it('that were used since then stay connected', async () => {
        const used = open('used')
        open('idle')
        const last = open('last')
        await used.executeApiRequest('/api')
        await last.disconnect()
        expect(ended).toEqual(['idle last', 'last last'])
        await used.disconnect()
        expect(ended).toHaveLength(3)
    })

    it('that were created later stay connected', async () => {
        const first = open('first')
        const second = open('second')
        await first.disconnect()
        expect(ended).toEqual(['first last'])
        await second.disconnect()
        expect(ended).toEqual(['first last', 'second last'])
    })

    it('of another client or instance, or with options, stay connected', async () => {
        open('client', { clientId: 'another' })
        open('instance', { instanceUrl: 'https://other.service-now.com' })
        open('options', { address: '' })
        await open('last').disconnect()
        expect(ended).toEqual(['last last'])
        await open('last with options', { address: '' }).disconnect()
        expect(ended).toEqual(['last last', 'last with options last'])
    })

    it('end at once if there is no earlier one', () => {
        void open('only').disconnect()
        expect(ended).toEqual(['only last'])
    })
})
