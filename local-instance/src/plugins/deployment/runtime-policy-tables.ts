import type { TableDefinition } from '../../core/store/types'
import { flag, text } from './columns'

/**
 * Application Runtime Policy (DOCS exploring-app-runtime-policy; columns as the SDK builds them, SDK
 * sdk-build-core now-config). Network policies list the hosts that an application may reach, segment policies
 * suspend them for an area, resource limits are shares of an instance's threads in percent.
 */
export const runtimePolicyTables: TableDefinition[] = [
    {
        name: 'sys_arp_network_policy',
        label: 'Network Policy',
        extends: 'sys_metadata',
        since: 'brazil',
        columns: [
            flag('active', 'true'),
            text('policy_type', 40),
            text('status', 40, 'requested'),
            { ...text('host', 255), display: true },
            text('scheme', 40),
            text('path', 4000),
            text('resource', 1000),
            text('short_description', 1000),
        ],
    },
    {
        name: 'sys_arp_segment_policy',
        label: 'Segment Policy',
        extends: 'sys_metadata',
        since: 'brazil',
        columns: [
            flag('active', 'true'),
            { ...text('short_description', 1000), display: true },
            flag('arp_record'),
            ...['network', 'script', 'arl'].flatMap((area) => [
                flag(`arp_${area}`),
                text(`arp_${area}_wildcard`, 1000),
            ]),
        ],
    },
    {
        name: 'sys_app_resource_limit_template',
        label: 'Application Resource Limit Template',
        extends: 'sys_metadata',
        since: 'brazil',
        columns: [
            { ...text('template_name', 100), display: true },
            text('app_condition', 1000),
            ...['scheduled_job_limit', 'event_handler_limit'].map((name) => percent(name, '20')),
            ...['api_transaction_limit', 'interactive_transaction_limit'].map((name) => percent(name, '30')),
            text('state', 40, 'disabled'),
            flag('enable_auto_gen_limits', 'true'),
            { name: 'order', type: 'integer', defaultValue: '100' },
        ],
    },
]

function percent(name: string, defaultValue: string) {
    return { name, type: 'integer', defaultValue }
}
