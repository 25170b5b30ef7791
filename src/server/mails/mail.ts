/** A mail before it is written as HTML or text. */
export interface Mail {
    subject: string
    intro: string
    /** Names and values. */
    facts: [name: string, value: string][]
    advice: string
    links: [label: string, url: string][]
}

/** Values up to this length, such as times, stay on one line. */
const SHORT = 24

/** Formats in which a mail is written. */
export type MailFormat = 'html' | 'text'

/** The body of a mail. */
export function renderMail(mail: Mail, format: MailFormat): string {
    return format === 'html' ? toHtml(mail) : toText(mail)
}

/**
 * As HTML, without colours of its own, so that it reads in light and dark; long values wrap, so that it fits a phone. Values
 * are escaped.
 */
function toHtml({ intro, facts, advice, links }: Mail): string {
    const rows = facts
        .map(
            ([name, value]) =>
                `<tr><th align="left" valign="top" style="padding:4px 16px 4px 0;font-weight:normal;opacity:.75">${escape(name)}</th><td valign="top" style="padding:4px 0;${value.length > SHORT ? 'overflow-wrap:anywhere' : 'white-space:nowrap'}">${escape(value)}</td></tr>`
        )
        .join('')
    const anchors = links
        .map(([label, url]) => `<p style="margin:8px 0"><a href="${escape(url)}">${escape(label)}</a></p>`)
        .join('')
    return [
        `<p>${escape(intro)}</p>`,
        facts.length > 0 ? `<table role="presentation" cellspacing="0" cellpadding="0">${rows}</table>` : '',
        advice === '' ? '' : `<p>${escape(advice)}</p>`,
        anchors,
    ].join('')
}

/** As plain text. */
function toText({ intro, facts, advice, links }: Mail): string {
    return [
        intro,
        facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
        advice,
        links.map(([label, url]) => `${label}: ${url}`).join('\n'),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
}

function escape(text: string): string {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
}
