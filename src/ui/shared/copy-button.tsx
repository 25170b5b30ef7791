import { t } from 'sn-translate'

/** Copies a text and says so by `onCopied`, which belongs to a live region of the page. */
export function CopyButton({
    label,
    text,
    onCopied,
}: {
    label: string
    text: string
    onCopied: (message: string) => void
}) {
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(text)
            onCopied(t('Copied to the clipboard.'))
        } catch {
            onCopied(t('The browser does not allow copying. Select the text and copy it.'))
        }
    }
    return (
        <button type="button" className="button" onClick={() => void copy()}>
            {label}
        </button>
    )
}
