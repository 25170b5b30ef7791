import '@servicenow/sdk/global'

declare global {
    namespace Now {
        namespace Internal {
            interface Keys extends KeysRegistry {
                explicit: {
                    '“%1” is not a callback page. Enter a complete https URL without fragment, comma or wildcard; http is for localhost and 127.0.0.1 only.': {
                        table: 'sys_ui_message'
                        id: '8bf23be033a344f39a6c53089ee177f9'
                    }
                    '“%1” is not an origin. Enter scheme and host only, such as https://app.example; http is for localhost and 127.0.0.1 only, and wildcards are not allowed.': {
                        table: 'sys_ui_message'
                        id: '0bcacac6e60046afb632faa65388406c'
                    }
                    '(empty)': {
                        table: 'sys_ui_message'
                        id: 'ac2ac558aaf8475dab4d2fd80efbb2b5'
                    }
                    '(opens a new tab)': {
                        table: 'sys_ui_message'
                        id: '834d7fcfb9b245c5b1b8713fd95a6b13'
                    }
                    '%1 more are in the table below.': {
                        table: 'sys_ui_message'
                        id: 'ee081666211d4be39d28655f07e8577b'
                    }
                    'address-failing-event': {
                        table: 'sysevent_register'
                        id: '9da5fbdde5ae4a28b2054249a3589b22'
                    }
                    'address-failing-notification': {
                        table: 'sysevent_email_action'
                        id: '1bde3a263f7b47a7aab3d387b47f773a'
                    }
                    'administration-acl': {
                        table: 'sys_security_acl'
                        id: 'f22804b36669453eb292c9282fd00797'
                    }
                    'administration-api': {
                        table: 'sys_ws_definition'
                        id: '3bb3f9827fc944bcb15f7a8fac1dee19'
                    }
                    'administration-api-v1': {
                        table: 'sys_ws_version'
                        id: '884f342d43b44ebebdc119121cb80138'
                    }
                    'adopt-instance': {
                        table: 'sys_ws_operation'
                        id: 'f4de06ad05234e1c8974e967dec9d7cb'
                    }
                    'adopt-instance-link': {
                        table: 'sys_ui_action'
                        id: 'a082745ac15a4e5e9bf52db59502194b'
                    }
                    All: {
                        table: 'sys_ui_message'
                        id: '365f354583184a97904976b29b94e792'
                    }
                    'App origins': {
                        table: 'sys_ui_message'
                        id: '2407ea075b8944b4b0b51d76bfaf4813'
                    }
                    Apply: {
                        table: 'sys_ui_message'
                        id: '77f863a75e2c4c75953f625ca3715058'
                    }
                    'Apps may call the Table API. Allow these only if an app needs them.': {
                        table: 'sys_ui_message'
                        id: 'b5f1be54efdc4fb9b94c3abb36f7e1f8'
                    }
                    'Apps that may sign in': {
                        table: 'sys_ui_message'
                        id: 'd553f2adf3234339ba7f1b7d5b95b763'
                    }
                    'atf-admin-rights': {
                        table: 'sys_atf_test'
                        id: '530aa17798e3465d9f1502993c839e66'
                    }
                    'atf-admin-rights-script': {
                        table: 'sys_atf_step'
                        id: '7b9b2f21893b4212a1caf7a50a7c32b6'
                    }
                    'atf-admin-rights-user': {
                        table: 'sys_atf_step'
                        id: '7459a2c7b48848919d7e583ff9c8e8db'
                    }
                    'atf-clone-guard': {
                        table: 'sys_atf_test'
                        id: '27baf9c06a864cdcb4ecb421414046d9'
                    }
                    'atf-clone-guard-script': {
                        table: 'sys_atf_step'
                        id: '0cd46a92963e4e1597e5592b91f6ca40'
                    }
                    'atf-no-role-rights': {
                        table: 'sys_atf_test'
                        id: '1e09359e6e9147a891f12d919109846d'
                    }
                    'atf-no-role-rights-script': {
                        table: 'sys_atf_step'
                        id: 'a9f091e4923b4cc684ee86970725290e'
                    }
                    'atf-no-role-rights-user': {
                        table: 'sys_atf_step'
                        id: '0842fe5dd5904d448af5d4cd32af88e5'
                    }
                    'atf-notice-decision': {
                        table: 'sys_atf_test'
                        id: '5ff762bac5ec4af78e40ef6f8259a34b'
                    }
                    'atf-notice-decision-script': {
                        table: 'sys_atf_step'
                        id: '07dc32799c0743e8b009c24ac9287982'
                    }
                    'atf-refresh-decision': {
                        table: 'sys_atf_test'
                        id: '8fb8dbb79e854a0fbbcd16bf3e9ac997'
                    }
                    'atf-refresh-decision-script': {
                        table: 'sys_atf_step'
                        id: 'dcbeed8504bc43288e99a8ed42bc9322'
                    }
                    'atf-request-tokens': {
                        table: 'sys_atf_test'
                        id: 'b9cfd61d167c40239c7318aaf6448148'
                    }
                    'atf-request-tokens-send': {
                        table: 'sys_atf_step'
                        id: '81c908a4198f4d6e9d7082d29ba0c66e'
                    }
                    'atf-request-tokens-status': {
                        table: 'sys_atf_step'
                        id: 'db270587db024a7caa31ded617d9ae50'
                    }
                    'atf-revoke-token': {
                        table: 'sys_atf_test'
                        id: 'b0b18fc5ddb84c0ab058913d43d81404'
                    }
                    'atf-revoke-token-send': {
                        table: 'sys_atf_step'
                        id: '40fbfeb4ef8144df90be65769b2b987d'
                    }
                    'atf-revoke-token-status': {
                        table: 'sys_atf_step'
                        id: '2aef7ba6b2a64170837dc254b314d5ed'
                    }
                    'atf-rule-checks': {
                        table: 'sys_atf_test'
                        id: '5790d9d5dfe243818461ba755aebbf55'
                    }
                    'atf-rule-checks-script': {
                        table: 'sys_atf_step'
                        id: '99465cc7cf1d4bfc875712a8c8ff9f02'
                    }
                    'atf-suite': {
                        table: 'sys_atf_test_suite'
                        id: '3e19148664e645b98dcbc887cd443b42'
                    }
                    'atf-suite-admin-rights': {
                        table: 'sys_atf_test_suite_test'
                        id: '26d7e5e8cd0d4bb3b8ff128f4284f412'
                    }
                    'atf-suite-clone-guard': {
                        table: 'sys_atf_test_suite_test'
                        id: '6eca9e9207d245c0ab3b2dd64ef5010b'
                    }
                    'atf-suite-no-role-rights': {
                        table: 'sys_atf_test_suite_test'
                        id: 'aeda110ce6874a209c95a54887b29532'
                    }
                    'atf-suite-notice-decision': {
                        table: 'sys_atf_test_suite_test'
                        id: '2add93918c80400bbd80d379ee5b3399'
                    }
                    'atf-suite-refresh-decision': {
                        table: 'sys_atf_test_suite_test'
                        id: 'bb3abc26692f41249b3a4ebe04d94d6a'
                    }
                    'atf-suite-request-tokens': {
                        table: 'sys_atf_test_suite_test'
                        id: '82c451c935c44d2fbfb9ec45f8038879'
                    }
                    'atf-suite-revoke-token': {
                        table: 'sys_atf_test_suite_test'
                        id: 'bce7b40c02b14ab6abdd1d2e54d4eaf4'
                    }
                    'atf-suite-rule-checks': {
                        table: 'sys_atf_test_suite_test'
                        id: '3333f6ac76834d02b5dc03cd4d6dba42'
                    }
                    'atf-suite-user-info': {
                        table: 'sys_atf_test_suite_test'
                        id: '34bdde238fff4f5f955cf749987f2615'
                    }
                    'atf-suite-user-info-stranger': {
                        table: 'sys_atf_test_suite_test'
                        id: '5518bd67f0434d7aae5725f1d1eec9de'
                    }
                    'atf-suite-viewer-rights': {
                        table: 'sys_atf_test_suite_test'
                        id: '2e1213ed37a24d338979491f002d324b'
                    }
                    'atf-user-info': {
                        table: 'sys_atf_test'
                        id: '18c9ebf971234abca496bb7f7dca19d8'
                    }
                    'atf-user-info-script': {
                        table: 'sys_atf_step'
                        id: '7a3a3dc1c5214acf9e66f0318dd114a5'
                    }
                    'atf-user-info-stranger': {
                        table: 'sys_atf_test'
                        id: '0ca23faaf807403f99bf6358a3e9d8a8'
                    }
                    'atf-user-info-stranger-send': {
                        table: 'sys_atf_step'
                        id: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                    }
                    'atf-user-info-stranger-status': {
                        table: 'sys_atf_step'
                        id: 'b4a6da8aac5c4964894088fe1d652abb'
                    }
                    'atf-viewer-rights': {
                        table: 'sys_atf_test'
                        id: '343c07564c8741d7acd594725688df7e'
                    }
                    'atf-viewer-rights-script': {
                        table: 'sys_atf_step'
                        id: 'eeee82827ba2476cb9d67045ba857e00'
                    }
                    'atf-viewer-rights-user': {
                        table: 'sys_atf_step'
                        id: '3c1176ca800e4eababd6a17b758b9227'
                    }
                    'Attachment API': {
                        table: 'sys_ui_message'
                        id: '29065a449bfb4f5ab0c34a059ba221a9'
                    }
                    'Batch API': {
                        table: 'sys_ui_message'
                        id: '9820567b6a2042ca9f8b2f0e611bde10'
                    }
                    bom_json: {
                        table: 'sys_module'
                        id: '79bff042ca974ba1b4ab66d14672b1a1'
                    }
                    'Browsers exchange codes and tokens at two routes of this app that need no sign-in. They pass on only what public clients may ask for, count requests per address, and can be switched off.': {
                        table: 'sys_ui_message'
                        id: 'b7b97c5fd8c94543bd24262b7d9aac7f'
                    }
                    'Callback pages': {
                        table: 'sys_ui_message'
                        id: 'e692333ff3714d7b82174b564c94808b'
                    }
                    Change: {
                        table: 'sys_ui_message'
                        id: 'c68493a3802e439ab44f115d5074321a'
                    }
                    'Check again': {
                        table: 'sys_ui_message'
                        id: '8fe9581680254bba9dff3cd9f30f8798'
                    }
                    'Checking the instance …': {
                        table: 'sys_ui_message'
                        id: 'bbd60bd319f04631ba9068e70b0bdbd8'
                    }
                    Checks: {
                        table: 'sys_ui_message'
                        id: 'b0057d5ed0c3427586b301ef63519a2d'
                    }
                    'Checks that could not be made: %1': {
                        table: 'sys_ui_message'
                        id: '9d4d774dfc08450bb1971400d2dfceba'
                    }
                    'Client id': {
                        table: 'sys_ui_message'
                        id: 'dce053b9ea7443689eaecb3cea956f01'
                    }
                    'cloned-event': {
                        table: 'sysevent_register'
                        id: '6a20718ff8ef46a5b09482c53946f87c'
                    }
                    'cloned-notification': {
                        table: 'sysevent_email_action'
                        id: '46a8dacb95b2433b9fe06b83c0aceb9d'
                    }
                    'Code for the client': {
                        table: 'sys_ui_message'
                        id: 'f390acd2cdc149ce9c7b8c59dc6df8d4'
                    }
                    Connection: {
                        table: 'sys_ui_message'
                        id: '58837e5d440f42b393ee5d4b2fe9c755'
                    }
                    'consent-record': {
                        table: 'sys_ui_action'
                        id: 'ce45d89b8b544cd39a6495c96a67967d'
                    }
                    'consent-rule': {
                        table: 'sys_ui_action'
                        id: '0b279f98291e4e6795c8f31f62827a92'
                    }
                    'consent-status': {
                        table: 'sys_ui_action'
                        id: 'b44d9f577e1345188bddc1fb439a5d8d'
                    }
                    'Copied to the clipboard.': {
                        table: 'sys_ui_message'
                        id: 'd853a7fe4ccc437893c1285cb2291d21'
                    }
                    'Copy client id': {
                        table: 'sys_ui_message'
                        id: '1baa302bef044ae38d9d1be98028d75e'
                    }
                    'Copy instance URL': {
                        table: 'sys_ui_message'
                        id: '394c16e27ad846e8be88544bdd7401e0'
                    }
                    'Copy snippet': {
                        table: 'sys_ui_message'
                        id: 'addbcb13683e49e5a6287873e406a23e'
                    }
                    Create: {
                        table: 'sys_ui_message'
                        id: '8f4fca24c36c4ec5800c44a0f06c0078'
                    }
                    'Day (UTC)': {
                        table: 'sys_ui_message'
                        id: '0097ba202b48409b9f02013d7532db2b'
                    }
                    'Decide which apps may sign in to this instance as its users. Registration, redirect URLs and CORS rules follow from it.': {
                        table: 'sys_ui_message'
                        id: '9296310e26374e70a5aa443c8cb1aad3'
                    }
                    Delete: {
                        table: 'sys_ui_message'
                        id: '097b86fedd1f49ffa5e637a8c42fd671'
                    }
                    Details: {
                        table: 'sys_ui_message'
                        id: 'e3528e7722c54e859f34b9385fd677df'
                    }
                    Directly: {
                        table: 'sys_ui_message'
                        id: '63a213b426124e58ac8f8ba6e415d2ac'
                    }
                    'Done: %1': {
                        table: 'sys_ui_message'
                        id: 'ef5a5e9385d64f8eb1bf5458784244d7'
                    }
                    'Done. Changed records: %1.': {
                        table: 'sys_ui_message'
                        id: 'aa45320d6c53463a9a7d70276df41b60'
                    }
                    enabled: {
                        table: 'sys_properties'
                        id: '5a4f74df4fcb4604865e29b6bedfbbff'
                    }
                    Ends: {
                        table: 'sys_ui_message'
                        id: 'c993bc1497c14d2f9cd7f4f72c6e1648'
                    }
                    'Ends by day': {
                        table: 'sys_ui_message'
                        id: '123430d337154a4485f46dd671cc524a'
                    }
                    'Ends of refresh tokens': {
                        table: 'sys_ui_message'
                        id: 'ac291257722f4406a60cf8139c886a60'
                    }
                    'Enter the origin of at least one app.': {
                        table: 'sys_ui_message'
                        id: 'f0e82d050b86473db29024f1d53d888e'
                    }
                    Error: {
                        table: 'sys_ui_message'
                        id: 'aa832119029244848000d882906fa225'
                    }
                    'example-connection-aliases': {
                        table: 'x_opfi_openfin_refresh_rule'
                        id: '0bdfa8c75742479eb37dd4bdaad1e62c'
                    }
                    'example-email-accounts': {
                        table: 'x_opfi_openfin_refresh_rule'
                        id: 'ec5140d90c0c4fa18beed77d259c17ee'
                    }
                    'example-rest-messages': {
                        table: 'x_opfi_openfin_refresh_rule'
                        id: '7bb08544b61a4791a09e7abfbed82c60'
                    }
                    'expiry-notices': {
                        table: 'sysauto_script'
                        id: '29a2c9e4910e4c7eb2636d54d522671a'
                    }
                    'expiry-notices-enabled': {
                        table: 'sys_properties'
                        id: '07c1ca33436c46b1ab33b186c10e9388'
                    }
                    'expiry-notices-registrations': {
                        table: 'sys_properties'
                        id: '0cf4d90b366042d1990ff309ed8d8ef6'
                    }
                    'expiry-notices-thresholds-days': {
                        table: 'sys_properties'
                        id: '8f0ba32bc7e44e9fb1db53d391afa03f'
                    }
                    'expiry-notices-watch': {
                        table: 'sys_properties'
                        id: 'dc3efba57e1e4a1b9fe5f082096d55b2'
                    }
                    'Failed attempts': {
                        table: 'sys_ui_message'
                        id: '001911e178034e6188887d6b32247aa3'
                    }
                    'Failed: %1': {
                        table: 'sys_ui_message'
                        id: '81e8e6acefae4aa283f321e815ff7a12'
                    }
                    Failures: {
                        table: 'sys_ui_message'
                        id: '2a45297b45fe4f6caa26b36f839c924d'
                    }
                    'failures-before-event': {
                        table: 'sys_properties'
                        id: '3c7fdcb4acf54e509bec0502c5594a0d'
                    }
                    'find-oauth-tokens': {
                        table: 'sysauto_script'
                        id: 'c92f6d58fc8648e39fd83ff53be1d425'
                    }
                    'Findings: %1. Checks passed: %2.': {
                        table: 'sys_ui_message'
                        id: '644f3265842e4cf5af354625ede076c8'
                    }
                    Fix: {
                        table: 'sys_ui_message'
                        id: 'd49a9a54d5f04db2ba6b3162df599391'
                    }
                    'follow-changed-rules': {
                        table: 'sysevent_script_action'
                        id: 'df2fcae85c714ceaa03879ec527f308a'
                    }
                    'Further APIs': {
                        table: 'sys_ui_message'
                        id: '19c4c8b4c2b84507af98f7ca9b6e4baa'
                    }
                    'Get OAuth token': {
                        table: 'sys_ui_message'
                        id: 'c8e4247e4e3e498d9e1b351b8062273c'
                    }
                    'get-instance': {
                        table: 'sys_ws_operation'
                        id: 'e8eb30ba87ab453a85dcadbfeb720a60'
                    }
                    'Hand this to the developers of your apps. None of it is secret.': {
                        table: 'sys_ui_message'
                        id: 'b38054a46d004b3ea25553f4dc29c7f8'
                    }
                    'health-page-read': {
                        table: 'sys_security_acl'
                        id: '4cae1149243e47c0a14a7a4a077336e5'
                    }
                    'Instance URL': {
                        table: 'sys_ui_message'
                        id: '5658110339ad4ae5881ded127e573ff0'
                    }
                    'integration-api': {
                        table: 'sys_ws_definition'
                        id: '757e9196c69d47aa9738528d7861a20b'
                    }
                    'integration-api-v1': {
                        table: 'sys_ws_version'
                        id: '991082a5364f46f08a9cba7cbd8097aa'
                    }
                    'integration-cors-rule': {
                        table: 'sys_cors_rule'
                        id: 'd2b2d04dc5744a68a772e174b02e4fbe'
                    }
                    'Loading …': {
                        table: 'sys_ui_message'
                        id: '1523daeaca7f4688977b334cefc2ef72'
                    }
                    lockdown: {
                        table: 'sys_properties'
                        id: '31866bdad90d400a8a438bda4c561ebe'
                    }
                    Mend: {
                        table: 'sys_ui_message'
                        id: '1108c7d8a24441598b439677f019552a'
                        deleted: true
                    }
                    menu: {
                        table: 'sys_app_application'
                        id: '9b7106b2ddc44c5da76caef3fc15fd78'
                    }
                    'menu-cors-rules': {
                        table: 'sys_app_module'
                        id: '7862b12ad6cd431ab31fe1bf8775d62a'
                    }
                    'menu-health': {
                        table: 'sys_app_module'
                        id: '46f7e5dd6abe4de8b6f9241d1b4cbf1c'
                    }
                    'menu-properties': {
                        table: 'sys_app_module'
                        id: 'b6731204598e44b8b6c432845898fe9b'
                    }
                    'menu-refresh-attempts': {
                        table: 'sys_app_module'
                        id: '1c604760d7a9461489aebdfe207e2ee8'
                    }
                    'menu-refresh-rules': {
                        table: 'sys_app_module'
                        id: '295353869bec4ee6829926e63060fc1d'
                    }
                    'menu-refresh-runs': {
                        table: 'sys_app_module'
                        id: '98522d5a2b084e9d9c6ec610956f3c8b'
                    }
                    'menu-registration': {
                        table: 'sys_app_module'
                        id: '1794780fa5554e1b89dcb0f9e668ee59'
                    }
                    'menu-requests': {
                        table: 'sys_app_module'
                        id: 'e06fecd0f37a4994a8f042226ac1f178'
                    }
                    'menu-setup': {
                        table: 'sys_app_module'
                        id: '9dfb65ad84334988a0be86a9d20de0b4'
                    }
                    'menu-token-status': {
                        table: 'sys_app_module'
                        id: '617ae5b5a6af4551812eb71aec6438f3'
                    }
                    'Needs people': {
                        table: 'sys_ui_message'
                        id: 'aa942cc3807f4c97bed84965ed1660ef'
                    }
                    'Next attempt': {
                        table: 'sys_ui_message'
                        id: '302fca1a7ec6424794f2b53e95e16428'
                    }
                    'Next page': {
                        table: 'sys_ui_message'
                        id: '063dce83290b44adbbe7e742df1fa597'
                    }
                    'No rule renews this token. It ends on %1.': {
                        table: 'sys_ui_message'
                        id: '279ced8c533b4512b816b9f12604c543'
                    }
                    'No token': {
                        table: 'sys_ui_message'
                        id: 'b20944309252400f892c4b519e5b9b1e'
                    }
                    'No token needs a person at present.': {
                        table: 'sys_ui_message'
                        id: '678f336085b34130b7d1409cb5ac8392'
                    }
                    'No token waits for another attempt.': {
                        table: 'sys_ui_message'
                        id: 'd7112bd94bc248bf9dfaa5d11675e96b'
                    }
                    'No tokens.': {
                        table: 'sys_ui_message'
                        id: '2e481678b9a749abb1436903521379e7'
                    }
                    None: {
                        table: 'sys_ui_message'
                        id: '37ad65ef17dd48e1b83dfe1c6bee21ef'
                    }
                    'None, watched only': {
                        table: 'sys_ui_message'
                        id: '698db6e32ebe4158a45da1dbddf502e1'
                    }
                    'Not begun: %1': {
                        table: 'sys_ui_message'
                        id: 'c491c39f096749b68c9cc600f48b6bf4'
                    }
                    'Not checked yet': {
                        table: 'sys_ui_message'
                        id: 'd5f146c6b21146898bc95dc985b40acd'
                    }
                    'Not everything could be undone.': {
                        table: 'sys_ui_message'
                        id: 'd86aba9ca03b420d80193c46d7732457'
                    }
                    Note: {
                        table: 'sys_ui_message'
                        id: 'd7a680c4d4c145ecbfafd7700a1d65f0'
                    }
                    'Nothing is stored for this record and profile. Somebody must give consent first.': {
                        table: 'sys_ui_message'
                        id: 'b97acb683f2c40b49075856d1dbe85d1'
                    }
                    'Nothing to change: the instance is set up like this.': {
                        table: 'sys_ui_message'
                        id: 'aa975d7f16a64abc95388dadcf76df2b'
                    }
                    'Nothing was changed: correct the marked entries first.': {
                        table: 'sys_ui_message'
                        id: '175655b5c7154bfaa8761696e1c8703f'
                    }
                    'Nothing wrong was found. Checks passed: %1.': {
                        table: 'sys_ui_message'
                        id: '0f3e1b8d2ed84d0baa019ebb959bc6ce'
                    }
                    'OAuth connections that need people, and how the open routes are used.': {
                        table: 'sys_ui_message'
                        id: 'b37857b3502e4b279230c35c94c611a1'
                    }
                    'oauth-custom-util': {
                        table: 'sys_script_include'
                        id: 'ee771fd7e76b43bd8101c84fe2f7bca3'
                    }
                    'oauth-custom-util-stepped-aside': {
                        table: 'sys_properties'
                        id: '3089a992a2aa43d6b1f402896854824e'
                        deleted: true
                    }
                    'oauth-token-actions': {
                        table: 'sys_script_include'
                        id: 'a533f84cf6fb44369bfc9a9ecc23a8a9'
                    }
                    'oauth-token-mails': {
                        table: 'sys_script_include'
                        id: '92c67468a9654e57a324e4eace4108b6'
                    }
                    'oauth-token-refresher': {
                        table: 'sys_script_include'
                        id: 'e3d1c3bb30af4ab79f9afbdfe639df79'
                    }
                    'Open the record': {
                        table: 'sys_ui_message'
                        id: '1bd1c52ffcae49859b491d11b2082e5c'
                    }
                    'OpenFin health': {
                        table: 'sys_ui_message'
                        id: '0637deec5c48479192cca6e2cdd44964'
                    }
                    'OpenFin setup': {
                        table: 'sys_ui_message'
                        id: '05aef1f6ac434975bde836861f92f7a5'
                    }
                    'openfin-client': {
                        table: 'oauth_entity'
                        id: '51b63f3a10d74a518898b07c65f414f9'
                    }
                    Outcome: {
                        table: 'sys_ui_message'
                        id: '9afd99949d914e47a353da5ce47df850'
                    }
                    package_json: {
                        table: 'sys_module'
                        id: '28746c315f1c42a792142b2403729657'
                    }
                    'Page %1 of %2, %3 tokens': {
                        table: 'sys_ui_message'
                        id: 'a6c976690f1d432096bb70c18de8e5f5'
                    }
                    'Pages of browser apps that receive the sign-in, one a line. OpenFin apps need none: they use a page of this instance.': {
                        table: 'sys_ui_message'
                        id: '13897596eb4946c1a9c8b7ed73671878'
                    }
                    'Pages of the table': {
                        table: 'sys_ui_message'
                        id: 'fa1833704ae142fabd7cbbd1cbaf809f'
                    }
                    'Previous page': {
                        table: 'sys_ui_message'
                        id: '659874e968114deaacbc177d8dc641e8'
                    }
                    'privilege-glide-api-event-management': {
                        table: 'sys_scope_privilege'
                        id: '6bdc444574f74ffcb1809f9778fc7060'
                    }
                    'privilege-glide-api-properties': {
                        table: 'sys_scope_privilege'
                        id: 'c7f365a481d44aba98211a158ce1bc26'
                    }
                    'privilege-glide-api-string-utilities': {
                        table: 'sys_scope_privilege'
                        id: '47295ddde2af40438b60829abce3f031'
                    }
                    'privilege-glide-api-user-roles-and-groups': {
                        table: 'sys_scope_privilege'
                        id: '15c7f0d11c3d4171a1d6e0b9d00c4635'
                    }
                    'privilege-glide-oauth-access-token-response-get-body': {
                        table: 'sys_scope_privilege'
                        id: 'a2aa8faf7712426f86a4c577a26d8fa5'
                    }
                    'privilege-glide-oauth-access-token-response-get-content-type': {
                        table: 'sys_scope_privilege'
                        id: 'b0c6275df1d6444eb9d5ae4867301581'
                    }
                    'privilege-glide-oauth-access-token-response-getparameters': {
                        table: 'sys_scope_privilege'
                        id: 'cfde721455ba44859d8e94878a612206'
                    }
                    'privilege-glide-oauth-client-get-token': {
                        table: 'sys_scope_privilege'
                        id: '0f8977ea9c6c4b1a9a43712b81533a70'
                    }
                    'privilege-glide-oauth-client-request-set-grant-type': {
                        table: 'sys_scope_privilege'
                        id: '3d5a6827ef3746c4b18f2551d6f9c479'
                    }
                    'privilege-glide-oauth-client-request-set-parameter': {
                        table: 'sys_scope_privilege'
                        id: 'b68893aa34f74d688c76cf7d763e0b47'
                    }
                    'privilege-glide-oauth-client-request-set-refresh-token': {
                        table: 'sys_scope_privilege'
                        id: '4b6db60a8ef24bbca68421c353a68210'
                    }
                    'privilege-glide-oauth-client-request-token-by-request': {
                        table: 'sys_scope_privilege'
                        id: '6d2a28fe1efc4127a8817213d16de1b1'
                    }
                    'privilege-glide-oauth-client-response-get-body': {
                        table: 'sys_scope_privilege'
                        id: '6fd20fe9703c4de28c7b0bba80071e79'
                    }
                    'privilege-glide-oauth-client-response-get-error-message': {
                        table: 'sys_scope_privilege'
                        id: '8d905cbfbb1440299454c4b845722a02'
                    }
                    'privilege-glide-oauth-client-response-get-response-code': {
                        table: 'sys_scope_privilege'
                        id: 'b0f6da93fb3e484fb2f92af7b824e44a'
                    }
                    'privilege-glide-oauth-client-response-get-response-parameters': {
                        table: 'sys_scope_privilege'
                        id: 'c3d475b69a304368afeddb5f6e39007e'
                    }
                    'privilege-glide-oauth-client-response-get-token': {
                        table: 'sys_scope_privilege'
                        id: 'd5af16d7f48f433982ccd518cdd0221e'
                    }
                    'privilege-glide-oauth-string-map-get': {
                        table: 'sys_scope_privilege'
                        id: 'e04d70b27853412981f32a5b597b214d'
                    }
                    'privilege-glide-oauth-string-map-put': {
                        table: 'sys_scope_privilege'
                        id: 'cc3cf0e9937347a984fc1a8fcd96ce00'
                    }
                    'privilege-glide-oauth-string-map-remove': {
                        table: 'sys_scope_privilege'
                        id: '5b804672e9be46a8af0fb7c741e2071b'
                    }
                    'privilege-glide-oauth-token-get-access-token': {
                        table: 'sys_scope_privilege'
                        id: '0425a935085345fcbd2b01ca6be6428b'
                    }
                    'privilege-glide-oauth-token-get-expires-in': {
                        table: 'sys_scope_privilege'
                        id: '7f5a147c079a49aebb54b2b0b3d8fc41'
                    }
                    'privilege-glide-oauth-token-get-refresh-token': {
                        table: 'sys_scope_privilege'
                        id: '421bbb9d8c0c4b849e36ed293d5e1491'
                    }
                    'privilege-glide-oauth-token-get-refresh-token-expires-in': {
                        table: 'sys_scope_privilege'
                        id: 'ad0a7bea2b0040cca4823757300be396'
                    }
                    'privilege-glide-record-delete-multiple': {
                        table: 'sys_scope_privilege'
                        id: '05841fb95ca449a08f6bd792b121e135'
                    }
                    'privilege-glide-record-insert': {
                        table: 'sys_scope_privilege'
                        id: '1c696f0e9ef842c4b698329896d29b9f'
                    }
                    'privilege-glide-record-secure-get-value': {
                        table: 'sys_scope_privilege'
                        id: '2593afb7e9bc419680ab6523ebde7278'
                    }
                    'privilege-glide-record-set-value': {
                        table: 'sys_scope_privilege'
                        id: 'eedd37fe5faf4b37998181ab1f62be64'
                    }
                    'privilege-glide-record-set-workflow': {
                        table: 'sys_scope_privilege'
                        id: '37da29396bd94fe48d9f7396fafce250'
                    }
                    'privilege-glide-record-update': {
                        table: 'sys_scope_privilege'
                        id: 'a2ebf40161f540ee8043fe9a15c23744'
                    }
                    'privilege-glide-record-update-multiple': {
                        table: 'sys_scope_privilege'
                        id: 'f5bcfe8556e240cc8e117dfb7ba74259'
                    }
                    'privilege-oauth-2-0-credentials': {
                        table: 'sys_scope_privilege'
                        id: 'a5ab1ded170d4463a2003fddb7de67f6'
                    }
                    'privilege-oauth-credential': {
                        table: 'sys_scope_privilege'
                        id: 'fb8d15f770094d2c84b2918cf347194d'
                    }
                    'privilege-oauth-entity': {
                        table: 'sys_scope_privilege'
                        id: 'c9b7c030df8b4df3ad4952720175bfdf'
                    }
                    'privilege-oauth-entity-profile': {
                        table: 'sys_scope_privilege'
                        id: '5e5b8cfed8d1438d9d0775de1e9f4e2b'
                    }
                    'privilege-oauth-requestor-profile': {
                        table: 'sys_scope_privilege'
                        id: '926d19511389413493a411d4cd2b6af8'
                    }
                    'privilege-oauth-util': {
                        table: 'sys_scope_privilege'
                        id: '3ebe978f04214efa8789d014b180f958'
                    }
                    'privilege-restapirequest': {
                        table: 'sys_scope_privilege'
                        id: '5cb673a2866645c18fa1d20a194a282d'
                    }
                    'privilege-scoped-glide-aggregate': {
                        table: 'sys_scope_privilege'
                        id: '88544b3431364d99af011570cdfe7dc4'
                    }
                    'privilege-scoped-glide-element': {
                        table: 'sys_scope_privilege'
                        id: 'e2fa78e637f04f728b0f2373b7e877a0'
                    }
                    'privilege-scriptable-restmessage-client-disable-forced-variable-substitution': {
                        table: 'sys_scope_privilege'
                        id: 'a402b269d5864857b835ac22749bbd97'
                    }
                    'privilege-scriptable-restmessage-client-execute': {
                        table: 'sys_scope_privilege'
                        id: 'ef8b35062856438ea651b61ed9e422ee'
                    }
                    'privilege-scriptable-restmessage-client-set-endpoint': {
                        table: 'sys_scope_privilege'
                        id: 'a304ec2a549a4df3a62d93d7596664c0'
                    }
                    'privilege-scriptable-restmessage-client-set-follow-redirect': {
                        table: 'sys_scope_privilege'
                        id: '648f69746ba84496a4492ad47e1e4c90'
                    }
                    'privilege-scriptable-restmessage-client-set-http-method': {
                        table: 'sys_scope_privilege'
                        id: 'c64eb77a2cd6475cbbdfed7b4abbcabb'
                    }
                    'privilege-scriptable-restmessage-client-set-http-timeout': {
                        table: 'sys_scope_privilege'
                        id: 'f79142919af54ea2b19ebf07a080d20a'
                    }
                    'privilege-scriptable-restmessage-client-set-request-body': {
                        table: 'sys_scope_privilege'
                        id: 'ffccddc5984e4410b4ee534fb245746d'
                    }
                    'privilege-scriptable-restmessage-client-set-request-header': {
                        table: 'sys_scope_privilege'
                        id: '62b187a21fd8489ea8433420a9f4fce8'
                    }
                    'privilege-scriptable-restresponse-get-body': {
                        table: 'sys_scope_privilege'
                        id: '420f5f0b02da48638812a34924335497'
                    }
                    'privilege-scriptable-restresponse-get-header': {
                        table: 'sys_scope_privilege'
                        id: '0d6b99cbd0b14923b00fca9dd3ff3b27'
                    }
                    'privilege-scriptable-restresponse-get-status-code': {
                        table: 'sys_scope_privilege'
                        id: 'a936031c12214ac794f299ccb940ae1a'
                    }
                    'privilege-scriptable-service-result-builder-get-stream-writer': {
                        table: 'sys_scope_privilege'
                        id: '1a702ad3a98f4323a88c53edfd824720'
                    }
                    'privilege-scriptable-service-result-builder-set-content-type': {
                        table: 'sys_scope_privilege'
                        id: '9065c27085b44cad9e47069c66d11357'
                    }
                    'privilege-scriptable-service-result-builder-set-header': {
                        table: 'sys_scope_privilege'
                        id: '2ad2f09ccc4b4b148c657df362aec03d'
                    }
                    'privilege-scriptable-service-result-builder-set-status': {
                        table: 'sys_scope_privilege'
                        id: 'bab6a9ae461d4effa6de6c7662a36969'
                    }
                    'privilege-scriptable-service-result-stream-writer-write-string': {
                        table: 'sys_scope_privilege'
                        id: 'eb35b8868cdf48a6b2f8035e64b5716c'
                    }
                    'privilege-sys-email-account': {
                        table: 'sys_scope_privilege'
                        id: '96351de6c198417399217c7cee28ab16'
                    }
                    'privilege-sys-rest-message': {
                        table: 'sys_scope_privilege'
                        id: 'd47365bf4a9b4ea28b2cae04d7b57d3e'
                    }
                    'privilege-sys-user': {
                        table: 'sys_scope_privilege'
                        id: '721aeeda286b41c5852058f1bb6ef092'
                    }
                    'privilege-sys-user-grmember': {
                        table: 'sys_scope_privilege'
                        id: '9179dc9b67fe4c5b91b2f5168eec4479'
                    }
                    'privilege-sys-user-group': {
                        table: 'sys_scope_privilege'
                        id: '28c351b3079a45a1bf09904a3aa81564'
                    }
                    Profile: {
                        table: 'sys_ui_message'
                        id: 'be6bd5d4cf274845921097a9eb3b04f1'
                    }
                    'Read %1': {
                        table: 'sys_ui_message'
                        id: '53e109bb995a42228f127d038a6ec672'
                    }
                    'Reading the present setup …': {
                        table: 'sys_ui_message'
                        id: 'bd3feecaa1b04e8495ab0b30f0d5ed57'
                    }
                    Reason: {
                        table: 'sys_ui_message'
                        id: '43c5e2581678443e9c0e8ca8426ef7f4'
                    }
                    'Reauthorization required': {
                        table: 'sys_ui_message'
                        id: '9df86dd4474146aeaccd24b855122034'
                    }
                    'Recommended with a single origin: browsers call the OAuth endpoints of the instance themselves, and the routes of this app are shut.': {
                        table: 'sys_ui_message'
                        id: '0eaf4ccc23cc4c799aff80aff1cce93e'
                    }
                    Record: {
                        table: 'sys_ui_message'
                        id: '34ce02bdd4a148f48e162031f1462c6d'
                    }
                    'Records that will change: %1. Nothing is changed yet.': {
                        table: 'sys_ui_message'
                        id: 'e061191022f44fe5925cb13ab352a0dc'
                    }
                    Refresh: {
                        table: 'sys_ui_message'
                        id: '88e1168615ed4d12ad06ef6cb2749713'
                    }
                    'Refresh token ends': {
                        table: 'sys_ui_message'
                        id: '5e80917595f846228995578d0599dd54'
                    }
                    'Refresh tokens that end within %1 days: %2.': {
                        table: 'sys_ui_message'
                        id: 'ce115b43cf46409ab87bcf0226fb6c16'
                    }
                    'refresh-attempt-auto-flush': {
                        table: 'sys_auto_flush'
                        id: 'abb1dcf7040c46b28f3505e4aa08f8c5'
                    }
                    'refresh-attempt-create': {
                        table: 'sys_security_acl'
                        id: 'ccc6b0d51c5b41c2891af722e40ca637'
                    }
                    'refresh-attempt-delete': {
                        table: 'sys_security_acl'
                        id: '274e362bd63a42d89c3f25499876f006'
                    }
                    'refresh-attempt-read': {
                        table: 'sys_security_acl'
                        id: 'ba3b6e9b2abd4f80a189a57f12ee34c1'
                    }
                    'refresh-attempt-style-no-token': {
                        table: 'sys_ui_style'
                        id: '4708e09bb2a4425b87032a314fb16035'
                    }
                    'refresh-attempt-style-reauthorize': {
                        table: 'sys_ui_style'
                        id: 'a45f6c08544246b3ba79076d6e18528c'
                    }
                    'refresh-attempt-style-refreshed': {
                        table: 'sys_ui_style'
                        id: '33047091a57f4d3f92417524985a3563'
                    }
                    'refresh-attempt-style-retry-later': {
                        table: 'sys_ui_style'
                        id: '550a55295c944879b8ccbf6298293570'
                    }
                    'refresh-attempt-style-valid': {
                        table: 'sys_ui_style'
                        id: '2e548be9dc0146f3b314f14e0a7a5a93'
                    }
                    'refresh-attempt-write': {
                        table: 'sys_security_acl'
                        id: 'd16b3abd3d1745f493acbd083799e7aa'
                    }
                    'refresh-claim-create': {
                        table: 'sys_security_acl'
                        id: '7fe430fb42844f4cbc73c1c5c4c99496'
                    }
                    'refresh-claim-delete': {
                        table: 'sys_security_acl'
                        id: 'dd344e528cd24f009e2b89af5b27214a'
                    }
                    'refresh-claim-read': {
                        table: 'sys_security_acl'
                        id: '1671369b6a9545f3adc01a8432804a86'
                    }
                    'refresh-claim-write': {
                        table: 'sys_security_acl'
                        id: 'b07843b32a324ed886ad691453e04d70'
                    }
                    'refresh-due-token': {
                        table: 'sysevent_script_action'
                        id: '40e35e94d7344ca1892b4f413c5c2b0e'
                    }
                    'refresh-oauth-tokens': {
                        table: 'sysauto_script'
                        id: '67e8de2bb5d344bd9ededa3108a4d4b4'
                    }
                    'refresh-queue': {
                        table: 'sysevent_queue'
                        id: '7a3cbf23dc7242b18dc31044241b0ce5'
                    }
                    'refresh-record': {
                        table: 'sys_ui_action'
                        id: '07c2452156274a1f8c07a2ac9cc3a18a'
                    }
                    'refresh-rule': {
                        table: 'sys_ui_action'
                        id: 'e0e5052a59e746968c796504a5c950e7'
                    }
                    'refresh-rule-create': {
                        table: 'sys_security_acl'
                        id: '6f6e65f9a5ac47188436b3bc87e41311'
                    }
                    'refresh-rule-delete': {
                        table: 'sys_security_acl'
                        id: '4c3bc6f80dc94ff78c1bd17917cdca41'
                    }
                    'refresh-rule-read': {
                        table: 'sys_security_acl'
                        id: 'a8681a9309084e9abe51399e883e723a'
                    }
                    'refresh-rule-write': {
                        table: 'sys_security_acl'
                        id: '4b3dd8b76a11420aaeb5168b56ad631f'
                    }
                    'refresh-run-auto-flush': {
                        table: 'sys_auto_flush'
                        id: '81488c57b0ff4eb2b6d2252c5b790b1b'
                    }
                    'refresh-run-create': {
                        table: 'sys_security_acl'
                        id: 'eafba66c264c4692a0318748b30c480a'
                    }
                    'refresh-run-delete': {
                        table: 'sys_security_acl'
                        id: '12ea56e0a8944c9481a2d2e4b929ffb2'
                    }
                    'refresh-run-read': {
                        table: 'sys_security_acl'
                        id: '9ad8a7fd667f4da3ab9966fd7aa20975'
                    }
                    'refresh-run-write': {
                        table: 'sys_security_acl'
                        id: '5a6313ff04c141a295b23a11c73a3271'
                    }
                    'refresh-status': {
                        table: 'sys_ui_action'
                        id: 'ef5263e2a4f642199526f5b232b49008'
                    }
                    Refreshed: {
                        table: 'sys_ui_message'
                        id: '3e068eb8d7ec4f07b577dd5756bb08c8'
                    }
                    'refusals-per-minute': {
                        table: 'sys_properties'
                        id: '447ba52e06ee4c93847322a108343d75'
                    }
                    'refuse-bad-refresh-rule': {
                        table: 'sys_script'
                        id: '52a7a2864005412eb60ac1c505c89a01'
                    }
                    Refused: {
                        table: 'sys_ui_message'
                        id: 'd7a9b8b5f74c41969d1845f7316f1ced'
                    }
                    'related-list-attempts-of-run': {
                        table: 'sys_ui_related_list_entry'
                        id: '10e9d7c82f29415ea826ce6b4ce1ad37'
                    }
                    'related-list-attempts-of-status': {
                        table: 'sys_ui_related_list_entry'
                        id: '025961dd049f49c6aa9714fe85835596'
                    }
                    'related-list-statuses-of-rule': {
                        table: 'sys_ui_related_list_entry'
                        id: '059f953d3fb7445fb743d23554f8db38'
                    }
                    'related-lists-rule': {
                        table: 'sys_ui_related_list'
                        id: '31d73ebf3a3e4dfcba45daf4c1ef25f0'
                    }
                    'related-lists-run': {
                        table: 'sys_ui_related_list'
                        id: '352e98c9ca454681b57ca7b9b9708c73'
                    }
                    'related-lists-status': {
                        table: 'sys_ui_related_list'
                        id: 'ddebf922befc4ea7ab628c2eaf5b0121'
                    }
                    'request-auto-flush': {
                        table: 'sys_auto_flush'
                        id: '7aecec957f354d0fa3d8cb12bfb35ffa'
                    }
                    'request-create': {
                        table: 'sys_security_acl'
                        id: '9a5582f4a4244231bf4369431bb767aa'
                    }
                    'request-delete': {
                        table: 'sys_security_acl'
                        id: '15a29f594b67402e8eeb923b2dedaa28'
                    }
                    'request-read': {
                        table: 'sys_security_acl'
                        id: '9f87d52961e543ea9c4c0b3b8e8f9a3e'
                    }
                    'request-tokens': {
                        table: 'sys_ws_operation'
                        id: '7d70ff38867746eaa0003ab9dd75c378'
                    }
                    'request-tokens-path': {
                        table: 'sys_security_acl'
                        id: 'd4c8ce648fe64771ab1114252e5b36c5'
                    }
                    'request-write': {
                        table: 'sys_security_acl'
                        id: '82605ea5df6e4c949a95621f06315609'
                    }
                    Requests: {
                        table: 'sys_ui_message'
                        id: '777e214a203f4aa4b27bb7c3b20ddc51'
                    }
                    'Requests by day': {
                        table: 'sys_ui_message'
                        id: 'a05f998345fb45079ae5db0721feba8f'
                    }
                    'Requests in %1 days: %2, of them refused: %3.': {
                        table: 'sys_ui_message'
                        id: '5de01c1b1c7f47858f31b0afc7159764'
                    }
                    'requests-per-minute': {
                        table: 'sys_properties'
                        id: '93cfa1cbaa1b4f9594249800be73aa16'
                    }
                    'Retry later': {
                        table: 'sys_ui_message'
                        id: '654e1db753064d91bb5dad8bd2bd936a'
                    }
                    'Review and apply again to complete it, or undo the last change.': {
                        table: 'sys_ui_message'
                        id: '95c3a76bc771410caf293985f5c080a4'
                    }
                    'Review changes': {
                        table: 'sys_ui_message'
                        id: '9d9b53e250b845c2983921e3159d8e92'
                    }
                    'revoke-token': {
                        table: 'sys_ws_operation'
                        id: 'b73792c36dc14958bcd0a676cfbb0b53'
                    }
                    'revoke-token-path': {
                        table: 'sys_security_acl'
                        id: '2201d7c21fdc4eee8f4659de340a6ecf'
                    }
                    Route: {
                        table: 'sys_ui_message'
                        id: 'a3a62ec74ad04eb29f60a7db4bb8ec73'
                    }
                    Rule: {
                        table: 'sys_ui_message'
                        id: 'cb9ab1cf26fc4e1c8cb8a8554d0dd8b0'
                    }
                    'rules-changed-event': {
                        table: 'sysevent_register'
                        id: 'd4cd4de1b7a4441da2ebde231dd893ad'
                    }
                    'scan-basic-only-account': {
                        table: 'scan_table_check'
                        id: '0a7529ab472d45c3b10fd686855f99a2'
                    }
                    'scan-basic-rest-message': {
                        table: 'scan_table_check'
                        id: '146ea69cf3034638b3943621562393c0'
                    }
                    'scan-confidential-browser-client': {
                        table: 'scan_table_check'
                        id: '8085813d81fe4120b2d26b84103a5e75'
                    }
                    'scan-cors-wildcard': {
                        table: 'scan_table_check'
                        id: '836d4bde21f240089ec9ea84f5366c03'
                    }
                    'scan-echo-unprotected': {
                        table: 'scan_table_check'
                        id: 'c480607a51e843ef9f03761d2e135feb'
                    }
                    'scan-open-route-without-limits': {
                        table: 'scan_table_check'
                        id: 'd36e4c4766554f57b50e1eca05edf240'
                    }
                    'search-after-refresh-rule': {
                        table: 'sys_script'
                        id: '73c298b8dae740309a2696f304bb717c'
                    }
                    'setup-page-read': {
                        table: 'sys_security_acl'
                        id: '2bacaf2d251940fbb06c84b197b73edf'
                    }
                    src_server_administration_instance_ts: {
                        table: 'sys_module'
                        id: 'f463d48ae4594e29958f1d486fcd024c'
                    }
                    'src_server_clones_clone-guard_ts': {
                        table: 'sys_module'
                        id: '7710619e09b8472684b69bb7627717b1'
                    }
                    'src_server_clones_form-link_ts': {
                        table: 'sys_module'
                        id: 'c1060c064077464f941bba59c12de380'
                    }
                    'src_server_expiry-notices_consent_ts': {
                        table: 'sys_module'
                        id: 'd74b945f01d24886a4c552ef8609dc76'
                    }
                    'src_server_expiry-notices_notice_ts': {
                        table: 'sys_module'
                        id: '126b6e80e5894d19924d573764baf878'
                    }
                    'src_server_expiry-notices_notice-job_ts': {
                        table: 'sys_module'
                        id: '0ccea0b376764dc1bd06e40126d056cb'
                    }
                    'src_server_expiry-notices_raise-notices_ts': {
                        table: 'sys_module'
                        id: '637d4ed8a27443f18f060dfa9f4f5148'
                    }
                    'src_server_expiry-notices_refresh-end_ts': {
                        table: 'sys_module'
                        id: '5402d724f0aa4224b1b105b3f12bcea0'
                    }
                    'src_server_expiry-notices_requestor-tables_ts': {
                        table: 'sys_module'
                        id: '7e9c53942ab14cffafd436e76ec2d2fc'
                    }
                    'src_server_expiry-notices_settings_ts': {
                        table: 'sys_module'
                        id: '92b08292cfc544c197b3f0d8405fde4f'
                    }
                    'src_server_expiry-notices_watch-tokens_ts': {
                        table: 'sys_module'
                        id: 'a4c2790c54eb46eba236d6ab3d768a0b'
                    }
                    'src_server_expiry-notices_watched-rows_ts': {
                        table: 'sys_module'
                        id: 'ed2ab9b269dc4cf090ed859e1859a345'
                    }
                    'src_server_integration-api_address-key_ts': {
                        table: 'sys_module'
                        id: '8c41614b522f4bc1a23dd8b62ceedb23'
                    }
                    'src_server_integration-api_allowed-hosts_ts': {
                        table: 'sys_module'
                        id: 'd7e022eb715b4e308673217a200429d3'
                    }
                    'src_server_integration-api_bounded-integer_ts': {
                        table: 'sys_module'
                        id: 'e570c20b59434e05b593d85716811f83'
                        deleted: true
                    }
                    'src_server_integration-api_call-upstream_ts': {
                        table: 'sys_module'
                        id: 'faca3724316645db90ecc3c4c42f53de'
                    }
                    'src_server_integration-api_check-client_ts': {
                        table: 'sys_module'
                        id: '7eb3276947f54722b7a71740a462aae2'
                    }
                    'src_server_integration-api_form-fields_ts': {
                        table: 'sys_module'
                        id: '995979f9c0114a04bf349a6e1d29eb5c'
                    }
                    'src_server_integration-api_parse-token-request_ts': {
                        table: 'sys_module'
                        id: '79acaeb0ab1f462f9d117f449a5d72fc'
                    }
                    'src_server_integration-api_rate-limit_ts': {
                        table: 'sys_module'
                        id: '16294cdbe4ac4932bf1037dcfde17480'
                    }
                    'src_server_integration-api_recent-requests_ts': {
                        table: 'sys_module'
                        id: '95ecf171fe564eeba1123eb8c9faf21b'
                    }
                    'src_server_integration-api_record-request_ts': {
                        table: 'sys_module'
                        id: '3cc68922344646e1819d7f25fcfbdda5'
                    }
                    'src_server_integration-api_refusal_ts': {
                        table: 'sys_module'
                        id: 'c75516596d34485ebd51a61e0958dbf7'
                    }
                    'src_server_integration-api_request-tokens_ts': {
                        table: 'sys_module'
                        id: '71cce7e65385495e8cbdc488da1a3465'
                    }
                    'src_server_integration-api_response_ts': {
                        table: 'sys_module'
                        id: 'a1c18d11031641a0bd743d80a222b565'
                    }
                    'src_server_integration-api_retry-after_ts': {
                        table: 'sys_module'
                        id: '2d0ed05f643d408e82ae03186bad780b'
                    }
                    'src_server_integration-api_revoke-token_ts': {
                        table: 'sys_module'
                        id: '7961fa5b163e46938523a52a8596812d'
                    }
                    'src_server_integration-api_serve-open-route_ts': {
                        table: 'sys_module'
                        id: '36ba5d0bf9fa4ad0b9266ce3a5094d69'
                    }
                    'src_server_integration-api_settings_ts': {
                        table: 'sys_module'
                        id: '23511995e4ce4e38adc9402d37b94a0d'
                    }
                    'src_server_integration-api_upstream-address_ts': {
                        table: 'sys_module'
                        id: '8f4811695c7b43049000598beb1b50a7'
                    }
                    'src_server_integration-api_upstream-answer_ts': {
                        table: 'sys_module'
                        id: 'a732e19a63ae4d53985f29c54b31436d'
                    }
                    'src_server_integration-api_user-info_ts': {
                        table: 'sys_module'
                        id: '05ee421dc29442b19c624ad6eaaea54f'
                    }
                    'src_server_integration-api_word-answer_ts': {
                        table: 'sys_module'
                        id: '70356ae9ca554444a67c3e8f523006d7'
                        deleted: true
                    }
                    'src_server_mails_clone-mail_ts': {
                        table: 'sys_module'
                        id: '5cbba386095c4ef19c80f06e87ed8dc5'
                    }
                    'src_server_mails_digest-mail_ts': {
                        table: 'sys_module'
                        id: '65f7fbe741ad4bf2b54f7303d5fb8560'
                    }
                    src_server_mails_mail_ts: {
                        table: 'sys_module'
                        id: 'ae1e9f148ba2420c94dc1a153fdfd4a0'
                    }
                    'src_server_mails_mail-texts_ts': {
                        table: 'sys_module'
                        id: '54abaa94925642e19b9d611b6d566846'
                    }
                    'src_server_mails_recipient-language_ts': {
                        table: 'sys_module'
                        id: '7ec53d16977f4e0dbbd615c672f98ed0'
                    }
                    'src_server_mails_token-facts_ts': {
                        table: 'sys_module'
                        id: '8513a27e82514470a7fc816932550736'
                    }
                    'src_server_mails_token-mail_ts': {
                        table: 'sys_module'
                        id: '2e6d7593cc0e433e8bf6d4e995116ced'
                    }
                    'src_server_mails_write-mail_ts': {
                        table: 'sys_module'
                        id: 'c02e2c5f1957428e981bc15fea103fb1'
                    }
                    'src_server_oauth-custom-util_answer-members_ts': {
                        table: 'sys_module'
                        id: 'a675b286d24f41da9ce99d173d1f08c9'
                    }
                    'src_server_oauth-custom-util_api-script_ts': {
                        table: 'sys_module'
                        id: 'c441f7ca1cf54b3daddc2a173792d270'
                    }
                    'src_server_oauth-custom-util_hooks_ts': {
                        table: 'sys_module'
                        id: 'c93e7c1ea7f543b285a2356165132472'
                    }
                    'src_server_oauth-custom-util_platform-switch_ts': {
                        table: 'sys_module'
                        id: '57ab632112a14b9ab567e83addadb82b'
                    }
                    'src_server_oauth-custom-util_sent-request_ts': {
                        table: 'sys_module'
                        id: '4b1e72c2ed8242e68736363dca610204'
                    }
                    'src_server_oauth-custom-util_stored-refresh-token_ts': {
                        table: 'sys_module'
                        id: 'd7a70b10a7de4048acfcbf07c3859706'
                    }
                    'src_server_shared_app-state_ts': {
                        table: 'sys_module'
                        id: '864fb4faf02f4bcd85e14bb407acc25a'
                    }
                    'src_server_shared_best-effort_ts': {
                        table: 'sys_module'
                        id: '807bd797f78c42f5b4c2a4852d13f07a'
                    }
                    'src_server_shared_bounded-integer_ts': {
                        table: 'sys_module'
                        id: '65956221ff094449997b8d7604d137b4'
                    }
                    'src_server_shared_glide-time_ts': {
                        table: 'sys_module'
                        id: '7e02be55110c4179a36fad049c5b4773'
                    }
                    src_server_shared_property_ts: {
                        table: 'sys_module'
                        id: 'ee4a3dc08312482aa279754bc35c298d'
                    }
                    src_server_shared_recipients_ts: {
                        table: 'sys_module'
                        id: 'cbf321b0f004471786a1ddecbc502960'
                    }
                    'src_server_shared_token-messages_ts': {
                        table: 'sys_module'
                        id: '0414ad431fad4a5e96e0b392c3281d7d'
                    }
                    'src_server_token-refresh_attempt_ts': {
                        table: 'sys_module'
                        id: 'd25bda708eb9458ba5316880da935197'
                    }
                    'src_server_token-refresh_attempt-record_ts': {
                        table: 'sys_module'
                        id: '69014cda35f04f2a8b1a35b91e5816aa'
                        deleted: true
                    }
                    'src_server_token-refresh_back-off_ts': {
                        table: 'sys_module'
                        id: '6b727a9a22284be29153982fbdbdbaa0'
                    }
                    'src_server_token-refresh_claims_ts': {
                        table: 'sys_module'
                        id: 'a326601ea55d440799bb2c57a7584f18'
                    }
                    'src_server_token-refresh_consent-address_ts': {
                        table: 'sys_module'
                        id: 'b4bc4a54b41e429e82c9432a8288fa49'
                    }
                    'src_server_token-refresh_credentials_ts': {
                        table: 'sys_module'
                        id: '6172e6e01db54a0782f1d1e43fe757e9'
                    }
                    'src_server_token-refresh_denied-read_ts': {
                        table: 'sys_module'
                        id: '7a6c9a760dfe4f849b1db15054e67631'
                        deleted: true
                    }
                    'src_server_token-refresh_due_ts': {
                        table: 'sys_module'
                        id: '0067a038cdb24e9faeff0f462c09beed'
                    }
                    'src_server_token-refresh_due-event_ts': {
                        table: 'sys_module'
                        id: '9bcd754e92714e79bf6a834a4cac8b17'
                    }
                    'src_server_token-refresh_due-rows_ts': {
                        table: 'sys_module'
                        id: 'f9ebe6ca53344a918843125cfc842b6c'
                    }
                    'src_server_token-refresh_error-codes_ts': {
                        table: 'sys_module'
                        id: 'aa031f47dfbb4c6c94bd2753068f03b5'
                    }
                    'src_server_token-refresh_error-words_ts': {
                        table: 'sys_module'
                        id: '1513b5bbd7214ce3ac7ea70d4d443577'
                    }
                    'src_server_token-refresh_find-tokens_ts': {
                        table: 'sys_module'
                        id: '75b5142232834952b379b85f8641aadd'
                    }
                    'src_server_token-refresh_form-actions_ts': {
                        table: 'sys_module'
                        id: '8c564dde23e547d898b2e856dd9b0bf8'
                    }
                    'src_server_token-refresh_giving-up_ts': {
                        table: 'sys_module'
                        id: '2ef9507e1e2e492e87d055884cfba496'
                    }
                    'src_server_token-refresh_glide-time_ts': {
                        table: 'sys_module'
                        id: '2e364108d27744048d7287551df03416'
                        deleted: true
                    }
                    'src_server_token-refresh_grant-type_ts': {
                        table: 'sys_module'
                        id: 'e0d1f01bf9fc48c4903054c201f66875'
                    }
                    'src_server_token-refresh_history_ts': {
                        table: 'sys_module'
                        id: 'de0e00b5cae740daafe793c069dab1be'
                    }
                    'src_server_token-refresh_incident-step_ts': {
                        table: 'sys_module'
                        id: 'c620704d657f4227b488f4299bf43b07'
                    }
                    'src_server_token-refresh_lead-times_ts': {
                        table: 'sys_module'
                        id: 'd9a2f5ce43714241937981d6dd162596'
                    }
                    'src_server_token-refresh_notify_ts': {
                        table: 'sys_module'
                        id: 'd8ddc5381bb64e5b9204107707bbc97e'
                    }
                    'src_server_token-refresh_outcome_ts': {
                        table: 'sys_module'
                        id: 'cd07af798d654529ad190f599aa77088'
                    }
                    'src_server_token-refresh_provider-answer_ts': {
                        table: 'sys_module'
                        id: 'd565246a3a9b4e77ba8baeea75d81193'
                    }
                    'src_server_token-refresh_refresh-error_ts': {
                        table: 'sys_module'
                        id: '46b216830cb045fba1a62a2eecd8c1c7'
                    }
                    'src_server_token-refresh_refresh-event_ts': {
                        table: 'sys_module'
                        id: '5683001a428a48028b356906323c6cc6'
                    }
                    'src_server_token-refresh_refresh-job_ts': {
                        table: 'sys_module'
                        id: '02fb34b6da564953a602e989b20ec124'
                    }
                    'src_server_token-refresh_refresher_ts': {
                        table: 'sys_module'
                        id: 'e74e3ba7db424ee686c71a00bbe54a01'
                    }
                    'src_server_token-refresh_request-token_ts': {
                        table: 'sys_module'
                        id: '3e1e4b7b1553461db5a64eefafcc9fd8'
                    }
                    'src_server_token-refresh_requestor_ts': {
                        table: 'sys_module'
                        id: '2afb34e09a1b487ab9d7e68ca5672f8c'
                        deleted: true
                    }
                    'src_server_token-refresh_requestor-exists_ts': {
                        table: 'sys_module'
                        id: '6da3993fad60475090b0e02ed93cb070'
                        deleted: true
                    }
                    'src_server_token-refresh_revive-rows_ts': {
                        table: 'sys_module'
                        id: '4bec82258926402588c1bb94f9a5385e'
                    }
                    'src_server_token-refresh_rule-check_before-save_ts': {
                        table: 'sys_module'
                        id: 'f2a788db5183472799a2d18ba32f08ef'
                    }
                    'src_server_token-refresh_rule-check_check-condition_ts': {
                        table: 'sys_module'
                        id: '611232cb471f4b2996445b924d603034'
                    }
                    'src_server_token-refresh_rule-check_check-rule_ts': {
                        table: 'sys_module'
                        id: '16b67740cc574b77b3f2021a89d4e8e4'
                    }
                    'src_server_token-refresh_rule-check_field-path_ts': {
                        table: 'sys_module'
                        id: '1b1ab686b83044ffa2316b7184940c40'
                    }
                    'src_server_token-refresh_rule-check_fitting-value_ts': {
                        table: 'sys_module'
                        id: '2865929fb2f8497ca2282105e9c442e6'
                    }
                    'src_server_token-refresh_rule-check_operators_ts': {
                        table: 'sys_module'
                        id: '87cb18c48d4e4e6d847005425dfc61ba'
                    }
                    'src_server_token-refresh_rule-check_query-terms_ts': {
                        table: 'sys_module'
                        id: '5536be817bc746609355b9be4a43c9dd'
                    }
                    'src_server_token-refresh_rule-lead-times_ts': {
                        table: 'sys_module'
                        id: 'c1932e26b28c4f31ad96806335197fde'
                        deleted: true
                    }
                    'src_server_token-refresh_rule-leads_ts': {
                        table: 'sys_module'
                        id: '338a23282f7e414ead14b6f6e2f25261'
                        deleted: true
                    }
                    'src_server_token-refresh_rules-event_ts': {
                        table: 'sys_module'
                        id: '3dc830918972437da3985698a28419b4'
                    }
                    'src_server_token-refresh_run-record_ts': {
                        table: 'sys_module'
                        id: '86c98d245691484494fb07d69bc75520'
                        deleted: true
                    }
                    'src_server_token-refresh_search-rows_ts': {
                        table: 'sys_module'
                        id: '945538f5e0d04d348eb4064b037ce94a'
                    }
                    'src_server_token-refresh_search-rule_ts': {
                        table: 'sys_module'
                        id: 'ccb301eabc7a419eb4ae1a85f3a86372'
                    }
                    'src_server_token-refresh_settings_ts': {
                        table: 'sys_module'
                        id: 'af685a224d114dc1a78bedc008019357'
                    }
                    'src_server_token-refresh_status-row_ts': {
                        table: 'sys_module'
                        id: '2b6fc721558349b3a263d4a271906333'
                    }
                    'src_server_token-refresh_stored-tokens_ts': {
                        table: 'sys_module'
                        id: '416dd87b75704915a785a5c50f850bcf'
                    }
                    'src_server_token-refresh_tell-people_ts': {
                        table: 'sys_module'
                        id: 'e8554adf128a4cb4b6d846bff0f4cac5'
                        deleted: true
                    }
                    'src_server_token-refresh_token-key_ts': {
                        table: 'sys_module'
                        id: 'c450fc455f9249a0b8be17dc063039e8'
                    }
                    'state-create': {
                        table: 'sys_security_acl'
                        id: '1d8d53a1e4564e28b0d132bc4a0b2512'
                    }
                    'state-delete': {
                        table: 'sys_security_acl'
                        id: 'c0179907b2f24ed6bfc2bcadf7aa6d52'
                    }
                    'state-read': {
                        table: 'sys_security_acl'
                        id: 'e0823bc5111d4a2291da29938dcee4cf'
                    }
                    'state-write': {
                        table: 'sys_security_acl'
                        id: 'f70d13872e0a4578afee7796d1174ef0'
                    }
                    'Switch off': {
                        table: 'sys_ui_message'
                        id: '84669998ed7d4f37adc7108dff7ba139'
                    }
                    'table-api-cors-rule': {
                        table: 'sys_cors_rule'
                        id: '17e759ae46124751a534e51f1b0d15ed'
                    }
                    'The app is not installed completely: %1': {
                        table: 'sys_ui_message'
                        id: '615509ee3b254cf3b76046343aa0c038'
                    }
                    'The browser does not allow copying. Select the text and copy it.': {
                        table: 'sys_ui_message'
                        id: 'e9cf87079778436bb0fdf86c4a042564'
                    }
                    'The instance allows one origin only, and %1 are entered.': {
                        table: 'sys_ui_message'
                        id: '1ff317529e4e4e8f94cd327ab1d73503'
                    }
                    'The instance does not respond. Check your connection and try again.': {
                        table: 'sys_ui_message'
                        id: 'f254cdfba2724c2fa5d3e03ae18f5076'
                    }
                    'The instance refused the request: %1': {
                        table: 'sys_ui_message'
                        id: 'a160c15597524a5f9d8079be94f531b6'
                    }
                    'The instance stored something else: %1': {
                        table: 'sys_ui_message'
                        id: '29b9e48f8de640cf907748d2b6fcb481'
                    }
                    'The last attempt failed for a reason that may pass. The next one is scheduled.': {
                        table: 'sys_ui_message'
                        id: '5b08c3a81acd4fb99347a6adff2468db'
                    }
                    'The last attempt got a new token.': {
                        table: 'sys_ui_message'
                        id: '3129416f9a8d42c3836a19f82af3e4d2'
                    }
                    'The last change was undone.': {
                        table: 'sys_ui_message'
                        id: '10d289bb1b9b4c64ac7d6d43d333806c'
                    }
                    'The page failed. Reload it and try again.': {
                        table: 'sys_ui_message'
                        id: 'e6c2e364f962463d92100e8340d64208'
                    }
                    'The refresh token has ended or was refused. Only a new consent helps.': {
                        table: 'sys_ui_message'
                        id: '625bdc54790e4cc0924ad43b11735228'
                    }
                    'The setup stopped midway.': {
                        table: 'sys_ui_message'
                        id: '8dc2156138de451f8d72f56a45deb00a'
                    }
                    'The token is good for longer than its rule asks for.': {
                        table: 'sys_ui_message'
                        id: '2a3616bc4f914decb0b36e3a6355d8e3'
                    }
                    'The token was found and not looked at yet.': {
                        table: 'sys_ui_message'
                        id: 'c3bec80b2e8b49d2a62d25458cd1dc41'
                    }
                    'This instance does not have the property glide.oauth.cors.allowed.origin, which came with Australia.': {
                        table: 'sys_ui_message'
                        id: '08cc32cae14a4127ab5cac89f2cde576'
                    }
                    'This instance has connections of its own': {
                        table: 'sys_ui_message'
                        id: '054ca48276e647d29212f2eafb622351'
                    }
                    'This instance now counts as one with connections of its own.': {
                        table: 'sys_ui_message'
                        id: 'ae6db2e055744b968db4eae4ca0094d2'
                    }
                    'Through this app': {
                        table: 'sys_ui_message'
                        id: '6f901189b6f0422c9699cbc3db558118'
                    }
                    'To write %1, you need one of these roles: %2': {
                        table: 'sys_ui_message'
                        id: '82201aa056bf4894b243cdc6adc6500c'
                    }
                    'token-due-event': {
                        table: 'sysevent_register'
                        id: '7f766c4296654bc4905749cebb755090'
                    }
                    'token-expired-event': {
                        table: 'sysevent_register'
                        id: '28db89f7d1e04d4dbe8e2cdf10422df9'
                    }
                    'token-expired-notification': {
                        table: 'sysevent_email_action'
                        id: 'f4f4c34b23b74427a859e074436d5768'
                    }
                    'token-expiring-event': {
                        table: 'sysevent_register'
                        id: 'd726502e8cf14581aa2cb37aa11e71df'
                    }
                    'token-expiring-notification': {
                        table: 'sysevent_email_action'
                        id: 'b07908ab053f401a8a77ce4806b55653'
                    }
                    'token-failing-event': {
                        table: 'sysevent_register'
                        id: '21dfc0e1c4e447e497d2c4464fe63079'
                    }
                    'token-failing-notification': {
                        table: 'sysevent_email_action'
                        id: 'cd12839c05454e4b9825659333a464b2'
                    }
                    'token-mail-html': {
                        table: 'sys_script_email'
                        id: '59df27d25e794b9baca0b66928a6b7f0'
                    }
                    'token-mail-text': {
                        table: 'sys_script_email'
                        id: '10ae0b329a01412b89395b7e5fd35d75'
                    }
                    'token-reauthorize-event': {
                        table: 'sysevent_register'
                        id: '89f19acd08954341ad80828b06af7416'
                    }
                    'token-reauthorize-notification': {
                        table: 'sysevent_email_action'
                        id: 'add7a20857ca44f0b07a8d8a613ea7e3'
                    }
                    'token-recovered-event': {
                        table: 'sysevent_register'
                        id: '7126912806fd4dc59a8a65a7188d6cfa'
                    }
                    'token-recovered-notification': {
                        table: 'sysevent_email_action'
                        id: '2c9becb98eaa4566939adc2de722f01c'
                    }
                    'token-refresh-covered-tables': {
                        table: 'sys_properties'
                        id: '9f8903bba0ca49969e8743242f2b7841'
                        deleted: true
                    }
                    'token-refresh-credential-read-denied': {
                        table: 'sys_properties'
                        id: 'b6085daab46d45e1b2696f23db84391f'
                        deleted: true
                    }
                    'token-refresh-enabled': {
                        table: 'sys_properties'
                        id: 'da79b9fa35274f80b419cfc794a9fcaa'
                    }
                    'token-refresh-failures-before-event': {
                        table: 'sys_properties'
                        id: 'fad9004927e84f1cb0f23b847d3fe121'
                    }
                    'token-refresh-fallback-group': {
                        table: 'sys_properties'
                        id: '6dd70c96041d400bae3ee7d163ef7b43'
                    }
                    'token-refresh-final-errors': {
                        table: 'sys_properties'
                        id: '4b47f45b277c490bb12bbeed860ccaef'
                    }
                    'token-refresh-reauthorize-after-days': {
                        table: 'sys_properties'
                        id: 'dace0c53cb054bb09b044eab4bb6b07b'
                    }
                    'token-refresh-run-budget-s': {
                        table: 'sys_properties'
                        id: 'dd200fa7516a42249d47efe60b340d1b'
                    }
                    'token-status-create': {
                        table: 'sys_security_acl'
                        id: 'fa063e5b0f0c4b4881f109e819bdde2b'
                    }
                    'token-status-delete': {
                        table: 'sys_security_acl'
                        id: '5560886112e6408ba0946069f9d2d4d4'
                    }
                    'token-status-read': {
                        table: 'sys_security_acl'
                        id: 'd4e7909094ae4a299e9e44d7633bd59b'
                    }
                    'token-status-style-no-token': {
                        table: 'sys_ui_style'
                        id: 'ce5b9fe564f246b2bbcfbb7506e093a7'
                    }
                    'token-status-style-reauthorize': {
                        table: 'sys_ui_style'
                        id: '7aabe6bf28ae4b888e6f2abafa67fac6'
                    }
                    'token-status-style-refreshed': {
                        table: 'sys_ui_style'
                        id: '0a0d8044d9ad4e3ca2322522eb932302'
                    }
                    'token-status-style-retry-later': {
                        table: 'sys_ui_style'
                        id: 'a53f8d648d134d1d982abb6740215416'
                    }
                    'token-status-style-valid': {
                        table: 'sys_ui_style'
                        id: '9900a3b362014f8e8c1eb4e04006a537'
                    }
                    'token-status-write': {
                        table: 'sys_security_acl'
                        id: '2882fd22ce9b44688135d9dd6ae1ff5d'
                    }
                    Tokens: {
                        table: 'sys_ui_message'
                        id: 'e83658a79e4d43f4b163746005652d26'
                    }
                    'Tokens by outcome': {
                        table: 'sys_ui_message'
                        id: '3c8ff256d1484927a6095d93cdcb5abc'
                    }
                    'Try again': {
                        table: 'sys_ui_message'
                        id: 'a464032c141049c8993a77444eda2946'
                    }
                    'Undo again to complete it.': {
                        table: 'sys_ui_message'
                        id: 'a1f9ef8ce8a64a7ba446b10ee5ebc3fa'
                    }
                    'Undo last change': {
                        table: 'sys_ui_message'
                        id: '56346a3123064f8bbff058b716cce44c'
                    }
                    'Undone, except what was changed since by others: %1': {
                        table: 'sys_ui_message'
                        id: 'fc593d0b0006448c9d9c33e62d0954f2'
                    }
                    'upstream-timeout-ms': {
                        table: 'sys_properties'
                        id: '29a81ba72261436098b263705e24e7ac'
                    }
                    'Use of the open routes': {
                        table: 'sys_ui_message'
                        id: '9a081fc8236b4e82b8812d86c2418ce8'
                    }
                    'user-info': {
                        table: 'sys_ws_operation'
                        id: '67a46a89212549f28818db1c9ac271a3'
                    }
                    'user-info-acl': {
                        table: 'sys_security_acl'
                        id: '55db932600b2411d8c694bc81ec4ab37'
                    }
                    Valid: {
                        table: 'sys_ui_message'
                        id: '3c5b2ebc15234fd5a2a34a32d98c6c43'
                    }
                    'Values of the new record': {
                        table: 'sys_ui_message'
                        id: '192ac796251341a5a3faaa75e51faf8c'
                    }
                    Warning: {
                        table: 'sys_ui_message'
                        id: '926972c178534d01bb08db801c1b4844'
                    }
                    'What will change': {
                        table: 'sys_ui_message'
                        id: 'f888c1aee8f8493a8f15f742c3c7c45f'
                    }
                    'Where your apps are served, such as https://app.example, one a line.': {
                        table: 'sys_ui_message'
                        id: '472f7abe827544898d8ff6ea54d4ca66'
                    }
                    'You may not see this. It takes the role x_opfi_openfin.viewer, and read access to the tables of the app.': {
                        table: 'sys_ui_message'
                        id: '0b486de10df74f329d63d3c65b2d40db'
                    }
                    'Your roles do not allow everything that the setup changes.': {
                        table: 'sys_ui_message'
                        id: 'ffd2c8f82b84482e904c872e35c3a11f'
                    }
                    'Your roles do not allow reading the present setup.': {
                        table: 'sys_ui_message'
                        id: '944003447cb14a749e0a38d438af22a3'
                    }
                    'Your roles do not allow reading the system properties that this takes.': {
                        table: 'sys_ui_message'
                        id: '7e2f894b204a4124b6d49b383fe1983a'
                    }
                    'Your roles do not allow this: %1': {
                        table: 'sys_ui_message'
                        id: '1c0ee770a47c48ab9da368e16652b8ef'
                    }
                    'Your session has ended. Reload the page to sign in again.': {
                        table: 'sys_ui_message'
                        id: 'ebe0c3d5d1454a45bfa2829511ba1b3b'
                    }
                }
                composite: [
                    {
                        table: 'sys_ui_list_element'
                        id: '017aae2b0aa8458a8e787df75d93712d'
                        key: {
                            list_id: {
                                id: '5ca9b81a396741919021fcfc027767b2'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_refresh_rule'
                                }
                            }
                            element: 'profile'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '02576be141604fe1bfee0b7c41714c74'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'outcome'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '030461c8b80c4b39be9994580773fb96'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'requestor_table'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '034cdbbf8bb847bf9b67d1e5dc62c750'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                            value: 'retry_later'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '0385438e86274aec88f8ce5341e32ac1'
                        key: {
                            document_key: '99465cc7cf1d4bfc875712a8c8ff9f02'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '039a67ce267446b9814f707cb08ae2c7'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '05f44ec2d7144f83b5d9051a183d7872'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notify_user'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: '0623404f07214def9fcab5fc02313585'
                        key: {
                            sys_ui_action: 'a082745ac15a4e5e9bf52db59502194b'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0642061649b945ab809621845f15af26'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '070506604adf46eca2e8a0e9256f1141'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'requestor'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '071d0b7f56f14872ad9855e822d62ee5'
                        key: {
                            list_id: {
                                id: '6ee8b829b3f74f47bb9e2ca23aa83c24'
                                key: {
                                    name: 'x_opfi_openfin_refresh_run'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'out_of_time'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '08ef44e0d2d942cd880122fe19f45276'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '08f2b8831f7f41959223b43c00069d7f'
                        key: {
                            sys_security_acl: 'f70d13872e0a4578afee7796d1174ef0'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '099f4f8bfc494d75add7b5101febfca0'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'consented_by'
                            position: '5'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '09fccf25563747b8965a787f62c6b670'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '0a1ddaf1156f4287bc8f8ab88129752f'
                        key: {
                            document_key: 'a9f091e4923b4cc684ee86970725290e'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_ui_page'
                        id: '0a34edc82c9e4fb7858ff592eb7f7d5c'
                        key: {
                            endpoint: 'x_opfi_openfin_setup.do'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0aab934b1fa74e0b8ca4bb1cc97e4230'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'refusal'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0ac81d35ed944bb0bebd00d0d78855e4'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'noticed'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '0b3c6d121cb7405db5b03170f9d2a391'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'requestor_table'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '0b53ceba003e49729fa86745d9375ef5'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'renewed'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '0c4bfd3454dc4f348c20be917922fec1'
                        key: {
                            sys_security_acl: '9f87d52961e543ea9c4c0b3b8e8f9a3e'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '0e17bc9b5f0c476f9b101b62f249a38b'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'access_token_expires'
                            position: '8'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '0e1c90ba2ab543cebc3df6462e58020a'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'requestor'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '0e535e702d894698aa4d23eda87b8838'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: '50bff9250b3222000b7da95e93673a9b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0f0c1e61b0aa49d18463e055d444be0e'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'told'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '0f8d994a21b84450891505ff9afd1936'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'next_attempt'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '1018d781a2514ab094fdb2b366197cf4'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: '59877da10b3222000b7da95e93673a56'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '10b58f9c17c14ca2812a4e598fdb7230'
                        key: {
                            list_id: {
                                id: '6ee8b829b3f74f47bb9e2ca23aa83c24'
                                key: {
                                    name: 'x_opfi_openfin_refresh_run'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'ended'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '11bbbf452a4443fb852a26f54d7a544f'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'profile'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '12b6e07a767c4e95835c2f0dcd663dec'
                        key: {
                            document_key: '3c1176ca800e4eababd6a17b758b9227'
                            variable: 'ff06ab840f20101091d0f00c97767e6d'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '1338bc04d74a4cc18033726d99cb8f71'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'reported'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '1354af57509e4f949e519847797b5828'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'noticed'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '1382fc2103a14510bdf49c3296a57498'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notify_group'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '139cc2f9f96241f48f0cd1e962fe8539'
                        key: {
                            document_key: '07dc32799c0743e8b009c24ac9287982'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '139dac7ebcb7469296cae4b3e7dd99dd'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'profile_field'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: '148c8c3be3c9454293faf094832b3173'
                        key: {
                            sys_ui_action: 'b44d9f577e1345188bddc1fb439a5d8d'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '14f62ad391574932b40d73d1a89ce2d0'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                            value: 'retry_later'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: '150608f420754d2a8de15bc25d6b5b5d'
                        key: {
                            name: 'x_opfi_openfin.admin'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '15367c1e100d4cb9983ea9733eee93a0'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'duration_ms'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '155538628785471baca8f251b8d71ab0'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'next_attempt'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '169e2c76d4354634bdfaae88efeb392d'
                        key: {
                            document_key: '3c1176ca800e4eababd6a17b758b9227'
                            variable: '1985e0ceff2433008d3f5d9ad53bf1ba'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '17ce16043ea74607b1d153e3fa767bd2'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '1854dfe4aaf247e7a25aba550f298995'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'force'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '186417958a994f729b99649266277540'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'profile_field'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '189bda87675a4c559b74c40f15318a64'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'access_lead_s'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '18db906e22f7465094db9f2885557238'
                        key: {
                            document_key: 'dcbeed8504bc43288e99a8ed42bc9322'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '1bc37eff324b4bc08ae82ddf0587798a'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '1c460458f0f4410ba9a38254440cff06'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: '81e042650b3222000b7da95e93673aa2'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '1cde2839527a423f83b442283e767044'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'profile_field'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '1d06e5b9fa0b40439fe5dea8cf794ac2'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'renewed'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '1d0db02cf57f4a2da94fe2eed4d1270d'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'told'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '1eb1ecb520184079a20026248d5a1a41'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'started'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '1f2dd002861748f385c2adb8eff5e692'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'force'
                            position: '11'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '2018350eaca746fb8b019698ac65999a'
                        key: {
                            list_id: {
                                id: '6ee8b829b3f74f47bb9e2ca23aa83c24'
                                key: {
                                    name: 'x_opfi_openfin_refresh_run'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'started'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '207cfc9b9dab4b6da4b2da2685f7bed8'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: '6cdd0ab543010210b6f9a0246bb8f2f2'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '2104ae02861a469f84238964ccddf87d'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'told'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '2147a044e40948d1a8f60f438f1963be'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'client'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '21fb27c42e3640f8b4cf6e46ec460b7e'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '222629c6d17d457d87cca67309e1db46'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '225942c526ff4d74bdefc69f76f6d349'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'table'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '225bba37d2964a82a6296bac9b8ede45'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'record'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '230e3055796c410c851e229370d53258'
                        key: {
                            sys_security_acl: 'fa063e5b0f0c4b4881f109e819bdde2b'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '24857c68c48042969f804a9c7b559eeb'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: '50bff9250b3222000b7da95e93673a9b'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '252d39d559a34305bcd1e82916bfcea1'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'ended'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '2595ccae9ce1405582624d25a6dea348'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refresh_token_expires'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '25b023ff5fa0438e8345a5926d5a70be'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'requestor'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '2673b62d77664a7ab46d01e59e7d4302'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'name'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '27cc29118b694a728c1c48ac2fa54af2'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: 'cec002650b3222000b7da95e93673aae'
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: '2840004b09f64858a3a572a19a40f2c1'
                        deleted: true
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            caption: 'How early, and who hears of trouble'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '28d7ec79274745fe8e930856f87521d3'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'access_token_expires'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '299c9d9082f2433e8ab078ba12a3520e'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'name'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '2a5365ae546c44539d7cb6211ffaa660'
                        key: {
                            sys_security_acl: '9a5582f4a4244231bf4369431bb767aa'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '2b6c718dacd841b88e13b6e630d64f35'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'token'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '2cea577f12b041c9b47a2130815190f5'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '2df23a82541c4c55b33328c7d890d0c5'
                        key: {
                            document_key: 'eeee82827ba2476cb9d67045ba857e00'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '2e38618f3c1443ceae8c98cc16368f85'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'claimed_by'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '2e9c11710d3d44ce99fa647b92f58659'
                        key: {
                            sys_security_acl: '4cae1149243e47c0a14a7a4a077336e5'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '2ede868fe9b54b1396d99853e8c47479'
                        key: {
                            sys_security_acl: 'f22804b36669453eb292c9282fd00797'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ux_lib_asset'
                        id: '2f3eaae80a29450da75214b327fbf4a5'
                        key: {
                            name: 'x_opfi_openfin/setup/main'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '2fa5641ef68c466a95f478dbbeb67c11'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'name'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '30cd872ede7240a98044d118c32e00ba'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '315b7cc685674b058e7f5659c25e0f55'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'condition'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '31699b13c8604cd6b6a8848d67951d4e'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '31881cf9878d4c249c92d45d6ddb95eb'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '31a99389c2a1403184cbfee67c28794b'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'failures'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '31d835c7f4164372b8bebaab288a5f23'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refused_since'
                            position: '10'
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: '329a1eb717f3477eb27fca911cd4570d'
                        deleted: true
                        key: {
                            sys_ui_form: {
                                id: '5b3de4093c0048e99cd34b95c2d277d3'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '32f0cd75202e40409f7722bc2864d277'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'told'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '33368d71bfa74516b140bbb476a7337c'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: '58408e250b3222000b7da95e93673a5c'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '33821e6160a9422d8d945b8abc5bbdce'
                        key: {
                            sys_security_acl: 'ba3b6e9b2abd4f80a189a57f12ee34c1'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '33eb2891acad4981896dc46132c139e1'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'failures'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '347670b290e640fea9e2cc0868b2515f'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: '50bff9250b3222000b7da95e93673a9b'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '3483a471d4944f05bee6b3811dd6a210'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '8'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '355d393f09964839bb5f41e3f7e8bdbc'
                        key: {
                            document_key: '0842fe5dd5904d448af5d4cd32af88e5'
                            variable: '1778a7480f20101091d0f00c97767e03'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '367d839a714a4a86a4f8aa4f8ad3ec69'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'rule'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '36cca235bbdf4d0a90b5dd42689e0208'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'rule'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '36e38d4043d646b2bd08d5f59acce89a'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'failures'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '3703d9d6dc0b45e4b37d350eb0b691e6'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                            value: 'no_token'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '3780eefcf02e48f49e10967d259ccc79'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'message'
                            position: '13'
                        }
                    },
                    {
                        table: 'sys_ui_form'
                        id: '37d2fc5d8d574f84b47e3701314809e6'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '37f70759e82b467fb1274d1bbec72528'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'notice_end'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '3928f1c079f04ad59655bc1b91fa4f26'
                        key: {
                            logical_table_name: 'x_opfi_openfin_token_status'
                            col_name_string: 'rule,requestor'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '39543b04847a4f2c9c6e4ec782e3b8c1'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notice_days'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '3969805504b6491084c4db966e1ceec0'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'claimed_until'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '3a7da3fa47e044809c0abfc14c3c2af4'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'name'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '3abfc19dc6674d6fb9827eb85befb879'
                        key: {
                            document_key: '7a3a3dc1c5214acf9e66f0318dd114a5'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '3b263426eba4446e8ec1d7b602d939fe'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '3b2c88a85f4a48019bff19d9fc575bc9'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'notice_days'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '3c95cc674c934bd9b557a8a4e3ece22e'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'access_token_expires'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '3cdd17bfdfe147ae87425419e285f051'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                            value: 'refreshed'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '3d5a1c9be72f4e5bbace7b3eea08fbe3'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'ends'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '3d61b93497dc4af2b435654c5065ee3a'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'next_attempt'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '3d9d13ace55d4cb9bc3b49b3e87c75e3'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'force'
                            position: '8'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '3f7a14e69675449b978e9d8bb9f2780d'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'consented_by'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '40781902bb17455bb0069d9e4c04c8b3'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'end_kept'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '40e83f43046e4189b207afac01118162'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: '6cdd0ab543010210b6f9a0246bb8f2f2'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '416c21c31b4e4cfdb68ad7c10d2dc6fb'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'name'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '426c8ff2f9c44da89b0246a3bf0e8bca'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'claimed_by'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '4350ffb8bc0d478ea31aab92a0b0dace'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'claimed_until'
                            position: '10'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '4359b166dd474a1c89cc8e55c29bbe73'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notice_days'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: '438ed10d6d634d52b4850674dd3e5e53'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '4409e41979684b1f9bd1682b6cc13e8f'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'failures'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '440f3d19b6cd41b3987e398ebb8bad61'
                        key: {
                            list_id: {
                                id: '83fb4edb39014ab59423526b36626736'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '44833fedaf044109b67bb991d519aa37'
                        key: {
                            name: 'x_opfi_openfin_state'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '44ec0ab26f304c28906b51ee607f2491'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '45a807076a5d4c9b85b553161f63ac82'
                        key: {
                            list_id: {
                                id: '6ee8b829b3f74f47bb9e2ca23aa83c24'
                                key: {
                                    name: 'x_opfi_openfin_refresh_run'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'claimed'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '45ddbc04dffb4e019b3fba12a5b3ed0c'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'condition'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: '461ffb72689a472191d949a11594059d'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            caption: 'Tokens'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: '46760dfac9034c15aca55f9553e2781b'
                        deleted: true
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            caption: 'Attempts'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '4703c1535c1b4d87ac420a3c11cfa432'
                        key: {
                            document_key: 'b4a6da8aac5c4964894088fe1d652abb'
                            variable: '9f5f67709f132200ef4afa7dc67fcf94'
                        }
                    },
                    {
                        table: 'sys_ui_page'
                        id: '48df26f7c2744ff39f3861d12f8061cd'
                        key: {
                            endpoint: 'x_opfi_openfin_health.do'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '49445787e0c04e6c9bc8c443fa3eb15b'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'consented_by'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '494ae386358a447c85cda78cd97fc6ca'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'value'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '49a73fe34f684245afa451b8bc61fcfc'
                        key: {
                            sys_security_acl: 'b07843b32a324ed886ad691453e04d70'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '49c2488b6a024aa69378f2a310063703'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refresh_token_expires'
                            position: '8'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '49e469ab22be4da7a0ef530424130c13'
                        key: {
                            logical_table_name: 'x_opfi_openfin_request'
                            col_name_string: 'sys_created_on,outcome'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '4a4fdd38cf164428a8b1ebde9558fba1'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'access_lead_s'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '4af506f70da3404ba538f03769ca837c'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '4b7e23b18f4f4047a952dc4153757134'
                        key: {
                            name: 'x_opfi_openfin_state'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4b9e612e06c74dd08844c069bdcd5424'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '4bf2a49e47984e8096cfbf58988d6904'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'claimed_by'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '4c2f0ea3e044472eb3acf36bfe67e982'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'consent_note'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '4c597aa6b2624a63b9e2136d81589e09'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'refused_since'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '4c67d7cd20d34c93bf8cf8ebe6c1f868'
                        key: {
                            document_key: 'b4a6da8aac5c4964894088fe1d652abb'
                            variable: '1d94cb1f3b8032000774229c93efc419'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '4ed188aad65b46b4992dc8a802ab92a4'
                        key: {
                            document_key: 'db270587db024a7caa31ded617d9ae50'
                            variable: '9f5f67709f132200ef4afa7dc67fcf94'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4ed47ec550654ed79ebe0c9fa6e46901'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'notice_days'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '4ee21cba3e554ddca8bcbac6301b2662'
                        key: {
                            document_key: '7459a2c7b48848919d7e583ff9c8e8db'
                            variable: 'ff06ab840f20101091d0f00c97767e6d'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '5075bfe1a3f44d3288cc507beaedb153'
                        key: {
                            logical_table_name: 'x_opfi_openfin_refresh_attempt'
                            col_name_string: 'status,sys_created_on'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '52079c5f935f4654b9ea303b319d0dee'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '11'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '52a1a03e8371400f815c9c5c81f69640'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'claimed_until'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '52db42bd9cb441d2b8a0dd30e4b8d2f4'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'last_attempt'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            caption: 'Token'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '564e7bf95a0640bc88a8ce0969fee623'
                        key: {
                            document_key: '7a3a3dc1c5214acf9e66f0318dd114a5'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '56b0211e7a9649368ebd46f18c635006'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'order'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '56c15bc26c84462db38525b6a8f4332a'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'condition'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '578c69c599894d35938f384f4cfebd06'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'profile'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '57b4863ad6e8439099ac8b825d15e7d9'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '57f85152f8804cd6bd3e927dcfb96d31'
                        key: {
                            document_key: '0842fe5dd5904d448af5d4cd32af88e5'
                            variable: 'ff06ab840f20101091d0f00c97767e6d'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '58f817dfc55a4939989b8ddbc1541ebd'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                            value: 'reauthorize'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '59b1e3d1aade46249f556326a7d0e819'
                        key: {
                            document_key: '7459a2c7b48848919d7e583ff9c8e8db'
                            variable: '98c44875ffa033008d3f5d9ad53bf1fa'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '5a5311a5f8d142f5b3217c2f99987c9f'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refused_since'
                            position: '10'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5ab59fc0d347493784f3745448e955c6'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'duration_ms'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5abe31ddb1074d8c87aaa11218dda412'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'profile'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5ae893244c964957a9ca088436dbf191'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'duration_ms'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_form'
                        id: '5b3de4093c0048e99cd34b95c2d277d3'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '5b7cee5930f248599d9ccef445464768'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5baaeb66b0a34a23a0fc4a6a6f3b4ad4'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'last_attempt'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '5c0f53edc4374056832b23f4c29086f3'
                        key: {
                            sys_security_acl: 'c0179907b2f24ed6bfc2bcadf7aa6d52'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '5c46b98731c34e508a9f46178f478dc4'
                        key: {
                            sys_security_acl: '274e362bd63a42d89c3f25499876f006'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '5c9b2175c77e4379b44385123a9b7e57'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_ui_list'
                        id: '5ca9b81a396741919021fcfc027767b2'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                            element: 'NULL'
                            relationship: 'NULL'
                            parent: 'x_opfi_openfin_refresh_rule'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '5ce7b467748a4ac8b89a975af55ba027'
                        key: {
                            document_key: 'db270587db024a7caa31ded617d9ae50'
                            variable: '1d94cb1f3b8032000774229c93efc419'
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: '5ce8b646bd8e4e9ea26f3a3aad81a9bb'
                        deleted: true
                        key: {
                            sys_ui_form: {
                                id: '37d2fc5d8d574f84b47e3701314809e6'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '5d0df7e3f3a1468498dd97a5f6b050d5'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'profile'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '5da0587633574e26876174d71813d932'
                        key: {
                            document_key: '3c1176ca800e4eababd6a17b758b9227'
                            variable: '8c07aba5ff6033008d3f5d9ad53bf13b'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '5e339ebd9b53424d92278378f52f2f0f'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: '58408e250b3222000b7da95e93673a5c'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '5e7d563387224dfc9c3ab2341a03da96'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'consent_note'
                            position: '11'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '5f5051aa79c747c1a9aa2dead8fe2e95'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'access_token_expires'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '5fa26a2b41d44b588afd1769f2a9a43e'
                        key: {
                            logical_table_name: 'x_opfi_openfin_request'
                            col_name_string: 'address,sys_created_on,outcome,client,reported'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '601ab228d13943ae848a9ad0bf4b0330'
                        key: {
                            sys_security_acl: '5560886112e6408ba0946069f9d2d4d4'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '607b4b8457bd47b88d698a914bb743e5'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'profile_field'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6080e25473b34d9884364dc2f8e1d70e'
                        key: {
                            sys_security_acl: '4b3dd8b76a11420aaeb5168b56ad631f'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '625a4a3f982a4d6fa80302d7642e2778'
                        key: {
                            logical_table_name: 'x_opfi_openfin_token_status'
                            col_name_string: 'noticed'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '63a43a5897e34ab59ade33cd9e4debf6'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '6420bc52c0524af38b68c46d64b58b80'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'order'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '64b8b03fbfac48189f6170c891afc3a2'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '653a851cdc1949f7a234a473741eb2ca'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '65a77a9c91834519ba3727d358dd69f7'
                        key: {
                            sys_security_acl: 'a8681a9309084e9abe51399e883e723a'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '66939bdccdbd4274a46fd17c9192e774'
                        key: {
                            sys_security_acl: '6f6e65f9a5ac47188436b3bc87e41311'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '66aba752cba147b98b30973fae8cda47'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '67a94d31ab33461dbd1a124c9d904462'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refusal'
                            position: '12'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '67f5f5795dbc4208b1f62754d1a3c062'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'table'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '681a242fb8c848779370e8410b44e798'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'renewed'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '685b2fc3d9f14c4e895a35e40fbd3cc2'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'name'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6860148170d1433a87b3c9e76303aae1'
                        key: {
                            sys_security_acl: 'd4c8ce648fe64771ab1114252e5b36c5'
                            sys_user_role: {
                                id: 'f146511b0168413bbe712c5a9c4b41f1'
                                key: {
                                    name: 'public'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '69bd4903587b4eba8880c424bfb7b59f'
                        key: {
                            logical_table_name: 'x_opfi_openfin_token_status'
                            col_name_string: 'next_attempt,claimed_until,rule'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6a0fa5bf1b5848a8b8ea920eef9d1b6c'
                        key: {
                            sys_security_acl: '4c3bc6f80dc94ff78c1bd17917cdca41'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '6a7780604b3943649e7d18fc254c44ef'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notify_group'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6b9618c9f07247dd9e9c87ba6ed89f87'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '6cb86277d5054730a2a7caf822704556'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'claimed_until'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '6cd211f7c67744a1bbf9ed68d5562d6a'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: '6e367210f8964ecb846aa68f3cfe1d64'
                        key: {
                            sys_ui_form: {
                                id: '37d2fc5d8d574f84b47e3701314809e6'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: '6e461862f5b747b492c31ebbcf15ac51'
                        key: {
                            sys_ui_form: {
                                id: '37d2fc5d8d574f84b47e3701314809e6'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '6e664cb295fd4f11b7ba0ffb1bed5fa8'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '6e991513e2264ca094a458c96c4b8daf'
                        key: {
                            list_id: {
                                id: '5ca9b81a396741919021fcfc027767b2'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_refresh_rule'
                                }
                            }
                            element: 'next_attempt'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6e9db373c73f47879fefa925b80b0ec5'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'duration_ms'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_list'
                        id: '6ee8b829b3f74f47bb9e2ca23aa83c24'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                            element: 'NULL'
                            relationship: 'NULL'
                            parent: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6f243b6dc1a64b86a603e91ff7029e8c'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'out_of_time'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '6ff68e4bc13a4e2b85ebfed9bcdfc460'
                        key: {
                            name: 'x_opfi_openfin_request'
                        }
                    },
                    {
                        table: 'sys_ui_list'
                        id: '70232e2bb2804ebdb3dbc4cf514effda'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                            element: 'NULL'
                            relationship: 'NULL'
                            parent: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '7062cd2d5a4342f3b6cb8097cf311f76'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'failures'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '7085020febee48e4b1a42006596a1977'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: 'cec002650b3222000b7da95e93673aae'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '70a510bbc765495a8d5832de9379624c'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: 'cec002650b3222000b7da95e93673aae'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '70b0ae0624d946d398e8d36e30ab1d9d'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'record_table'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '7104c0b133224d0bbed13edd8aa489dd'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'refresh_token_expires'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '718cc046e6484490bc0bc4678e605520'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '8'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '719a76559ffc46bd9fa6649e07080436'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'notice_days'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '71ec8cd622124a44a7b46530c493234d'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'notice_end'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '730751486dbf4d08a3c339b5b386dfb8'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'consented_by'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: '73d1e274b92b44a5814454a66aaf314e'
                        key: {
                            sys_ui_action: 'e0e5052a59e746968c796504a5c950e7'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '74128c7565be46c58f45fd4d03118ba9'
                        key: {
                            list_id: {
                                id: 'd7d10e7756fc4634aa9413c25b9fc510'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_token_status'
                                }
                            }
                            element: 'run'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '747874e80095449e98fb55036ece7f49'
                        key: {
                            document_key: '0842fe5dd5904d448af5d4cd32af88e5'
                            variable: 'b27b2b29ff6033008d3f5d9ad53bf164'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '74bd1a6493d54a8f8c1f609f87d896a7'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notify_group'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '74bd7624ff684d8abcc53d4167db2cc8'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'reported'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '7621976ca62345c5bd10cf2426954bed'
                        key: {
                            sys_security_acl: '55db932600b2411d8c694bc81ec4ab37'
                            sys_user_role: {
                                id: 'f146511b0168413bbe712c5a9c4b41f1'
                                key: {
                                    name: 'public'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '76b943cb1ed94c278ca56240656190d0'
                        key: {
                            document_key: '2aef7ba6b2a64170837dc254b314d5ed'
                            variable: '1d94cb1f3b8032000774229c93efc419'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: '76cf058ae1ca4efe8338c4881f6e7691'
                        key: {
                            name: 'x_opfi_openfin.viewer'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '77551ef6b84c46c5ada32929139660da'
                        key: {
                            sys_security_acl: '82605ea5df6e4c949a95621f06315609'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '77768d2a95a24deb8d44470bc89ca57b'
                        key: {
                            logical_table_name: 'x_opfi_openfin_refresh_claim'
                            col_name_string: 'ends'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '78416b34475f4bc58931cad7c27db68c'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: '6cdd0ab543010210b6f9a0246bb8f2f2'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '78c5ea3074e94317ba12e5d570dd8083'
                        deleted: true
                        key: {
                            logical_table_name: 'x_opfi_openfin_request'
                            col_name_string: 'address,sys_created_on'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '798f7f7125df4487b6f01738cdb50931'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'holder'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '79a5065a745748459bd72427e7041fb3'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: '7a6dc499bb4b4c6298c6930b686fb91f'
                        key: {
                            sys_ui_action: '07c2452156274a1f8c07a2ac9cc3a18a'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7aab6f6b0fd44e1b8b9081ec5b8d4812'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'refresh_lead_s'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '7b1a84bb7d90481eb160a49e9926b98c'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                            value: 'valid'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '7b4942a333af4a11988589c853a1dda0'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '7b6884566f6a46e7ab754cedd95a57bb'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'ends'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '7d51167b41884b21b399d87cfb15b7c4'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: '59877da10b3222000b7da95e93673a56'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7d81fcf9227842e18d3e862e73e41f07'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'status'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '7e0e227456c944f9bd2016e9592b61eb'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '7e435ddb984148b68f7fc1dcad7bc14c'
                        key: {
                            sys_security_acl: '7fe430fb42844f4cbc73c1c5c4c99496'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '7edb0c6c914546589071ce512bf6b09b'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notice_end'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '7edb8cd736fe4a7bad6e2aab39e43867'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'profile'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '7f7466a659f0405087e118a156af5e19'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'table'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '80a5c040b9244f17a54273f8a12abd5c'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'notice_to'
                            language: 'en'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '80ce0eaf11284c69b4c1d2b106c25101'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '82008fcd75cd421ba065501f109ac634'
                        key: {
                            document_key: 'dcbeed8504bc43288e99a8ed42bc9322'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '8284fea123b2447eb9b57f8d4685228c'
                        key: {
                            sys_security_acl: 'd4e7909094ae4a299e9e44d7633bd59b'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '82bb1278d8ba4906857c4521f0bf1bb7'
                        key: {
                            logical_table_name: 'x_opfi_openfin_refresh_rule'
                            col_name_string: 'active,order'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '82fd8f43469a4ddfbb0d2b2f7fc885d7'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'refusal'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '8330749e2c0642cc8d3b2860c5b77c59'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '8349bc3abdd1467c9be607883bb51eeb'
                        key: {
                            sys_security_acl: '2bacaf2d251940fbb06c84b197b73edf'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '83f91403015f48ad9e17c65b1831f250'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'last_attempt'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_ui_list'
                        id: '83fb4edb39014ab59423526b36626736'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                            element: 'NULL'
                            relationship: 'NULL'
                            parent: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '840236dc6c164619aaf12df3d3c333ba'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '84338f297c2140f697755fafb2b7a0fb'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'notify_group'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '861177b9bb754badbdab27301b9014c1'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: '872df575199d411aa877c8bd8fdcfea7'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'told'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '87355ab538154f37ba584c81664e50e4'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'requestor'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '8743263ef41e4b2caf9c6fc90e9e0794'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '88173b89191d48778067c74b2a15990d'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'access_token_expires'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: '88f8e58cca9b4e87b0544beb21a036ae'
                        key: {
                            logical_table_name: 'x_opfi_openfin_refresh_attempt'
                            col_name_string: 'run,outcome'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '89a95d0eb4894612beddeb6c3a3fe44a'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refresh_lead_s'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '8ba9c467cdd44523970721cb43af8b0d'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'last_attempt'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: '8d04396209f64475be1232295544c54b'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            caption: 'Lead times and notifications'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '8ddf02113cc144d9814c6ad2e1334994'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'started'
                        }
                    },
                    {
                        table: 'sys_user_role_contains'
                        id: '8ed804bef52b497e88a37c8bdc0a40e0'
                        key: {
                            role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                            contains: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '8f8a15bf8fb14b46bd69a637f8930deb'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: '81e042650b3222000b7da95e93673aa2'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '901e94a7cdff467aa283791457cec61e'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'active'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '908573fa093a4db2812c5cf6d1990d65'
                        key: {
                            sys_security_acl: '12ea56e0a8944c9481a2d2e4b929ffb2'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '922a4b78aefa4668a9c7768d48da3bdb'
                        key: {
                            sys_security_acl: '5a6313ff04c141a295b23a11c73a3271'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: '926821a8da304bbeb8fba403be4d7716'
                        deleted: true
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            caption: 'How it went'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '92825920b8b343b1b5ec701706f801a6'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '929d5aa65b9446dbac8755a194be2ece'
                        key: {
                            list_id: {
                                id: 'd7d10e7756fc4634aa9413c25b9fc510'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_token_status'
                                }
                            }
                            element: 'sys_created_on'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '943526d2d08f4ab980c9996c992ee1b1'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: '020a6af09fd32200ef4afa7dc67fcfec'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '9438473e926e44e4bb50eaa00a0cc9b7'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'noticed'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '946b095cab504759a5a8100fe58d76f0'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'told'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '94dac33e93684b2e843af319536e315b'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '96c55f9f31414a2bbf7f29376e889d90'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '96e0214ab9e54f59ad0505a41b18f191'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'client'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: '982653e5b1194f418505d5a51e5f551e'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: '58408e250b3222000b7da95e93673a5c'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: '994a0a18206c4ff58718d4cc89cb0cca'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'active'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '99faf64110e645b9a868a5049b422568'
                        key: {
                            list_id: {
                                id: '5ca9b81a396741919021fcfc027767b2'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_refresh_rule'
                                }
                            }
                            element: 'consented_by'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9adfced45dd742d2b9f7e902032c40aa'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'rule'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9bb3a6476a7748759de3188bf410d008'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'name'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: '9be8955889184958bfa448368755f2a5'
                        key: {
                            list_id: {
                                id: '5ca9b81a396741919021fcfc027767b2'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_refresh_rule'
                                }
                            }
                            element: 'requestor'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '9dba5a16b5ae4d5cac665600fe9539a6'
                        key: {
                            sys_security_acl: '9ad8a7fd667f4da3ab9966fd7aa20975'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '9e3f4d8e16c34371aababb8e575de26a'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'told'
                            value: 'reauthorize'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9e75186badad453c93d7249344bb29f4'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'access_lead_s'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: '9f32907423ab4540bfdc141651a65fe7'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                            value: 'refreshed'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '9f5b54cec761476bb487565620c75d09'
                        key: {
                            sys_security_acl: '1d8d53a1e4564e28b0d132bc4a0b2512'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'a004c79c894943d894cdb537fe911b71'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '8'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'a03d735d9d0c44099e16e77ce4e7c850'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                            value: 'no_token'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a20510aa657a47fa83f5309ad626322f'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a2b7dd81047542219a6385ff6416df18'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_list'
                        id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                            element: 'NULL'
                            relationship: 'NULL'
                            parent: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'a2e33bec739c42fa8028b1d4a1c48e2c'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'holder'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'a33d146d2f38485d9e07e23dc798eeb1'
                        key: {
                            logical_table_name: 'x_opfi_openfin_token_status'
                            col_name_string: 'refresh_token_expires,notice_days'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a35b23c4c3fc4b8382b6f9902d5a5c47'
                        key: {
                            sys_security_acl: '1671369b6a9545f3adc01a8432804a86'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'a5ac3d0cdd474d91a648744c560b40bc'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'a64c286391914f9c872f45ecf9461c0b'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notify_user'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'a688417bb8a34152875b08f4eef8cfd5'
                        key: {
                            document_key: '2aef7ba6b2a64170837dc254b314d5ed'
                            variable: '9f5f67709f132200ef4afa7dc67fcf94'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'a6b70f4d8c77477d8d38b76ab711fec1'
                        key: {
                            document_key: '3c1176ca800e4eababd6a17b758b9227'
                            variable: '6f69fc4aff6433008d3f5d9ad53bf18c'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'a7347a8d47eb4b768ab1dbd7935ccc9d'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'active'
                            position: '5'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'a7762e91243d4f709a213c5b5494848f'
                        key: {
                            document_key: '0cd46a92963e4e1597e5592b91f6ca40'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a800d8bb02ac488db6bfac229fedc4d9'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'claimed_by'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'a80f7bf70c634e3e96ed707fe04c0562'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'notify_group'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'a9fa18ca50fd4c0096f984bd2f282970'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: '89ad06b543010210b6f9a0246bb8f2d7'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'aab9fa462a484965846c6198809542cf'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'renewed'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'aaba454c6f714e79bc623d62e6789167'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'ended'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'ab02c8881914459395c0e30da962b851'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refusal'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'aba30f0e85a547c8800de7668cf19c59'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'active'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: 'ad67c1d8f6b5405ea13d3cd034b2a16d'
                        key: {
                            sys_ui_action: 'ef5263e2a4f642199526f5b232b49008'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: 'add3d9fc1df94a259809bf2d3ade02ca'
                        key: {
                            sys_ui_form: {
                                id: '5b3de4093c0048e99cd34b95c2d277d3'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'ae70c5eb7a38450e9c4afc893f305781'
                        key: {
                            list_id: {
                                id: '83fb4edb39014ab59423526b36626736'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'duration_ms'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'af2dc1f926d549238270c68a4b7bec88'
                        key: {
                            document_key: '7459a2c7b48848919d7e583ff9c8e8db'
                            variable: '6f69fc4aff6433008d3f5d9ad53bf18c'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'afab45b9f1b84343a84b88058080b2a3'
                        key: {
                            list_id: {
                                id: '83fb4edb39014ab59423526b36626736'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'sys_created_on'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'afb012348ea84607bbb5975c77f8c2ae'
                        key: {
                            sys_security_acl: 'ccc6b0d51c5b41c2891af722e40ca637'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'afcb59ca88f44fa4921f84e9a2ec2902'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'outcome'
                            value: 'reauthorize'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'b07671de75b541fbba38595535c58d59'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'refresh_token_expires'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'b083d9d7110242d3b9fb812cbd18ea3a'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'b13a72533147483dbb4858b3fb021656'
                        key: {
                            document_key: '3c1176ca800e4eababd6a17b758b9227'
                            variable: 'b27b2b29ff6033008d3f5d9ad53bf164'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'b1bf3604305b4cefa6f81089a48ea04a'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'active'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'b1e0ea6e2dc94c8ca738ff51139da565'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: '89ad06b543010210b6f9a0246bb8f2d7'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b2a00743d0a143f99e03a8a5b5708a9e'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'force'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_choice_set'
                        id: 'b3335dbf1726448daee39cc32bb29647'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'b34c40333d844630be271b3eb379bcf6'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'renewed'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b47e609ae66c4b03b7aea1b2d0ecc8f4'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'refused_since'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b58ec38cb6554f89a0a33b334a900a39'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'requestor_table'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b651a6617f084086be9f9289f8f5d2e9'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'notice_days'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'b6b88609e6414744bd6a344f6e2fe102'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'own'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'b73bdf01fccb43b0851ba1e3275293d4'
                        key: {
                            document_key: '3c1176ca800e4eababd6a17b758b9227'
                            variable: '1778a7480f20101091d0f00c97767e03'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'b7f2f7a9b77243ef8afd8cc7b59a8088'
                        key: {
                            document_key: '0842fe5dd5904d448af5d4cd32af88e5'
                            variable: '8c07aba5ff6033008d3f5d9ad53bf13b'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'b7f4cfa5dce14c7bb54c071a7577d2f9'
                        key: {
                            logical_table_name: 'x_opfi_openfin_token_status'
                            col_name_string: 'outcome,next_attempt,last_attempt'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'b82f288baaf3408fbda22536e59001b3'
                        key: {
                            document_key: '7459a2c7b48848919d7e583ff9c8e8db'
                            variable: '1985e0ceff2433008d3f5d9ad53bf1ba'
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: 'b8787253704545869e166d45f3c68238'
                        deleted: true
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            caption: 'Which tokens'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: 'b8854934be34429e8a4884d64c03b22e'
                        deleted: true
                        key: {
                            sys_ui_form: {
                                id: '5b3de4093c0048e99cd34b95c2d277d3'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'b89c98944e1848e393773cd2e2c7473b'
                        key: {
                            list_id: {
                                id: '5ca9b81a396741919021fcfc027767b2'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_refresh_rule'
                                }
                            }
                            element: 'failures'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'b8b2981434194373aae2cb15283c3065'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refusal'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b910aacdcc914b0592f315f1bc16368a'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'order'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'b9ccbf9557ad40cc8c9098f36facfc6c'
                        key: {
                            document_key: 'eeee82827ba2476cb9d67045ba857e00'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'bb45e854bfb44f04a0da25f9cda9dab9'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'profile'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'bbc35b24518f4b8c957b54f1f4f56a93'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'record'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'bbfc2c2bafac49a192ab5ad4643ab4f9'
                        key: {
                            document_key: '99465cc7cf1d4bfc875712a8c8ff9f02'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'bc3c49e07a3a4a48b6b382f2a5bd2470'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: 'bc430594d6b049499dcf2eb1b580f545'
                        key: {
                            sys_ui_form: {
                                id: '5b3de4093c0048e99cd34b95c2d277d3'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'bc70c1e39d904d85a5bcee20c04373a5'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '14'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: 'bd7c02d4018848d0aab44d9344dd3ad1'
                        key: {
                            name: 'x_opfi_openfin_request'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'bdf7ca41b3274493ab52371078c1d4d8'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refused_since'
                            position: '13'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'bfdffb01066b427691a0b93acfefbeb5'
                        key: {
                            document_key: '7459a2c7b48848919d7e583ff9c8e8db'
                            variable: '8c07aba5ff6033008d3f5d9ad53bf13b'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c05a9d07ee094f9d8cfb4c7979b35ee8'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c1406ae41a4f46f682fff825c1a563d2'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'route'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'c196f354b7dd4782929e58893865f7c6'
                        key: {
                            document_key: '7b9b2f21893b4212a1caf7a50a7c32b6'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c1efa450940b42ab94454014b651e62d'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c214df9373eb4c9ca3a7eb30d44d90e8'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'rule'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c28de4a06e7148f7b928151317dff5a3'
                        key: {
                            sys_security_acl: '15a29f594b67402e8eeb923b2dedaa28'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c2a4b79bf65241b385b5b4f445829af3'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'notice_to'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c32f63e652664161b9b9a93f3af7a7db'
                        key: {
                            sys_security_acl: 'e0823bc5111d4a2291da29938dcee4cf'
                            sys_user_role: {
                                id: '76cf058ae1ca4efe8338c4881f6e7691'
                                key: {
                                    name: 'x_opfi_openfin.viewer'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c36fc8bcb6864259bde18f5fcac6d5f2'
                        key: {
                            sys_security_acl: 'dd344e528cd24f009e2b89af5b27214a'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c4998e25f111410ea1f24da0203f2b11'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'failures'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'c51cc193ab284450bc57b0363da24cab'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: '81e042650b3222000b7da95e93673aa2'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'c530c8766f754b35bb25b24410b66a66'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'refresh_lead_s'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c53c1d1a41874881ab96392dddaf9620'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: 'c5e7bb584acb4d478d502a60640eaed6'
                        key: {
                            sys_ui_action: 'ce45d89b8b544cd39a6495c96a67967d'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c76777b988fe47f680c19c445eae536a'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'notify_group'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'c87a1645acc64751be3e21d02065fe71'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'message'
                            position: '11'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'c921d9b67d7c4c62b20c9797e6b82449'
                        key: {
                            document_key: '7b9b2f21893b4212a1caf7a50a7c32b6'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c948c6460c584766a91565bf1b08295d'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'consent_note'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c9cc862894f64b10b9c4ab926edd6cd2'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'out_of_time'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'ca3a2ece41a74c8bb18cb3a732db3e6d'
                        key: {
                            document_key: '0842fe5dd5904d448af5d4cd32af88e5'
                            variable: '6f69fc4aff6433008d3f5d9ad53bf18c'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'caa3a74280294cb2b2875d20f0345cee'
                        key: {
                            document_key: '07dc32799c0743e8b009c24ac9287982'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'cad082acd3ed4f38b9989cc9799a99a2'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'claimed'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'cb3140246c674cfdbd30328ab8909fa4'
                        key: {
                            sys_security_acl: '2882fd22ce9b44688135d9dd6ae1ff5d'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ccc1e371eb1248dd8e9596cf1ffa75ef'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'notify_user'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'cd13c4ce68d54f67966d5492d07578ea'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'run'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ce16938484754bf799ee88890e0299db'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'refresh_token_expires'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'ce1ac312edfb43008e4ba99c29db59e2'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'record_table'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'cedefc2607c5428e837659ccf130279d'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'order'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'd0328b3f03c642ac916f8c4e5c43628c'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'claimed_until'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'd1a6f23930724a7eb1ca52a1ac582b66'
                        key: {
                            sys_security_acl: 'eafba66c264c4692a0318748b30c480a'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'd2842921b31845afa848a0d68ccacbc1'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '11'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'd2b3a7194c4f4b1d879e9d02400f1fa4'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'order'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'd367bb82349b4f04b8f802458003b462'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd47f82f77f214a3caf4ccbb3a50efd65'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'own'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'd481b854fbdd473e86075a30b66669ca'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'force'
                            position: '8'
                        }
                    },
                    {
                        table: 'sys_ux_lib_asset'
                        id: 'd483760c884a4dcb822f566d24d29597'
                        key: {
                            name: 'x_opfi_openfin/health/main'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'd4a9794a07444d80a5e64e99dba705ba'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'condition'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'd51f5d7dc0434a6495ea14b73dae6fa9'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: '59877da10b3222000b7da95e93673a56'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'd56d4150c0d64ecdb06a6d7c20e6314b'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'd700aff99b3742a7b3830bc6ee20dc0d'
                        key: {
                            list_id: {
                                id: '70232e2bb2804ebdb3dbc4cf514effda'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'requestor_table'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'd748c0fb097c44a48354b00779c91d3c'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'd78082be558548b4a8ef73d4b13544a5'
                        key: {
                            list_id: {
                                id: '83fb4edb39014ab59423526b36626736'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'run'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: 'd79210ba44784246a6b66316184fe51a'
                        key: {
                            sys_ui_action: '0b279f98291e4e6795c8f31f62827a92'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'd7ca93a03ed54c2a862c5e018567cc08'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_ui_list'
                        id: 'd7d10e7756fc4634aa9413c25b9fc510'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                            element: 'NULL'
                            relationship: 'NULL'
                            parent: 'x_opfi_openfin_token_status'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'd8c1c719693845a6ac52bbef880fa422'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'told'
                            value: 'failing'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'd99b3694a8e346429fa6919b8a09e3a2'
                        key: {
                            list_id: {
                                id: '5ca9b81a396741919021fcfc027767b2'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_refresh_rule'
                                }
                            }
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'd9c1d6e978304783829eec8e560e0b4b'
                        key: {
                            document_key: '81c908a4198f4d6e9d7082d29ba0c66e'
                            variable: '89ad06b543010210b6f9a0246bb8f2d7'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'da33c99fcdef487c874a99674c4be8b2'
                        key: {
                            logical_table_name: 'x_opfi_openfin_token_status'
                            col_name_string: 'requestor,profile'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'dae3e7f85a914bb5959372354fb7c59d'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'message'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'db6c708230384521ac5112cefbb1ba09'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'next_attempt'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'dbcbaa915b1948a3b21fcbd6ab0b7a82'
                        key: {
                            sys_security_acl: 'd16b3abd3d1745f493acbd083799e7aa'
                            sys_user_role: {
                                id: '150608f420754d2a8de15bc25d6b5b5d'
                                key: {
                                    name: 'x_opfi_openfin.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'dc2a40fda5774a27845333cc92e0a65f'
                        key: {
                            name: 'x_opfi_openfin_refresh_claim'
                            element: 'token'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'dca79992cf414a9a806f3b46734986ed'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: 'b8787253704545869e166d45f3c68238'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Which tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'table'
                            position: '2'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'dd8d2873dbda47d6a1718831370a09bd'
                        key: {
                            document_key: 'a9f091e4923b4cc684ee86970725290e'
                            variable: '989d9e235324220002c6435723dc3484'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'de8caab5d1f04163b2d9fb4b9379e1f0'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'route'
                        }
                    },
                    {
                        table: 'sys_choice'
                        id: 'decacf977b8847e9bb8ebbc666145870'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'outcome'
                            value: 'valid'
                            language: 'en'
                            dependent_value: 'NULL'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'decf4cc7cabb41b2adbdae0025e71ab2'
                        key: {
                            list_id: {
                                id: '6ee8b829b3f74f47bb9e2ca23aa83c24'
                                key: {
                                    name: 'x_opfi_openfin_refresh_run'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'own'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'df543728bb2e49d098aba64a6656adc9'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '10'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'e15d876ca3414061a3a7a90e37d28fa3'
                        key: {
                            document_key: '40fbfeb4ef8144df90be65769b2b987d'
                            variable: '020a6af09fd32200ef4afa7dc67fcfec'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'e17b3664021f467da2cf9c183c8215ac'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'profile_field'
                            position: '3'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'e228b2b8bf474b2eaae698debaf64434'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '12'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e23d8f5f353745069061536a84aebb8e'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'address'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'e2debb0b70504b66ade87477296c22ed'
                        key: {
                            list_id: {
                                id: '5ca9b81a396741919021fcfc027767b2'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_refresh_rule'
                                }
                            }
                            element: 'refresh_token_expires'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'e2f8e15dee2b4674a7f782984a1cbf14'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e370f5f17e2448ebb1cfd2be202e58c8'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'profile'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'e3b08dc8385344a2ac5e0ce18017bb85'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'address'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'e4a9c95c67fc4ce3aa122f6ca0cefde4'
                        key: {
                            name: 'x_opfi_openfin_refresh_attempt'
                            element: 'run'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'e555741a4d3d4e23bd37b7c2773f6fd8'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'notify_user'
                        }
                    },
                    {
                        table: 'sys_ui_form_section'
                        id: 'e6b699caa5464f97a6e1c498047dd25d'
                        deleted: true
                        key: {
                            sys_ui_form: {
                                id: '37d2fc5d8d574f84b47e3701314809e6'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'e8168bd0b37344f4bc708f0b4926dfef'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '6'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e91e57d1e3d5427eb55c298e16c760d7'
                        key: {
                            name: 'x_opfi_openfin_state'
                            element: 'value'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e95e3a7c05e0464485d52a01c0ff2b7b'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'profile'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_index'
                        id: 'e9c5ebca83a74efebb6f5159eb13b89d'
                        key: {
                            logical_table_name: 'x_opfi_openfin_token_status'
                            col_name_string: 'outcome,refresh_token_expires'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'ea33853b096449069f60c1ed1cb7ec5e'
                        key: {
                            sys_ui_section: {
                                id: '8d04396209f64475be1232295544c54b'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Lead times and notifications'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.begin_split'
                            position: '0'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'ea83dd60667e4e1abb51e35e15187000'
                        key: {
                            document_key: '7459a2c7b48848919d7e583ff9c8e8db'
                            variable: '1778a7480f20101091d0f00c97767e03'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'eac157ad982e48e289106b2b19a6d69a'
                        key: {
                            sys_ui_section: {
                                id: '461ffb72689a472191d949a11594059d'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'Tokens'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.split'
                            position: '4'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'eacd7e67d5454d068af91de19267e946'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'notify_user'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'eba4903fc1f04e448883217465e5d2d6'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '926821a8da304bbeb8fba403be4d7716'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'How it went'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: '.end_split'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'ebc5bdc656504bbe87bff7d0367acc8a'
                        key: {
                            list_id: {
                                id: 'd7d10e7756fc4634aa9413c25b9fc510'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_token_status'
                                }
                            }
                            element: 'duration_ms'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'eda44310f6cd4645ba3e5749548a93cc'
                        key: {
                            document_key: '0cd46a92963e4e1597e5592b91f6ca40'
                            variable: '42f2564b73031300440211d8faf6a777'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'edac240b482849189d5c0e99981ac1ec'
                        key: {
                            sys_security_acl: '2201d7c21fdc4eee8f4659de340a6ecf'
                            sys_user_role: {
                                id: 'f146511b0168413bbe712c5a9c4b41f1'
                                key: {
                                    name: 'public'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'ee377e65bbe84d37bc4cdc75686c87fc'
                        key: {
                            list_id: {
                                id: 'd7d10e7756fc4634aa9413c25b9fc510'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_token_status'
                                }
                            }
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'ef164302c04d4b3ca0518b65b016ad3e'
                        key: {
                            list_id: {
                                id: '83fb4edb39014ab59423526b36626736'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'status'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'ef2e7036cc1b4378bd92a227dbbe570a'
                        key: {
                            document_key: '7459a2c7b48848919d7e583ff9c8e8db'
                            variable: 'b27b2b29ff6033008d3f5d9ad53bf164'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f02b87dce2aa47939de818ece81f9a79'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'refresh_lead_s'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f0c259b9fd024394a8c86636e364b95f'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f1a8814e4c0e4857ae858a635e2ffff6'
                        key: {
                            name: 'x_opfi_openfin_refresh_run'
                            element: 'claimed'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f1bc14f9a371461db4cbf4fe4cfb7059'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'f28a4d850eb744b994a52cab06941d5a'
                        key: {
                            document_key: '3c1176ca800e4eababd6a17b758b9227'
                            variable: '98c44875ffa033008d3f5d9ad53bf1fa'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f38820e168e94c0081e3d48f322e5a15'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'table'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f3d15181348f475ca1f66a0607e9a708'
                        key: {
                            name: 'x_opfi_openfin_refresh_rule'
                            element: 'access_lead_s'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'f4ef95be2f6445dea1efff420b323b32'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'next_attempt'
                            position: '10'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'f599c42d51f344b98dfe02b4210f0700'
                        key: {
                            list_id: {
                                id: 'a2c9f823303a41f9a1916cc8ba0f3df2'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'profile'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'f6066f16a00d4c9198d2e05189800ace'
                        key: {
                            list_id: {
                                id: 'd7d10e7756fc4634aa9413c25b9fc510'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'x_opfi_openfin_token_status'
                                }
                            }
                            element: 'message'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'f80ab5e9ca6f4d6a811f5050de577ea2'
                        key: {
                            sys_ui_section: {
                                id: '54ee8ab4a6104567bef7a5c3f3b4f33d'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Token'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'outcome'
                            position: '7'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'f932bca9aa9b4c06a3f3330f18501c79'
                        key: {
                            sys_ui_section: {
                                id: 'ff56aba005e04b37ac788aab109bdaf7'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts and notices'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'claimed_by'
                            position: '9'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f9b2f8f54d714034b70000ff71fef1b6'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            element: 'end_kept'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'fb76e886b2ad4f83b83cd62507543ba7'
                        key: {
                            document_key: '1b67532ab52b40bfa97f62a3e1c3c1c7'
                            variable: '020a6af09fd32200ef4afa7dc67fcfec'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'fbbf2f67b68d4c0ba1ac9f0613cddadf'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '46760dfac9034c15aca55f9553e2781b'
                                key: {
                                    name: 'x_opfi_openfin_token_status'
                                    caption: 'Attempts'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'last_attempt'
                            position: '1'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'fca241ac154244b193d198eca7f5ad21'
                        key: {
                            document_key: '0842fe5dd5904d448af5d4cd32af88e5'
                            variable: '98c44875ffa033008d3f5d9ad53bf1fa'
                        }
                    },
                    {
                        table: 'sys_ui_list_element'
                        id: 'fd3c35b4e97f49c489cd6938bb440a7b'
                        key: {
                            list_id: {
                                id: '83fb4edb39014ab59423526b36626736'
                                key: {
                                    name: 'x_opfi_openfin_refresh_attempt'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                    element: 'NULL'
                                    relationship: 'NULL'
                                    parent: 'NULL'
                                }
                            }
                            element: 'outcome'
                        }
                    },
                    {
                        table: 'sys_variable_value'
                        id: 'fdfc28b4a77143fda86a0588e950f356'
                        key: {
                            document_key: '0842fe5dd5904d448af5d4cd32af88e5'
                            variable: '1985e0ceff2433008d3f5d9ad53bf1ba'
                        }
                    },
                    {
                        table: 'sys_ui_section'
                        id: 'ff56aba005e04b37ac788aab109bdaf7'
                        key: {
                            name: 'x_opfi_openfin_token_status'
                            caption: 'Attempts and notices'
                            view: {
                                id: 'Default view'
                                key: {
                                    name: 'NULL'
                                }
                            }
                            sys_domain: 'global'
                        }
                    },
                    {
                        table: 'sys_ui_element'
                        id: 'ffa6ce074f0d463d9a6c7a74e5b6e17e'
                        deleted: true
                        key: {
                            sys_ui_section: {
                                id: '2840004b09f64858a3a572a19a40f2c1'
                                key: {
                                    name: 'x_opfi_openfin_refresh_rule'
                                    caption: 'How early, and who hears of trouble'
                                    view: {
                                        id: 'Default view'
                                        key: {
                                            name: 'NULL'
                                        }
                                    }
                                    sys_domain: 'global'
                                }
                            }
                            element: 'notify_user'
                            position: '4'
                        }
                    },
                ]
            }
        }
    }
}
