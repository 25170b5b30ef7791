/** The role that reads the app's records and settings. */
export const VIEWER = 'x_opfi_openfin.viewer'

/** The role that manages the app; contains the viewer. */
export const ADMIN = 'x_opfi_openfin.admin'
