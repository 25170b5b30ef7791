import '@servicenow/sdk/global'
import { ScheduledScript } from '@servicenow/sdk/core'
import { sendExpiryNotices } from '../../server/expiry-notices/notice-job'

ScheduledScript({
    $id: Now.ID['expiry-notices'],
    name: 'OpenFin: expiry notices',
    active: true,
    frequency: 'daily',
    executionTime: { hours: 5, minutes: 30 },
    timeZone: 'UTC',
    executionStart: '2026-01-01 05:30:00',
    script: sendExpiryNotices,
})
