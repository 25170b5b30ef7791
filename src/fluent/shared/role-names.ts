/** Role that views the app's records and settings. */
export const VIEWER = 'x_opfi_openfin.viewer'

/** Role that manages the app; contains the viewer role. */
export const ADMIN = 'x_opfi_openfin.admin'
