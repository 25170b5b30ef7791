import '@servicenow/sdk/global'

declare global {
    namespace Now {
        namespace Internal {
            interface Keys extends KeysRegistry {
                explicit: {
                    'address-failing-event': {
                        table: 'sysevent_register'
                        id: '9da5fbdde5ae4a28b2054249a3589b22'
                    }
                    'address-failing-notification': {
                        table: 'sysevent_email_action'
                        id: '1bde3a263f7b47a7aab3d387b47f773a'
                    }
                    bom_json: {
                        table: 'sys_module'
                        id: '79bff042ca974ba1b4ab66d14672b1a1'
                    }
                    enabled: {
                        table: 'sys_properties'
                        id: '5a4f74df4fcb4604865e29b6bedfbbff'
                    }
                    'failures-before-event': {
                        table: 'sys_properties'
                        id: '3c7fdcb4acf54e509bec0502c5594a0d'
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
                    lockdown: {
                        table: 'sys_properties'
                        id: '31866bdad90d400a8a438bda4c561ebe'
                    }
                    menu: {
                        table: 'sys_app_application'
                        id: '9b7106b2ddc44c5da76caef3fc15fd78'
                    }
                    'menu-cors-rules': {
                        table: 'sys_app_module'
                        id: '7862b12ad6cd431ab31fe1bf8775d62a'
                    }
                    'menu-properties': {
                        table: 'sys_app_module'
                        id: 'b6731204598e44b8b6c432845898fe9b'
                    }
                    'menu-registration': {
                        table: 'sys_app_module'
                        id: '1794780fa5554e1b89dcb0f9e668ee59'
                    }
                    'menu-requests': {
                        table: 'sys_app_module'
                        id: 'e06fecd0f37a4994a8f042226ac1f178'
                    }
                    'oauth-custom-util': {
                        table: 'sys_script_include'
                        id: 'ee771fd7e76b43bd8101c84fe2f7bca3'
                    }
                    'oauth-custom-util-stepped-aside': {
                        table: 'sys_properties'
                        id: '3089a992a2aa43d6b1f402896854824e'
                    }
                    'openfin-client': {
                        table: 'oauth_entity'
                        id: '51b63f3a10d74a518898b07c65f414f9'
                    }
                    package_json: {
                        table: 'sys_module'
                        id: '28746c315f1c42a792142b2403729657'
                    }
                    'privilege-glide-api-event-management': {
                        table: 'sys_scope_privilege'
                        id: '6bdc444574f74ffcb1809f9778fc7060'
                    }
                    'privilege-glide-api-properties': {
                        table: 'sys_scope_privilege'
                        id: 'c7f365a481d44aba98211a158ce1bc26'
                    }
                    'privilege-glide-api-scripting': {
                        table: 'sys_scope_privilege'
                        id: '142618a6fb824cd9a06ce8172508376e'
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
                    'privilege-glide-oauth-token-get-refresh-token': {
                        table: 'sys_scope_privilege'
                        id: '421bbb9d8c0c4b849e36ed293d5e1491'
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
                    'privilege-oauth-entity': {
                        table: 'sys_scope_privilege'
                        id: 'c9b7c030df8b4df3ad4952720175bfdf'
                    }
                    'privilege-oauth-entity-profile': {
                        table: 'sys_scope_privilege'
                        id: '5e5b8cfed8d1438d9d0775de1e9f4e2b'
                    }
                    'privilege-oauth-util': {
                        table: 'sys_scope_privilege'
                        id: '3ebe978f04214efa8789d014b180f958'
                    }
                    'privilege-restapirequest': {
                        table: 'sys_scope_privilege'
                        id: '5cb673a2866645c18fa1d20a194a282d'
                    }
                    'privilege-restapiresponse-stream': {
                        table: 'sys_scope_privilege'
                        id: '9949ee10a7994edd896682a9c3a53d81'
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
                    'privilege-sys-user': {
                        table: 'sys_scope_privilege'
                        id: '721aeeda286b41c5852058f1bb6ef092'
                    }
                    'refusals-per-minute': {
                        table: 'sys_properties'
                        id: '447ba52e06ee4c93847322a108343d75'
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
                    'requests-per-minute': {
                        table: 'sys_properties'
                        id: '93cfa1cbaa1b4f9594249800be73aa16'
                    }
                    'revoke-token': {
                        table: 'sys_ws_operation'
                        id: 'b73792c36dc14958bcd0a676cfbb0b53'
                    }
                    'revoke-token-path': {
                        table: 'sys_security_acl'
                        id: '2201d7c21fdc4eee8f4659de340a6ecf'
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
                    'table-api-cors-rule': {
                        table: 'sys_cors_rule'
                        id: '17e759ae46124751a534e51f1b0d15ed'
                    }
                    'upstream-timeout-ms': {
                        table: 'sys_properties'
                        id: '29a81ba72261436098b263705e24e7ac'
                    }
                    'user-info': {
                        table: 'sys_ws_operation'
                        id: '67a46a89212549f28818db1c9ac271a3'
                    }
                    'user-info-acl': {
                        table: 'sys_security_acl'
                        id: '55db932600b2411d8c694bc81ec4ab37'
                    }
                }
                composite: [
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
                        table: 'sys_documentation'
                        id: '1338bc04d74a4cc18033726d99cb8f71'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'reported'
                            language: 'en'
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
                        table: 'sys_documentation'
                        id: '2147a044e40948d1a8f60f438f1963be'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'client'
                            language: 'en'
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
                        id: '5ab59fc0d347493784f3745448e955c6'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'duration_ms'
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
                        table: 'sys_documentation'
                        id: '6e9db373c73f47879fefa925b80b0ec5'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'duration_ms'
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
                        id: '78c5ea3074e94317ba12e5d570dd8083'
                        deleted: true
                        key: {
                            logical_table_name: 'x_opfi_openfin_request'
                            col_name_string: 'address,sys_created_on'
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
                        table: 'sys_dictionary'
                        id: 'bc3c49e07a3a4a48b6b382f2a5bd2470'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'NULL'
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
                        table: 'sys_documentation'
                        id: 'c1406ae41a4f46f682fff825c1a563d2'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'route'
                            language: 'en'
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
                        id: 'c53c1d1a41874881ab96392dddaf9620'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'outcome'
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
                        table: 'sys_documentation'
                        id: 'e23d8f5f353745069061536a84aebb8e'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'address'
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
                        table: 'sys_documentation'
                        id: 'f1bc14f9a371461db4cbf4fe4cfb7059'
                        key: {
                            name: 'x_opfi_openfin_request'
                            element: 'outcome'
                            language: 'en'
                        }
                    },
                ]
            }
        }
    }
}
