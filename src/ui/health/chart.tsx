import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { LANGUAGE } from '../shared/session'

/** Bars of a chart, one a day. */
export interface Bars {
    label: string
    values: readonly number[]
    /** Custom property of the page that holds the colour. */
    colour: string
}

const HEIGHT = 200

/**
 * Bars by day. Drawn on a canvas, so what it shows must also be in a table; `label` tells those who do not see it.
 * Drawn again when its width or the colours of the page change.
 */
export function Chart({
    label,
    days,
    bars,
}: {
    label: string
    days: readonly string[]
    bars: readonly Bars[]
}) {
    const place = useRef<HTMLDivElement>(null)
    useEffect(() => {
        const element = place.current
        if (!element) return
        let plot: uPlot | undefined
        const draw = () => {
            plot?.destroy()
            plot = new uPlot(optionsFor(element, days, bars), dataOf(days, bars), element)
        }
        draw()
        const widths = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height: HEIGHT }))
        widths.observe(element)
        const colours = new MutationObserver(draw)
        colours.observe(document.documentElement, { attributeFilter: ['data-scheme'] })
        return () => {
            widths.disconnect()
            colours.disconnect()
            plot?.destroy()
        }
    }, [days, bars])
    return <div ref={place} className="chart" role="img" aria-label={label} />
}

function dataOf(days: readonly string[], bars: readonly Bars[]): uPlot.AlignedData {
    return [days.map((_, index) => index), ...bars.map(({ values }) => [...values])] as uPlot.AlignedData
}

function optionsFor(element: HTMLElement, days: readonly string[], bars: readonly Bars[]): uPlot.Options {
    const style = getComputedStyle(element)
    const colour = (name: string) => style.getPropertyValue(name).trim()
    const day = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    const axis: uPlot.Axis = {
        stroke: colour('--quiet'),
        font: `12px ${style.fontFamily}`,
        grid: { stroke: colour('--line'), width: 1 },
        ticks: { show: false },
    }
    const size: [number, number] = [0.7, 40]
    return {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: {
            x: { time: false, range: [-0.6, days.length - 0.4] },
            y: { range: (_, __, most) => [0, Math.max(4, Math.ceil(most * 1.1))] },
        },
        axes: [
            {
                ...axis,
                grid: { show: false },
                values: (_, places) =>
                    places.map((at) => {
                        const text = days[at]
                        return text === undefined ? '' : day.format(new Date(`${text}T00:00:00Z`))
                    }),
                incrs: [1, 2, 5, 7, 10, 14],
                space: 56,
            },
            {
                ...axis,
                incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 5e4, 1e5, 1e6],
                values: (_, places) => places.map((count) => count.toLocaleString(LANGUAGE)),
                size: 56,
            },
        ],
        series: [
            {},
            ...bars.map(({ colour: name }) => ({
                fill: colour(name),
                stroke: colour(name),
                width: 0,
                points: { show: false },
                ...(uPlot.paths.bars && { paths: uPlot.paths.bars({ size }) }),
            })),
        ],
    }
}
