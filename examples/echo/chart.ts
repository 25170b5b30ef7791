import type { Point } from './timeline'

/** A line of the chart. */
export interface Line {
    name: string
    colour: string
    dashed?: boolean
    /** Days left by day. */
    values: [day: number, daysLeft: number][]
}

/** A panel of the chart. */
export interface Panel {
    title: string
    lines: Line[]
    /** Points of the first line at which its connection ended unexpectedly. */
    deaths: Line['values']
}

/** Lifetime that a client assumed, as a line. */
export function believed(points: Point[]): Line['values'] {
    return points.map(({ day, believedDays }) => [day, believedDays])
}

/** Lifetime at the provider, as a line. */
export function truth(points: Point[]): Line['values'] {
    return points.map(({ day, trueDays }) => [day, trueDays])
}

/** Draws the panels below each other. Deterministic. */
export async function drawChart(panels: Panel[]): Promise<string> {
    const echarts = await import('echarts')
    const [width, panelHeight, top] = [900, 300, 80]
    const chart = echarts.init(null, null, {
        renderer: 'svg',
        ssr: true,
        width,
        height: panels.length * panelHeight + 20,
    })
    chart.setOption({
        animation: false,
        backgroundColor: '#ffffff',
        textStyle: { fontFamily: 'sans-serif' },
        title: panels.map(({ title }, index) => ({
            text: title,
            left: 20,
            top: index * panelHeight + 12,
            textStyle: { fontSize: 15, fontWeight: 600 as const },
        })),
        legend: panels.map(({ lines }, index) => ({
            data: lines.map(({ name }) => name),
            left: 20,
            itemGap: 40,
            top: index * panelHeight + 36,
        })),
        grid: panels.map((_panel, index) => ({
            left: 70,
            right: 30,
            top: index * panelHeight + top,
            height: panelHeight - top - 50,
        })),
        xAxis: panels.map((_panel, gridIndex) => ({
            gridIndex,
            type: 'value' as const,
            name: 'days since the consent',
            nameLocation: 'middle' as const,
            nameGap: 26,
            splitLine: { show: false },
        })),
        yAxis: panels.map((_panel, gridIndex) => ({
            gridIndex,
            type: 'value' as const,
            name: 'days left',
            nameLocation: 'middle' as const,
            nameGap: 36,
            min: 0,
        })),
        series: panels.flatMap(({ lines, deaths }, index) =>
            lines.map(({ name, colour, dashed, values }, position) => ({
                name,
                type: 'line' as const,
                xAxisIndex: index,
                yAxisIndex: index,
                data: values,
                symbolSize: 7,
                color: colour,
                lineStyle: { width: 2.5, type: dashed ? ('dashed' as const) : ('solid' as const) },
                ...(position === 0 && {
                    markPoint: {
                        symbol: 'pin',
                        symbolSize: 46,
                        data: deaths.map((coord) => ({ coord, value: 'dead' })),
                        itemStyle: { color: '#9d2016' },
                        label: { fontSize: 10 },
                    },
                }),
            }))
        ),
    })
    const svg = chart.renderToSVGString()
    chart.dispose()
    return svg
}
