import { setUp } from '../../setup/set-up'
import { deployTo } from '../support/deploy'
import { benchClient } from './client'
import { benchLists } from './lists'
import { median } from './measure'
import { benchPages } from './pages'
import { printProcessorTime } from './processor-time'
import { printReport, type Figure } from './report'
import { spawnInstance } from './spawn-instance'
import { benchTokenExchange } from './token-exchange'
import { benchTokenRefresh } from './token-refresh'

/**
 * Runs all measurements sequentially and exits with status 1 if a target is missed. With --processor-time it
 * only prints a breakdown of the processor time of a renewal, with --client it measures the client alone,
 * with `exchange` the token routes alone, with `refresh` the token refresh alone, with `pages` the health page alone.
 */
async function main(): Promise<void> {
    if (process.argv.includes('refresh')) return report(await benchTokenRefresh())
    if (process.argv.includes('pages')) return report(await benchPages())
    const onlyProcessorTime = process.argv.includes('--processor-time')
    const onlyClient = process.argv.includes('--client')
    const onlyExchange = process.argv.includes('exchange')
    const isPart = onlyProcessorTime || onlyClient || onlyExchange
    const figures: Figure[] = isPart ? [] : [await benchStart()]
    const instance = await spawnInstance()
    try {
        await deployTo(instance.url)
        const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
        await setUp({ instanceUrl: instance.url, authorization, origins: ['http://localhost:8080'] })
        if (onlyProcessorTime) return await printProcessorTime(instance)
        if (!onlyClient) figures.push(...(await benchTokenExchange(instance.url)))
        if (!onlyExchange) figures.push(...(await benchClient(instance.url)))
    } finally {
        await instance.end()
    }
    if (!isPart) figures.push(await benchLists(), ...(await benchTokenRefresh()), ...(await benchPages()))
    report(figures)
}

function report(figures: Figure[]): void {
    printReport(figures)
    if (figures.some(({ met }) => !met)) process.exitCode = 1
}

async function benchStart(): Promise<Figure> {
    const taken: number[] = []
    for (let round = 0; round < 5; round++) {
        const instance = await spawnInstance()
        taken.push(instance.readyMs)
        await instance.end()
    }
    const ms = median(taken)
    return {
        name: 'local instance ready',
        value: `${(ms / 1000).toFixed(2)} s`,
        limit: '< 2 s',
        met: ms < 2000,
    }
}

void main()
