/**
 * The stylesheet of the instance's own pages. Colours meet WCAG AA contrast in both colour schemes; sizes are
 * in rem, so text follows the user's font size; one column down to 320 px.
 */
export const STYLES = `
:root {
    color-scheme: light dark;
    --page: #f3f5f6; --card: #ffffff; --text: #17212b; --quiet: #54626f; --line: #dde3e7; --field: #ffffff;
    --field-line: #7c8994; --accent: #0f6b5c; --accent-hover: #0b5549; --on-accent: #ffffff; --focus: #1a5fd0;
    --tint: #e8f3f0; --alert: #9d2016; --alert-page: #fdf0ee; --alert-line: #e9b8b1;
    --shadow: 0 1px 2px rgb(23 33 43 / 6%), 0 12px 32px -12px rgb(23 33 43 / 18%);
}
@media (prefers-color-scheme: dark) {
    :root {
        --page: #11171c; --card: #1a2229; --text: #e8edf1; --quiet: #a5b1bc; --line: #2e3942; --field: #12181d;
        --field-line: #77858f; --accent: #59c5ae; --accent-hover: #7bd6c3; --on-accent: #06231d; --focus: #8db8ff;
        --tint: #1c312e; --alert: #ffb0a6; --alert-page: #37201d; --alert-line: #6d3a34;
        --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 16px 40px -16px rgb(0 0 0 / 60%);
    }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
    margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; align-items: center;
    padding: clamp(1rem, 5vw, 3rem) 1rem 1.5rem; background: var(--page); color: var(--text);
    font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
    overflow-wrap: anywhere;
}
main {
    width: 100%; max-width: 27rem; margin: auto; padding: clamp(1.25rem, 6vw, 2.25rem);
    background: var(--card); border: 1px solid var(--line); border-radius: 1rem; box-shadow: var(--shadow);
}
h1 { margin: 0 0 .5rem; font-size: 1.4375rem; line-height: 1.25; font-weight: 650; letter-spacing: -.012em; text-wrap: balance; }
h2 { margin: 1.75rem 0 .5rem; font-size: .875rem; line-height: 1.4; font-weight: 650; }
p { margin: 0 0 1rem; }
main > :last-child, .alert > :last-child { margin-bottom: 0; }
a { color: var(--accent); text-underline-offset: .18em; }
a:hover { color: var(--accent-hover); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .25rem; }
.lead { color: var(--quiet); }
.marks { display: flex; align-items: center; gap: .625rem; margin-bottom: 1.5rem; }
.mark {
    display: grid; place-items: center; flex: none; width: 3rem; height: 3rem; border-radius: .875rem; overflow: hidden;
    background: var(--tint); color: var(--accent); font-size: 1.25rem; font-weight: 650;
}
.mark svg { width: 1.625rem; height: 1.625rem; }
.mark img { width: 100%; height: 100%; object-fit: contain; }
.link-dots { width: 1.75rem; height: .25rem; color: var(--field-line); }
.field { margin-bottom: 1.125rem; }
label { display: block; margin-bottom: .375rem; font-size: .9375rem; font-weight: 600; }
input {
    width: 100%; min-height: 2.875rem; padding: .5rem .75rem; font: inherit; color: inherit;
    background: var(--field); border: 1px solid var(--field-line); border-radius: .625rem;
}
input:focus-visible { outline-offset: 0; border-color: var(--focus); border-radius: .625rem; }
input[aria-invalid="true"] { border-color: var(--alert); border-width: 2px; }
button, .button {
    display: inline-flex; align-items: center; justify-content: center; min-height: 2.875rem; padding: .5rem 1.25rem;
    font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; border-radius: .625rem;
    border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent);
}
button:hover, .button:hover { background: var(--accent-hover); border-color: var(--accent-hover); color: var(--on-accent); }
button:focus-visible, .button:focus-visible { border-radius: .625rem; }
button.second { background: transparent; border-color: var(--field-line); color: var(--text); }
button.second:hover { background: var(--tint); border-color: var(--field-line); color: var(--text); }
.wide { width: 100%; }
.choice { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
.choice button { flex: 1 1 8rem; }
.asks { margin: 0; padding: 0; list-style: none; border-block: 1px solid var(--line); }
.asks li { display: flex; gap: .75rem; padding: .75rem 0; }
.asks li + li { border-top: 1px solid var(--line); }
.asks svg { flex: none; width: 1.25rem; height: 1.25rem; margin-top: .15rem; color: var(--accent); }
.who { margin: 1.25rem 0 0; padding: .75rem 1rem; background: var(--tint); border-radius: .75rem; font-size: .9375rem; }
.code {
    display: block; margin: 0 0 1rem; padding: .875rem 1rem; background: var(--tint); border: 1px solid var(--line);
    border-radius: .75rem; font: .9375rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    word-break: break-all; user-select: all; -webkit-user-select: all;
}
.alert {
    margin: 0 0 1.25rem; padding: .75rem 1rem; color: var(--alert); background: var(--alert-page);
    border: 1px solid var(--alert-line); border-radius: .75rem;
}
.alert p { margin: 0; }
h1 + .alert { margin-top: 1rem; }
.lead strong { color: var(--text); }
.modules { margin: 0 0 1.5rem; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.modules li { padding: .625rem 0; border-bottom: 1px solid var(--line); }
.modules a { font-weight: 600; }
.modules .small { display: block; }
body.records main { max-width: 72rem; margin-top: 0; }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; text-align: left; overflow-wrap: normal; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody th { width: 14rem; font-weight: 600; }
tbody td { overflow-wrap: anywhere; min-width: 6rem; }
.who a { white-space: nowrap; }
.small { font-size: .875rem; color: var(--quiet); }
p.after { margin-top: 1.25rem; text-align: center; }
footer { max-width: 27rem; margin-top: 1.5rem; text-align: center; font-size: .8125rem; color: var(--quiet); }
footer p { margin: 0; }
@media (forced-colors: active) { main, .mark, button, .button { border: 1px solid; } }
@media (prefers-reduced-motion: no-preference) { button, .button, input { transition: background-color .12s, border-color .12s; } }
`
