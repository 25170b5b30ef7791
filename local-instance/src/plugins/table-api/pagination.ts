import type { TableParameters } from './parameters'

/**
 * The Link header of a list: `<…sysparm_offset=0>;rel="first",<…>;rel="prev",<…>;rel="next",<…>;rel="last"`,
 * each with the request's URL and another offset. The first page has no `prev`, the last no `next`; undefined
 * if there is only one page (DOCS c_TableAPI; order and separators as instances send them).
 */
export function linkHeader(
    address: string,
    { limit, offset }: Pick<TableParameters, 'limit' | 'offset'>,
    total: number
): string | undefined {
    if (limit <= 0 || (total <= limit && offset === 0)) return undefined
    const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit
    const links: [rel: string, offset: number][] = [['first', 0]]
    if (offset > 0) links.push(['prev', Math.max(0, offset - limit)])
    if (offset + limit < total) links.push(['next', offset + limit])
    links.push(['last', last])
    return links.map(([rel, at]) => `<${withOffset(address, at)}>;rel="${rel}"`).join(',')
}

function withOffset(address: string, offset: number): string {
    const [path = '', ...rest] = address.split('?')
    const others = rest
        .join('?')
        .split('&')
        .filter((pair) => pair !== '' && !/^sysparm_offset(=|$)/.test(pair))
    return `${path}?${[...others, `sysparm_offset=${offset}`].join('&')}`
}
