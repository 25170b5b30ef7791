import { linkHeader } from '../../src/plugins/table-api/pagination'

const address = 'https://i.example.com/api/now/table/incident?sysparm_limit=10&sysparm_query=active%3Dtrue'

/** Offsets by link relation. */
function links(limit: number, offset: number, total: number, from = address): Record<string, number> {
    const header = linkHeader(from, { limit, offset }, total)
    const entries = (header ?? '')
        .split(',<')
        .filter((link) => link !== '')
        .map((link) => {
            const [, at, rel] = /sysparm_offset=(-?\d+)>;rel="(\w+)"$/.exec(link) ?? []
            return [rel, Number(at)]
        })
    return Object.fromEntries(entries) as Record<string, number>
}

describe('the Link header', () => {
    it('is absent if one page contains everything', () => {
        expect(linkHeader(address, { limit: 10, offset: 0 }, 10)).toBeUndefined()
        expect(linkHeader(address, { limit: 10, offset: 0 }, 0)).toBeUndefined()
        expect(linkHeader(address, { limit: 0, offset: 0 }, 100)).toBeUndefined()
    })

    it('links forward from the first page, both ways from the middle, back from the last', () => {
        expect(links(10, 0, 35)).toEqual({ first: 0, next: 10, last: 30 })
        expect(links(10, 10, 35)).toEqual({ first: 0, prev: 0, next: 20, last: 30 })
        expect(links(10, 30, 35)).toEqual({ first: 0, prev: 20, last: 30 })
    })

    it('points to the beginning of the last page', () => {
        expect(links(10, 0, 30)['last']).toBe(20)
        expect(links(1, 0, 550)).toEqual({ first: 0, next: 1, last: 549 })
    })

    it('never points before the beginning', () => {
        expect(links(10, 5, 35)['prev']).toBe(0)
        expect(links(10, 90, 35)).toEqual({ first: 0, prev: 80, last: 30 })
    })

    it('keeps the rest of the URL unchanged', () => {
        const [first] = (linkHeader(address, { limit: 10, offset: 0 }, 35) ?? '').split(',<')
        expect(first).toBe(
            '<https://i.example.com/api/now/table/incident?sysparm_limit=10&sysparm_query=active%3Dtrue&sysparm_offset=0>;rel="first"'
        )
        expect(links(10, 10, 35, `${address}&sysparm_offset=10`)['next']).toBe(20)
        expect(linkHeader('https://i/api/now/table/x', { limit: 1, offset: 0 }, 2)).toContain(
            '<https://i/api/now/table/x?sysparm_offset=1>;rel="next"'
        )
    })
})
