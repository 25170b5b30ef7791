import { t } from 'sn-translate'
import { formatCount } from './dates'
import { OUTCOMES, outcomeText } from './outcomes'
import { Panel } from './panel'
import type { Part } from './use-part'

/** How many tokens have each outcome, and what it means. */
export function OutcomeCounts({ part }: { part: Part<Record<string, number>> }) {
    return (
        <Panel id="outcomes" title={t('Tokens by outcome')} part={part}>
            {(counts) => (
                <dl className="outcomes">
                    {[...OUTCOMES, ...Object.keys(counts).filter(isOther)].map((outcome) => {
                        const { label, meaning } = outcomeText(outcome)
                        return (
                            <div key={outcome}>
                                <dt>{label}</dt>
                                <dd>
                                    <strong>{formatCount(counts[outcome] ?? 0)}</strong>
                                    <span className="quiet">{meaning}</span>
                                </dd>
                            </div>
                        )
                    })}
                </dl>
            )}
        </Panel>
    )
}

function isOther(outcome: string): boolean {
    return !OUTCOMES.some((one) => one === outcome)
}
