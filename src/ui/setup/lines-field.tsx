/** A text box with one entry a line; a problem is tied to it for screen readers. */
export function LinesField({
    id,
    label,
    hint,
    value,
    problem,
    onChange,
}: {
    id: string
    label: string
    hint: string
    value: string
    problem: string | null
    onChange: (value: string) => void
}) {
    return (
        <div className="field">
            <label htmlFor={id}>{label}</label>
            <p className="quiet field__hint" id={`${id}-hint`}>
                {hint}
            </p>
            <textarea
                id={id}
                rows={3}
                spellCheck={false}
                autoCapitalize="none"
                autoComplete="off"
                value={value}
                aria-invalid={problem !== null}
                aria-describedby={problem === null ? `${id}-hint` : `${id}-problem ${id}-hint`}
                onChange={(event) => onChange(event.target.value)}
            />
            {problem !== null && (
                <p className="field__problem" id={`${id}-problem`}>
                    {problem}
                </p>
            )}
        </div>
    )
}
