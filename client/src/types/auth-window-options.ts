/**
 * OpenFin's window options for the sign-in window, all optional (`WindowCreationOptions` of
 * `fin.Window.create`); those relevant to a sign-in are listed. A browser popup uses width, height, left and
 * top.
 */
export interface AuthWindowOptions {
    /** Name of the window; default: a unique name. */
    name?: string | undefined
    /** Whether the window stays above all others. */
    alwaysOnTop?: boolean | undefined
    /** Whether the window shows as soon as it is created. */
    autoShow?: boolean | undefined
    /** CSS colour behind a page that is still loading. */
    backgroundColor?: string | undefined
    /** Whether a context menu opens on right click. */
    contextMenu?: boolean | undefined
    /** Whether the window opens in the middle of the screen. */
    defaultCentered?: boolean | undefined
    /** Width in CSS pixels. */
    defaultWidth?: number | undefined
    /** Height in CSS pixels. */
    defaultHeight?: number | undefined
    /** Distance from the screen's left edge in CSS pixels. */
    defaultLeft?: number | undefined
    /** Distance from the screen's top edge in CSS pixels. */
    defaultTop?: number | undefined
    /** Whether the window has a frame. */
    frame?: boolean | undefined
    /** URL of the window's icon. */
    icon?: string | undefined
    /** Whether the user may maximise the window. */
    maximizable?: boolean | undefined
    /** Whether the user may minimise the window. */
    minimizable?: boolean | undefined
    /** OpenFin identity of the window that this one blocks while it is open. */
    modalParentIdentity?: { uuid: string; name?: string } | undefined
    /** Whether the user may resize the window. */
    resizable?: boolean | undefined
    /** Whether position and size are saved. */
    saveWindowState?: boolean | undefined
    /** Whether the window has an entry in the taskbar. */
    showTaskbarIcon?: boolean | undefined
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- OpenFin has dozens more, and adds to them
    [option: string]: any
}
