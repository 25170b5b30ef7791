import { useMemo } from 'react'
import { t } from 'sn-translate'
import type { DayEnds } from '../../../setup/status/series'
import { Chart } from './chart'
import { formatCount, formatDay } from './dates'

/** When refresh tokens end, day by day: a chart, and the same as a table. */
export function Timeline({ ends }: { ends: readonly DayEnds[] }) {
    const [days, bars] = useMemo(
        () => [
            ends.map(({ day }) => day),
            [{ label: t('Ends'), values: ends.map(({ count }) => count), colour: '--primary' }],
        ],
        [ends]
    )
    const total = ends.reduce((sum, { count }) => sum + count, 0)
    const busy = ends.filter(({ count }) => count > 0)
    const summary = t('Refresh tokens that end within %1 days: %2.', ends.length, formatCount(total))
    return (
        <>
            <p>{summary}</p>
            <div className="chart-and-table">
                <Chart label={summary} days={days} bars={bars} />
                <div className="scroll" tabIndex={0} role="region" aria-label={t('Ends by day')}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t('Day (UTC)')}</th>
                                <th scope="col" className="number">
                                    {t('Ends')}
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {busy.map(({ day, count }) => (
                                <tr key={day}>
                                    <th scope="row">{formatDay(day)}</th>
                                    <td className="number">{formatCount(count)}</td>
                                </tr>
                            ))}
                            {busy.length === 0 && (
                                <tr>
                                    <td colSpan={2}>{t('None')}</td>
                                </tr>
                            )}
                        </tbody>
                    </table>
                </div>
            </div>
        </>
    )
}
