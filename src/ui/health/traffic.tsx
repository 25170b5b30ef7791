import { useMemo } from 'react'
import { t } from 'sn-translate'
import type { DayTraffic } from '../../../setup/status/series'
import { Chart } from './chart'
import { formatCount, formatDay } from './dates'

/** Requests to the open routes and refusals, day by day: a chart, and the same as a table. */
export function Traffic({ traffic }: { traffic: readonly DayTraffic[] }) {
    const [days, bars] = useMemo(
        () => [
            traffic.map(({ day }) => day),
            [
                {
                    label: t('Requests'),
                    values: traffic.map(({ requests }) => requests),
                    colour: '--primary',
                },
                { label: t('Refused'), values: traffic.map(({ refused }) => refused), colour: '--bad' },
            ],
        ],
        [traffic]
    )
    const sum = (of: 'requests' | 'refused') =>
        formatCount(traffic.reduce((total, day) => total + day[of], 0))
    const summary = t(
        'Requests in %1 days: %2, of them refused: %3.',
        traffic.length,
        sum('requests'),
        sum('refused')
    )
    return (
        <>
            <p>{summary}</p>
            <ul className="legend" aria-hidden="true">
                <li className="legend__requests">{t('Requests')}</li>
                <li className="legend__refused">{t('Refused')}</li>
            </ul>
            <div className="chart-and-table">
                <Chart label={summary} days={days} bars={bars} />
                <div className="scroll" tabIndex={0} role="region" aria-label={t('Requests by day')}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t('Day (UTC)')}</th>
                                <th scope="col" className="number">
                                    {t('Requests')}
                                </th>
                                <th scope="col" className="number">
                                    {t('Refused')}
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {traffic.map(({ day, requests, refused }) => (
                                <tr key={day}>
                                    <th scope="row">{formatDay(day)}</th>
                                    <td className="number">{formatCount(requests)}</td>
                                    <td className="number">{formatCount(refused)}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            </div>
        </>
    )
}
