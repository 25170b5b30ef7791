import type { ConnectionPlan } from './connections'
import type { FaultPlan } from './faults'
import type { Expected } from './model'
import type { Passed } from './proxy'
import { sysIdOf } from './set-up'
import type { ExpiryNotice } from './status-rows'

/** Data of the chart. */
export interface ChartData {
    connections: ConnectionPlan[]
    plan: FaultPlan
    expected: ReadonlyMap<string, Expected>
    passed: readonly Passed[]
    notices: readonly ExpiryNotice[]
    start: number
    days: number
}

const DAY = 86_400_000
const COLOURS = {
    alive: '#8fcabd',
    lost: '#b3261e',
    fault: '#8a4b00',
    outage: '#f0ddb8',
    killed: '#17212b',
    notice: '#3b4cc0',
}
const [WIDTH, TOP, LANE, LEFT, RIGHT] = [1000, 96, 34, 160, 30]

/** An interval: lane, from day, to day. */
type Stretch = [lane: number, from: number, to: number]

/** Draws one lane per connection: when it was alive, when it was lost, and the faults. Deterministic. */
export async function drawYear({
    connections,
    plan,
    expected,
    passed,
    notices,
    start,
    days,
}: ChartData): Promise<string> {
    const echarts = await import('echarts')
    const height = TOP + connections.length * LANE + 64
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
    const day = (at: number) => Math.round(((at - start) / DAY) * 100) / 100
    const lanes = connections.map(({ id }, lane) => ({ id, lane }))
    const alive = connections.map(({ from = 0, to = days }, lane): Stretch => [lane, Math.max(from, 0), to])
    const lost = lanes.flatMap(({ id, lane }) =>
        (expected.get(id)?.gaps ?? []).map(({ from, to }): Stretch => [lane, day(from), day(to)])
    )
    const points = (matches: (entry: Passed) => boolean) =>
        lanes.flatMap(({ id, lane }) =>
            passed
                .filter((entry) => entry.client === id && entry.by !== 'check' && matches(entry))
                .map((entry) => [day(entry.at), lane])
        )
    const announced = (isEnd: boolean) =>
        lanes.flatMap(({ id, lane }) =>
            notices
                .filter(
                    ({ requestor, days: left }) =>
                        requestor === sysIdOf(`requestor ${id}`) && (left === 0) === isEnd
                )
                .map(({ at }) => [day(at), lane])
        )
    const bar = (share: number) => (_params: unknown, api: DrawingApi) => {
        const [lane, from, to] = [0, 1, 2].map((index) => api.value(index)) as Stretch
        const [left, middle] = api.coord([from, lane])
        const [right] = api.coord([to, lane])
        const thickness = LANE * share
        return {
            type: 'rect' as const,
            shape: {
                x: left,
                y: middle - thickness / 2,
                width: Math.max(2, right - left),
                height: thickness,
            },
            style: { fill: api.visual('color') },
        }
    }
    const stretches = (name: string, color: string, data: Stretch[], share: number) => ({
        name,
        type: 'custom' as const,
        renderItem: bar(share) as never,
        encode: { x: [1, 2], y: 0 },
        itemStyle: { color },
        data,
    })
    const marks = (name: string, color: string, data: number[][], symbol: string, symbolSize: number) => ({
        name,
        type: 'scatter' as const,
        data,
        color,
        symbol,
        symbolSize,
    })
    chart.setOption({
        animation: false,
        backgroundColor: '#ffffff',
        textStyle: { fontFamily: 'sans-serif' },
        title: {
            text: 'A year of OAuth connections: what held, what went wrong, and what was announced (shaded: the provider answered nobody)',
            left: 20,
            top: 12,
            textStyle: { fontSize: 15, fontWeight: 600 },
        },
        legend: { left: 20, top: 42, itemGap: 12, itemWidth: 18 },
        grid: { left: LEFT, right: RIGHT, top: TOP, bottom: 64 },
        xAxis: {
            type: 'value',
            min: 0,
            max: days,
            name: 'days',
            nameLocation: 'middle',
            nameGap: 28,
            splitLine: { show: false },
        },
        yAxis: {
            type: 'category',
            inverse: true,
            data: connections.map(({ name }) => name),
            axisTick: { show: false },
            axisLine: { show: false },
        },
        series: [
            {
                ...stretches('the connection lives', COLOURS.alive, alive, 0.42),
                markArea: {
                    silent: true,
                    itemStyle: { color: COLOURS.outage },
                    data: plan.outages.map(({ from, to }) => [
                        { xAxis: from / DAY },
                        { xAxis: Math.max(to / DAY, from / DAY + 0.5) },
                    ]),
                },
            },
            stretches('lost, until a person consents', COLOURS.lost, lost, 0.42),
            marks('its end was announced', COLOURS.notice, announced(false), 'diamond', 9),
            marks('its end was told', COLOURS.lost, announced(true), 'diamond', 9),
            marks(
                'a request failed',
                COLOURS.fault,
                points(({ fault }) => fault?.kind === 'silence' || fault?.kind === 'status'),
                'circle',
                5
            ),
            marks(
                'a node was killed, or an answer lost',
                COLOURS.killed,
                points(({ fault }) => fault?.kind === 'node killed' || fault?.kind === 'answer lost'),
                'triangle',
                10
            ),
        ],
    })
    const svg = chart.renderToSVGString()
    chart.dispose()
    return svg
}

/** The part of a custom series' render API that is used. */
interface DrawingApi {
    value(index: number): number
    coord(value: number[]): [number, number]
    visual(name: 'color'): string
}
