import { t } from 'sn-translate'
import type { Change } from '../../../setup/change'

/** What will change, record by record, with old and new values. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
    return (
        <section className="card" aria-labelledby="changes-title">
            <h2 id="changes-title" tabIndex={-1}>
                {t('What will change')}
            </h2>
            <ul className="changes">
                {changes.map((change) => (
                    <li key={`${change.table} ${change.sysId ?? change.name}`}>
                        <h3>
                            <span className="badge badge--info">{actionOf(change)}</span> {change.name}
                        </h3>
                        {change.action === 'create' ? (
                            <details>
                                <summary>{t('Values of the new record')}</summary>
                                <Values change={change} />
                            </details>
                        ) : (
                            <Values change={change} />
                        )}
                    </li>
                ))}
            </ul>
        </section>
    )
}

function Values({ change: { before, after } }: { change: Change }) {
    return (
        <dl>
            {Object.entries(after).map(([column, value]) => (
                <div key={column}>
                    <dt>
                        <code>{column}</code>
                    </dt>
                    <dd>
                        {column in before && <Old value={before[column]} />}
                        <ins>{show(value)}</ins>
                    </dd>
                </div>
            ))}
        </dl>
    )
}

function Old({ value }: { value: Change['before'][string] | undefined }) {
    return (
        <>
            <del>{show(value ?? '')}</del>
            <span aria-hidden="true"> → </span>
        </>
    )
}

function actionOf({ action }: Change): string {
    switch (action) {
        case 'create':
            return t('Create')
        case 'deactivate':
            return t('Switch off')
        case 'delete':
            return t('Delete')
        case 'update':
            return t('Change')
    }
}

/** A comma-separated list has a place to break after each comma. */
function show(value: string | number | boolean): string {
    const text = String(value)
    return text === '' ? t('(empty)') : text.replaceAll(',', ', ')
}
