import '@servicenow/sdk/global'
import { Acl, UiPage } from '@servicenow/sdk/core'
import html from '../../ui/health.html'
import { viewerRole } from '../shared/roles.now'

/** The state of OAuth tokens and open routes in the browser; its side of it is src/ui/health. */
UiPage({
    $id: Now.ID['health-page'],
    endpoint: 'x_opfi_openfin_health.do',
    description:
        'Shows which OAuth connections need people, when tokens end, and how the open routes are used.',
    direct: true,
    html: html,
})

Acl({
    $id: Now.ID['health-page-read'],
    type: 'ui_page',
    name: 'x_opfi_openfin_health',
    operation: 'read',
    roles: [viewerRole],
    description: 'Access to the health page.',
})
