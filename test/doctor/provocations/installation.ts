import { property, type Provocation } from './provocation'

const ADMINISTRATION = '/api/x_opfi_openfin/v1/administration/instance'

/** The installation itself: the app, its ATF tests, a clone of the instance. */
export const INSTALLATION: Provocation[] = [
    {
        code: 'app_missing',
        by: 'an app that was removed',
        provoke: (fixture) =>
            fixture.change('sys_ws_definition', 'service_id=integration', { service_id: 'gone' }),
        repair: (fixture) =>
            fixture.change('sys_ws_definition', 'service_id=gone', { service_id: 'integration' }),
        says: 'not installed',
    },
    {
        code: 'instance_cloned',
        by: 'a copy of another instance',
        provoke: property('instance_id', 'b'.repeat(32)),
        repair: (fixture) => fixture.instance.admin('POST', ADMINISTRATION, {}),
        says: 'copy',
    },
    {
        code: 'atf_tests_missing',
        by: 'an instance without the suite',
        provoke: (fixture) => fixture.answer('/api/now/table/sys_atf_test_suite', 200, '{"result":[]}'),
        repair: (fixture) =>
            fixture.answer('/api/now/table/sys_atf_test_suite', 200, '{"result":[{"sys_id":"1"}]}'),
        says: 'test suite',
    },
]
