const DARK = window.matchMedia('(prefers-color-scheme: dark)')

/** A property that every theme of the platform sets, in the form `r,g,b` (EXPLAIN ui-page-theming-guide). */
const BACKGROUND = '--now-color_background--primary'

/**
 * Keeps `data-scheme` of the document at `light` or `dark`: as the platform's theme has it, else as the system does. So
 * fallbacks for properties that a theme leaves out never mix with the other scheme.
 */
export function followTheme(): void {
    const update = () => {
        document.documentElement.dataset['scheme'] = isDark() ? 'dark' : 'light'
    }
    update()
    DARK.addEventListener('change', update)
    document.getElementById('polarisberg_theme_variables')?.addEventListener('load', update)
}

function isDark(): boolean {
    const value = getComputedStyle(document.documentElement).getPropertyValue(BACKGROUND)
    const parts = value.split(',').map(Number)
    const [red, green, blue] = parts
    if (red === undefined || green === undefined || blue === undefined || parts.some(Number.isNaN)) {
        return DARK.matches
    }
    // Relative luminance by eye is enough to tell a dark background from a light one.
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}
