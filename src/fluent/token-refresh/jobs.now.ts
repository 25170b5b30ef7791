import '@servicenow/sdk/global'
import { ScheduledScript } from '@servicenow/sdk/core'
import { findTokens } from '../../server/token-refresh/find-tokens'
import { refreshDueTokens } from '../../server/token-refresh/refresh-job'

ScheduledScript({
    $id: Now.ID['refresh-oauth-tokens'],
    name: 'OpenFin: refresh OAuth tokens',
    active: true,
    frequency: 'periodically',
    executionInterval: { minutes: 3 },
    timeZone: 'UTC',
    executionStart: '2026-01-01 00:00:00',
    script: refreshDueTokens,
})

ScheduledScript({
    $id: Now.ID['find-oauth-tokens'],
    name: 'OpenFin: find OAuth tokens',
    active: true,
    frequency: 'periodically',
    executionInterval: { hours: 1 },
    timeZone: 'UTC',
    executionStart: '2026-01-01 00:10:00',
    script: findTokens,
})
