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
    script: sendExpiryNotices,
})
