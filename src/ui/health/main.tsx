import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { t } from 'sn-translate'
import '../shared/page.css'
import { followTheme } from '../shared/theme'
import { formatTime } from './dates'
import { Failures } from './failures'
import { readFilters, showInAddress, type Filters } from './filters'
import './health.css'
import { NeedsPeople } from './needs-people'
import { OutcomeCounts } from './outcome-counts'
import { Panel } from './panel'
import { reader } from './reader'
import { Timeline } from './timeline'
import { TokensTable } from './tokens-table'
import { Traffic } from './traffic'
import { usePart } from './use-part'
import { useTicks } from './use-ticks'

/** The state of tokens and open routes; read again every 30 s. */
function HealthPage() {
    const { tick, refresh } = useTicks()
    const [filters, setFilters] = useState(() => readFilters(window.location.search))
    useEffect(() => {
        const follow = () => setFilters(readFilters(window.location.search))
        window.addEventListener('popstate', follow)
        return () => window.removeEventListener('popstate', follow)
    }, [])
    const counts = usePart(`${tick}`, reader.counts)
    const needing = usePart(`${tick}`, reader.needsPeople)
    const failing = usePart(`${tick}`, reader.failing)
    const series = usePart(`${tick}`, reader.series)
    const tokens = usePart(`${tick} ${JSON.stringify(filters)}`, () => reader.tokens(filters))
    const [read, setRead] = useState('')
    useEffect(() => {
        if (counts.value) setRead(formatTime(new Date().toISOString()))
    }, [counts.value])
    const change = (next: Filters) => {
        showInAddress(next)
        setFilters(next)
    }
    return (
        <main>
            <div className="head">
                <div>
                    <h1>{t('OpenFin health')}</h1>
                    <p className="lead">
                        {t('OAuth connections that need people, and how the open routes are used.')}
                    </p>
                </div>
                <div className="head__refresh">
                    <button type="button" className="button" onClick={refresh}>
                        {t('Refresh')}
                    </button>
                    <p className="quiet">{read && t('Read %1', read)}</p>
                </div>
            </div>
            <NeedsPeople part={needing} />
            <OutcomeCounts part={counts} />
            <Panel id="timeline" title={t('Ends of refresh tokens')} part={series}>
                {({ ends }) => <Timeline ends={ends} />}
            </Panel>
            <Failures part={failing} />
            <Panel id="traffic" title={t('Use of the open routes')} part={series}>
                {({ traffic }) => <Traffic traffic={traffic} />}
            </Panel>
            <TokensTable part={tokens} filters={filters} onChange={change} />
        </main>
    )
}

followTheme()
document.title = t('OpenFin health')
createRoot(document.getElementById('root') as HTMLElement).render(<HealthPage />)
