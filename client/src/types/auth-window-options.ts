/**
 * OpenFin's window options for the sign-in window, all optional (`WindowCreationOptions` of `fin.Window.create`); the
 * ones that matter to a sign-in are named. A browser popup heeds width, height, left and top.
 */
export interface AuthWindowOptions {
    /** Name of the window; a unique one unless given. */
    name?: string
    /** Whether the window stays above all others. */
    alwaysOnTop?: boolean
    /** Whether the window shows as soon as it is created. */
    autoShow?: boolean
    /** CSS colour behind a page that is still loading. */
    backgroundColor?: string
    /** Whether a context menu opens on right click. */
    contextMenu?: boolean
    /** Whether the window opens in the middle of the screen. */
    defaultCentered?: boolean
    /** Width in CSS pixels. */
    defaultWidth?: number
    /** Height in CSS pixels. */
    defaultHeight?: number
    /** Distance from the screen's left edge in CSS pixels. */
    defaultLeft?: number
    /** Distance from the screen's top edge in CSS pixels. */
    defaultTop?: number
    /** Whether the window has a frame. */
    frame?: boolean
    /** Address of the window's icon. */
    icon?: string
    /** Whether the user may maximise the window. */
    maximizable?: boolean
    /** Whether the user may minimise the window. */
    minimizable?: boolean
    /** Window that this one blocks while it is open, by its OpenFin identity. */
    modalParentIdentity?: { uuid: string; name?: string }
    /** Whether the user may resize the window. */
    resizable?: boolean
    /** Whether position and size outlive the window. */
    saveWindowState?: boolean
    /** Whether the window has an entry in the taskbar. */
    showTaskbarIcon?: boolean
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- OpenFin has dozens more, and adds to them
    [option: string]: any
}
