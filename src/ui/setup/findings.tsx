import { useCallback, useEffect, useState } from 'react'
import { t } from 'sn-translate'
import type { Finding } from '../../../setup/doctor/report'
import { runDoctor, type Diagnosis } from '../../../setup/doctor/run-doctor'
import { describeError } from '../shared/describe-error'
import { Notice } from '../shared/notice'
import { INSTANCE_URL, SESSION } from '../shared/session'
import { AdoptButton } from './adopt-button'

/** Findings that the setup itself puts right. */
const MENDED =
    /^(registration_(inactive|not_public)|pkce_not_required|redirect_url_|callback_url_|cors_(rule|headers)_|open_routes_)/

/** What the doctor finds, each with its mend. Looks again when `version` changes. */
export function Findings({
    version,
    onFix,
    onDone,
}: {
    version: number
    /** Plans what the setup would change. */
    onFix: () => void
    /** Something was mended: says what, and everything is read again. */
    onDone: (message: string) => void
}) {
    const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null)
    const [error, setError] = useState<unknown>(null)
    const look = useCallback(async () => {
        setDiagnosis(null)
        setError(null)
        try {
            setDiagnosis(await runDoctor({ instanceUrl: INSTANCE_URL, ...SESSION }))
        } catch (failure) {
            setError(failure)
        }
    }, [])
    useEffect(() => void look(), [look, version])
    return (
        <section
            className="card"
            aria-labelledby="findings-title"
            aria-busy={diagnosis === null && error === null}
        >
            <h2 id="findings-title">{t('Checks')}</h2>
            {error !== null && <Notice tone="error">{describeError(error)}</Notice>}
            {diagnosis === null && error === null && <p className="quiet">{t('Checking the instance …')}</p>}
            {diagnosis && <Diagnosed diagnosis={diagnosis} onFix={onFix} onDone={onDone} />}
            <div className="buttons">
                <button type="button" className="button" onClick={() => void look()}>
                    {t('Check again')}
                </button>
            </div>
        </section>
    )
}

function Diagnosed({
    diagnosis: { findings, passed, unknown },
    onFix,
    onDone,
}: {
    diagnosis: Diagnosis
    onFix: () => void
    onDone: (message: string) => void
}) {
    return (
        <>
            <p>
                {findings.length === 0
                    ? t('Nothing wrong was found. Checks passed: %1.', passed.length)
                    : t('Findings: %1. Checks passed: %2.', findings.length, passed.length)}
            </p>
            <ul className="findings">
                {findings.map((finding, index) => (
                    <FindingItem key={index} finding={finding} onFix={onFix} onDone={onDone} />
                ))}
            </ul>
            {unknown.length > 0 && (
                <details>
                    <summary>{t('Checks that could not be made: %1', unknown.length)}</summary>
                    <ul lang="en">
                        {unknown.map(({ code, reason }) => (
                            <li key={code}>
                                <code>{code}</code>: {reason}
                            </li>
                        ))}
                    </ul>
                </details>
            )}
        </>
    )
}

function FindingItem({
    finding: { code, severity, message, fix, link },
    onFix,
    onDone,
}: {
    finding: Finding
    onFix: () => void
    onDone: (message: string) => void
}) {
    return (
        <li>
            <h3>
                <span className={`badge badge--${severity}`}>{severityName(severity)}</span>{' '}
                <code>{code}</code>
            </h3>
            <p lang="en">{message}</p>
            <p lang="en" className="quiet">
                {fix.startsWith('npx ') ? <code>{fix}</code> : fix}
            </p>
            <div className="findings__mend">
                {MENDED.test(code) && (
                    <button type="button" className="button" onClick={onFix}>
                        {t('Fix')}
                        <span className="visually-hidden"> {code}</span>
                    </button>
                )}
                {code === 'instance_cloned' && <AdoptButton onDone={onDone} />}
                {link !== null && (
                    <a href={link}>
                        {t('Open the record')}
                        <span className="visually-hidden"> {code}</span>
                    </a>
                )}
            </div>
        </li>
    )
}

function severityName(severity: Finding['severity']): string {
    if (severity === 'error') return t('Error')
    return severity === 'warning' ? t('Warning') : t('Note')
}
