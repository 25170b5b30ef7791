/** The stylesheet, served as a file, since the content security policy forbids inline styles. */
export const STYLE = `
:root { color-scheme: light dark; --accent: light-dark(#0b6e63, #5fd0c2); --line: light-dark(#d7dce1, #3a4148); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between; align-items: center; }
main { margin-top: 1.5rem; }
form, nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
nav { margin-top: 1rem; }
.card { max-width: 30rem; margin: 15vh auto 0; padding: 2rem; border: 1px solid var(--line); border-radius: 0.75rem; }
.notice { border-left: 0.25rem solid var(--accent); padding: 0.25rem 0 0.25rem 0.75rem; }
.scroll { overflow-x: auto; margin-top: 1rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: start; }
td:first-of-type { min-width: 14rem; }
td:last-child { white-space: nowrap; }
a { color: var(--accent); }
button, .button, input {
    font: inherit; min-height: 2.5rem; padding: 0.375rem 0.875rem; border-radius: 0.5rem; border: 1px solid var(--line);
    background: Canvas; color: CanvasText;
}
.button { display: inline-block; background: var(--accent); color: Canvas; border: 0; text-decoration: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`
