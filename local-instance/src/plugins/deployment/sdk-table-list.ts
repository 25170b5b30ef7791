/**
 * Platform tables and their columns as the ServiceNow SDK 4.9.0 describes them. Written by scripts/sdk-tables.mjs.
 * A line of its own names a table and its parent; its columns follow: `name!:type>table=default`, `!` for the
 * display column, without type for text.
 */
export const SDK_TABLE_LIST = `
alm_asset
    department:reference>cmn_department warranty_expiration:glide_date skip_sync:boolean=false
    resold_value:currency model_component_id:reference>cmdb_m2m_model_component install_date:glide_date_time
    old_status retired:glide_date serial_number life_cycle_stage_status:reference>life_cycle_stage_status
    due:glide_date_time request_line:reference>sc_req_item ci:reference>cmdb_ci managed_by:reference>sys_user
    cost:currency depreciation_date:glide_date_time asset_function:choice sys_domain_path:domain_path
    assigned:glide_date_time lease_id pre_allocated:boolean=false resale_price:price
    stockroom:reference>alm_stockroom delivery_date:glide_date_time quantity:integer=1 acquisition_method
    model:reference>cmdb_model life_cycle_stage:reference>life_cycle_stage checked_out:glide_date_time
    retirement_date:glide_date owned_by:reference>sys_user gl_account residual_date:glide_date
    work_notes:journal_input company:reference>core_company justification active_to:boolean=false
    beneficiary:reference>core_company location:reference>cmn_location order_date:glide_date_time comments
    sys_domain:domain_id=global model_category:reference>cmdb_model_category substatus
    checked_in:glide_date_time salvage_value:currency display_name! supported_by:reference>sys_user
    invoice_number residual:currency product_instance_id assigned_to:reference>sys_user
    vendor:reference>core_company old_substatus disposal_reason asset_tag purchase_date:glide_date due_in
    reserved_for:reference>sys_user parent:reference>alm_asset install_status:integer=1
    cost_center:reference>cmn_cost_center depreciated_amount:currency support_group:reference>sys_user_group
    po_number depreciation:reference>cmdb_depreciation expenditure_type
alm_hardware < alm_asset
    eligible_for_refresh:boolean=false
analytics_dashboard < sys_metadata
    active:boolean=true description:translated_field certified:boolean=false sys_domain:domain_id=global
    sys_overrides:reference>analytics_dashboard base_dashboard:reference>analytics_dashboard ready_to_migrate
    name!:translated_field sys_domain_path:domain_path
analytics_visualization < par_component
    type:choice sys_domain_path:domain_id=global
ast_contract
    vendor:reference>core_company renewable:boolean=true vendor_account cost_adjustment_percentage:decimal=0
    description cost_adjustment_type ends:glide_date total_cost:currency=0 tax_rate:decimal
    contract_model:reference>cmdb_model state=draft expiration:reference>clm_condition_checker
    monthly_cost:currency=0 payment_amount:currency=0 renewal_end_date:glide_date process ratecard:boolean
    cost_per_unit:currency customer:reference>core_company payment_schedule=Monthly renewal_options
    life_cycle_stage_status:reference>life_cycle_stage_status approval_history:journal
    business_owner:reference>sys_user covers contract_administrator:reference>sys_user
    cost_center:reference>cmn_cost_center license_type commitment:currency
    process_non_contractual_slas:boolean=true starts:glide_date sub_total_cost:currency=0 number
    active:boolean=true sales_tax:boolean=true vendor_contract! cost_adjustment:decimal=0
    sys_domain_path:domain_path short_description cost_adjustment_reason location:reference>cmn_location
    po_number terms_and_conditions:translated_html discount:decimal applicable_taxes
    renewal_contact:reference>sys_user license_quantity_entitled:integer sys_domain:domain_id=global
    yearly_cost:currency=0 tax_exempt:boolean=false renewal_date:glide_date substate=awaiting_review
    approver:reference>sys_user lifetime_cost:currency tax_cost:currency invoice_payment_terms
    life_cycle_stage:reference>life_cycle_stage application_model:reference>cmdb_application_product_model
    parent_contract:reference>ast_contract
atf_input_variable
    element model_table:table_name model_id:document_id
business_calendar < sys_metadata
    cal_type:choice description label!:translated_field is_legacy_schedule:boolean=false time_zone
    calendar_name sys_domain:domain_id=global sys_domain_path:domain_path parent:reference>business_calendar
    plural_label:translated_field
change_request < task
    phase=requested cab_required:boolean=false justification on_hold_task:glide_list>change_task
    phase_state=open cab_date:glide_date test_plan on_hold:boolean=false production_system:boolean
    end_date:glide_date_time review_comments type requested_by_date:glide_date_time review_date:glide_date
    risk_impact_analysis std_change_producer_version:reference>std_change_producer_version
    conflict_last_run:glide_date_time category=Other cab_date_time:glide_date_time backout_plan on_hold_reason
    risk:integer cab_recommendation change_plan unauthorized:boolean reason start_date:glide_date_time
    review_status:integer copied_from:reference>change_request scope:integer=3 cab_delegate:reference>sys_user
    implementation_plan close_code outside_maintenance_schedule:boolean chg_model:reference>chg_model
    requested_by:reference>sys_user conflict_status
cmdb_ci < cmdb
    owned_by:reference>sys_user cost_cc=USD install_status:integer=1 name purchase_date:glide_date
    operational_status:integer=1 monitor:boolean=false can_print:boolean=false attested:boolean=false
    life_cycle_stage_status:reference>life_cycle_stage_status vendor:reference>core_company
    install_date:glide_date_time gl_account asset_tag serial_number sys_domain_path:domain_path
    delivery_date:glide_date_time supported_by:reference>sys_user location:reference>cmn_location
    skip_sync:boolean=false managed_by:reference>sys_user po_number sys_class_path:sys_class_path
    company:reference>core_company invoice_number warranty_expiration:glide_date checked_out:glide_date_time
    support_group:reference>sys_user_group cost_center:reference>cmn_cost_center assigned:glide_date_time
    lease_id category start_date:glide_date_time ip_address:ip_addr dns_domain attested_date:glide_date_time
    product_instance_id assignment_group:reference>sys_user_group manufacturer:reference>core_company
    checked_in:glide_date_time sys_domain:domain_id=global department:reference>cmn_department
    assigned_to:reference>sys_user cost:float model_id:reference>cmdb_model order_date:glide_date_time
    due:glide_date_time unverified:boolean asset:reference>alm_asset comments due_in justification
    short_description change_control:reference>sys_user_group mac_address duplicate_of:reference>cmdb_ci fqdn
    environment last_discovered:glide_date_time correlation_id attested_by:reference>sys_user
    business_unit:reference>business_unit maintenance_schedule:reference>cmn_schedule
    first_discovered:glide_date_time model_number managed_by_group:reference>sys_user_group attestation_status
    subcategory attestation_score:integer life_cycle_stage:reference>life_cycle_stage discovery_source
    fault_count:integer=0 attributes schedule:reference>cmn_schedule
cmdb_ci_business_app < cmdb_ci
    appraisal_fiscal_type:choice product_support_status:choice support_vendor:reference>core_company
    active_user_count:integer next_assessment_date:glide_date data_classification:choice
    business_criticality:choice user_base:choice attested_date:glide_date_time audience_type:choice url:url
    application_manager:reference>sys_user it_application_owner:reference>sys_user active:boolean=true
    last_change_date:glide_date platform_host:reference>cmdb_ci_business_app
    maintenance_schedule:reference>cmn_schedule currency:choice purchase_date:glide_date
    assignment_group:reference>sys_user_group can_print:boolean=false checked_in:glide_date_time mac_address
    department:reference>cmn_department comments monitor:boolean=false cost_cc=USD due:glide_date_time
    install_date:glide_date_time warranty_expiration:glide_date owned_by:reference>sys_user
    delivery_date:glide_date_time supported_by:reference>sys_user assigned:glide_date_time short_description
    last_discovered:glide_date_time po_number life_cycle_stage_status:reference>life_cycle_stage_status
    justification cost:float serial_number duplicate_of:reference>cmdb_ci environment product_instance_id
    first_discovered:glide_date_time sys_domain:domain_id=global change_control:reference>sys_user_group
    business_unit:reference>business_unit attested_by:reference>sys_user name subcategory
    managed_by_group:reference>sys_user_group manufacturer:reference>core_company
    vendor:reference>core_company model_number start_date:glide_date_time ip_address:ip_addr
    order_date:glide_date_time unverified:boolean operational_status:integer=1 discovery_source gl_account
    fqdn sys_domain_path:domain_path cost_center:reference>cmn_cost_center dns_domain
    life_cycle_stage:reference>life_cycle_stage managed_by:reference>sys_user sys_class_path:sys_class_path
    company:reference>core_company assigned_to:reference>sys_user attestation_status
    model_id:reference>cmdb_model support_group:reference>sys_user_group attested:boolean=false
    skip_sync:boolean=false attestation_score:integer due_in invoice_number asset_tag
    checked_out:glide_date_time install_status:integer=1 attributes fault_count:integer=0
    contract_end_date:glide_date correlation_id category architecture_type
    software_license:reference>alm_license work_notes:journal_input asset:reference>alm_asset
    apm_business_process:reference>cmdb_ci_business_process organization_unit_count:integer
    location:reference>cmn_location lease_id install_type:choice schedule:reference>cmn_schedule
    emergency_tier:choice cmdb_software_product_model:reference>cmdb_software_product_model certified:boolean
    application_type:choice platform:choice technology_stack:choice age_in_month number
cmdb_ci_service < cmdb_ci
    skip_sync:boolean=false attestation_score:integer due_in invoice_number asset_tag
    checked_out:glide_date_time install_date:glide_date_time warranty_expiration:glide_date
    owned_by:reference>sys_user product_instance_id first_discovered:glide_date_time
    sys_domain:domain_id=global change_control:reference>sys_user_group operational_status:integer=1
    discovery_source gl_account fqdn sys_domain_path:domain_path install_status:integer=1 dns_domain
    life_cycle_stage:reference>life_cycle_stage managed_by:reference>sys_user sys_class_path:sys_class_path
    company:reference>core_company assigned_to:reference>sys_user attestation_status
    model_id:reference>cmdb_model support_group:reference>sys_user_group attested:boolean=false
    location:reference>cmn_location lease_id delivery_date:glide_date_time supported_by:reference>sys_user
    purchase_date:glide_date assignment_group:reference>sys_user_group can_print:boolean=false
    checked_in:glide_date_time mac_address department:reference>cmn_department comments monitor:boolean=false
    cost_cc=USD due:glide_date_time attributes fault_count:integer=0 business_unit:reference>business_unit
    attested_by:reference>sys_user assigned:glide_date_time short_description last_discovered:glide_date_time
    po_number life_cycle_stage_status:reference>life_cycle_stage_status justification cost:float serial_number
    duplicate_of:reference>cmdb_ci environment correlation_id category service_classification
    cost_center:reference>cmn_cost_center name subcategory managed_by_group:reference>sys_user_group
    manufacturer:reference>core_company vendor:reference>core_company model_number start_date:glide_date_time
    ip_address:ip_addr order_date:glide_date_time unverified:boolean asset:reference>alm_asset
    sla:reference>sla spm_service_portfolio:reference>spm_service_portfolio checkout
    service_owner_delegate:reference>sys_user spm_taxonomy_node:reference>spm_taxonomy_node version
    busines_criticality maintenance_schedule:reference>cmn_schedule price_model=per_unit
    business_contact:reference>sys_user aliases compatibility_dependencies business_need
    prerequisites:translated_html last_review_date:glide_date_time monitoring_requirements
    business_relation_manager:reference>sys_user portfolio_status=pipeline delivery_manager:reference>sys_user
    price_unit end_date:glide_date_time service_level_requirement:translated_html unit_description:html
    parent:reference>cmdb_ci_service user_group:reference>sys_user_group service_status=requirements state
    schedule:reference>cmn_schedule stakeholders:glide_list>sys_user published_ref:reference>cmdb_ci_service
    consumer_type=internal attested_date:glide_date_time used_for=Production number
cmdb_model
    status certified:boolean owner:reference>sys_user weight:integer length:decimal voltage:decimal
    typical_energy_consumption:decimal name cmdb_ci_class cost:price
    product_catalog_item:reference>sc_cat_item flow_rate:integer depth:decimal current:decimal
    transportation_emission:decimal manufacturer:reference>core_company
    cmdb_model_category:glide_list>cmdb_model_category salvage_value:currency picture:user_image
    expected_lifetime_co2e weight_decimal:decimal volume:decimal eol_emission:decimal sla bundle:boolean
    asset_tracking_strategy=leave_to_category sys_domain_path:domain_path energy_star:boolean=false
    rated_power:decimal unit_of_measure_system:choice model_number comments expenditure_type
    sys_domain:domain_id=global energy_use weight_unit:choice volume_unit:choice short_description
    main_component:reference>cmdb_m2m_model_component asset_tracking_unit:reference>cmdb_model_unit
    rack_units:integer=1 height:decimal power_unit:choice expected_lifespan:decimal barcode acquisition_method
    type=Generic power_consumption:integer width:decimal voltage_unit:choice manufacturing_emission:decimal
    display_name! full_name depreciation:reference>cmdb_depreciation description:translated_html
    sound_power:integer dimensions_unit:choice current_unit:choice usage_emission:decimal
    life_cycle_stage_status:reference>life_cycle_stage_status life_cycle_stage:reference>life_cycle_stage
cmn_building
    name notes location:reference>cmn_location floors:integer contact:reference>sys_user
cmn_cost_center
    name sys_domain:domain_id=global valid_from:glide_date_time manager:reference>sys_user account_number
    valid_to:glide_date_time location:reference>cmn_location parent:reference>cmn_cost_center code
    sys_domain_path:domain_path
cmn_department
    id head_count:integer parent_hp1:record_hierarchy_path description dept_head:reference>sys_user
    business_unit:reference>business_unit name cost_center:reference>cmn_cost_center
    parent:reference>cmn_department primary_contact:reference>sys_user company:reference>core_company
cmn_location
    street:multi_two_lines stock_room:boolean=false life_cycle_stage:reference>life_cycle_stage fax_phone
    longitude:float primary_location:reference>cmn_location country full_name
    managed_by_group:reference>sys_user_group state parent:reference>cmn_location cmn_location_type
    coordinates_retrieved_on:glide_date_time phone_territory:reference>sys_phone_territory name!
    contact:reference>sys_user lat_long_error phone latitude:float duplicate:boolean zip
    parent_hp1:record_hierarchy_path cmn_location_source city company:reference>core_company
    life_cycle_stage_status:reference>life_cycle_stage_status time_zone
cmn_relative_duration < sys_metadata
    name description duration_amount:integer duration_unit
cmn_schedule < business_calendar
    document_key document type name! read_only:boolean=false
contract_sla < sys_metadata
    active:boolean=true adv_condition_type=none cancel_condition:conditions
    condition_class:reference>sla_condition_class sys_domain:domain_id=global sys_domain_path:domain_path
    duration:glide_duration duration_type:reference>cmn_relative_duration enable_logging:boolean=false
    flow:reference>sys_hub_flow name sys_overrides:reference>contract_sla pause_condition:conditions
    relative_duration_works_on reset_action=cancel reset_condition:conditions resume_condition:conditions
    retroactive_pause:boolean=true retroactive:boolean=false schedule:reference>cmn_schedule
    schedule_source=sla_definition schedule_source_field:field_name set_start_to:field_name
    start_condition:conditions stop_condition:conditions collection:table_name=incident target timezone
    timezone_source=task.caller_id.time_zone type=SLA vendor:reference>core_company
    when_to_cancel=on_condition when_to_resume=on_condition workflow:reference>wf_workflow
core_company
    theme:reference>sys_ui_theme name contact:reference>sys_user primary:boolean=false num_employees:integer
    phone:ph_number stock_symbol vendor_type:glide_list>vendor_type zip parent:reference>core_company
    longitude:float rank_tier city vendor:boolean=false banner_text website:url market_cap:currency
    revenue_per_year:currency banner_image_light:user_image fax_phone:ph_number stock_price
    fiscal_year:glide_date country=USA notes lat_long_error vendor_manager:glide_list>sys_user state
    customer:boolean=false latitude:float discount:decimal street:multi_two_lines manufacturer:boolean=false
    banner_image:user_image publicly_traded:boolean coordinates_retrieved_on:glide_date_time
    apple_icon:user_image profits:currency
dl_definition < sys_metadata
    run_on_form_change:boolean=true name matcher_table:table_name run_on_update:boolean=false
    source_table:table_name active:boolean=true run_on_insert:boolean=true
dl_definition_rel_match < sys_metadata
    dl_definition:reference>dl_definition source_table_field:field_name matcher_table source_table
    exact_match:boolean=false matcher_table_field!:field_name
dl_definition_rel_set < sys_metadata
    matcher_table_field:field_name source_table_field!:field_name dl_definition:reference>dl_definition
    matcher_table always_replace:boolean=false source_table
dl_matcher < sys_metadata
    active:boolean=true order!:integer=100
email_access_restriction < sys_metadata
    notification!:reference>sysevent_email_action conditions:conditions description
incident < task
    incident_state:integer=1 origin_table:table_name caller_id:reference>sys_user
    reopened_time:glide_date_time rfc:reference>change_request calendar_stc:integer subcategory
    parent_incident:reference>incident resolved_by:reference>sys_user problem_id:reference>problem cause
    close_code resolved_at:glide_date_time notify:integer=1 reopened_by:reference>sys_user
    caused_by:reference>change_request business_stc:integer severity:integer=3 category=inquiry
    origin_id:document_id business_impact hold_reason:integer child_incidents:integer=0 reopen_count:integer=0
item_option_new_set < sys_metadata
    create_roles:user_roles description display_title:boolean=false internal_name layout=normal name
    order:integer=100 read_roles:user_roles set_attributes title:translated_field type=one_to_one
    version:integer write_roles:user_roles
kb_article_checklist_summary
    version_author:reference>sys_user aqi_score!:integer comments_for_author_reviser
    reviewer:reference>sys_user sys_domain:domain_id number comments_for_reviewers
    article:reference>kb_knowledge checklist:reference>kb_quality_checklist state sys_domain_path:domain_path
kb_category
    value parent_table:table_name sys_domain:domain_id=global sys_domain_path:domain_path
    full_category:translated_text label!:translated_text active:boolean=true parent_id:document_id
kb_knowledge
    sys_domain_path:domain_path taxonomy_topic:reference>topic short_description author:reference>sys_user
    disable_suggesting:boolean=false generated_with_now_assist:boolean=false cmdb_ci:reference>cmdb_ci meta
    rating:decimal can_read_user_criteria:glide_list>user_criteria category source:reference>task
    kb_knowledge_base:reference>kb_knowledge_base meta_description article_type=text
    sys_domain:domain_id=global retired:glide_date replacement_article:reference>kb_knowledge
    scheduled_publish_date:glide_date_time base_version:reference>kb_knowledge display_number!
    latest_aqi:reference>kb_article_checklist_summary summary:reference>kb_knowledge_summary
    revised_by:reference>sys_user article_id version:reference>kb_version
    ownership_group:reference>sys_user_group latest:boolean=true published:glide_date active:boolean=true
    display_attachments:boolean=false workflow_state:workflow=draft kb_category:reference>kb_category
    helpful_count:integer=0 roles:user_roles flagged:boolean disable_commenting:boolean=false
    instrumentation_metadata:json text:translated_html use_count:integer=0 view_as_allowed:boolean=true
    editor_type:choice=TinyMCE topic=General sys_view_count:integer=0 description
    cannot_read_user_criteria:glide_list>user_criteria image:image wiki:wiki_text number valid_to:glide_date
    direct:boolean=false
kb_knowledge_base
    description:translated_text owner:reference>sys_user sys_domain:domain_id=global
    application:reference>sys_scope workflow:reference>wf_workflow mandatory_fields:slushbucket
    disable_suggesting:boolean=false approval_description:translated_text kb_version:choice=3
    disable_mark_as_helpful:boolean=false template:template_value card_color:color
    question_annotation:translated_html checklist:reference>kb_quality_checklist table:table_name=kb_knowledge
    icon:user_image enable_socialqa:boolean=false title!:translated_text
    disable_category_editing:boolean=false order:integer article_validity:integer active:boolean=true
    kb_managers:glide_list>sys_user disable_commenting:boolean=false retire_workflow:reference>wf_workflow
    data_policy:reference>sys_data_policy2 disable_rating:boolean=false sys_domain_path:domain_path
    kb_retire_flow:reference>sys_hub_flow kb_publish_flow:reference>sys_hub_flow
kb_knowledge_summary
    sys_domain:domain_id=global number! sys_domain_path:domain_path
kb_uc_can_contribute_mtom < sys_metadata
    kb_knowledge_base:reference>kb_knowledge_base user_criteria:reference>user_criteria
    sys_domain:domain_id=global sys_domain_path:domain_path
kb_uc_can_read_mtom < sys_metadata
    kb_knowledge_base:reference>kb_knowledge_base user_criteria:reference>user_criteria
    sys_domain:domain_id=global sys_domain_path:domain_path
kb_uc_cannot_contribute_mtom < sys_metadata
    kb_knowledge_base:reference>kb_knowledge_base user_criteria:reference>user_criteria
    sys_domain:domain_id=global sys_domain_path:domain_path
kb_uc_cannot_read_mtom < sys_metadata
    kb_knowledge_base:reference>kb_knowledge_base user_criteria:reference>user_criteria
    sys_domain:domain_id=global sys_domain_path:domain_path
kb_version
    version! modified_on:glide_date_time sys_domain:domain_id=global sys_domain_path:domain_path
    knowledge:reference>kb_knowledge modified_by:reference>sys_user snapshot:integer
ldap_server_config < sys_metadata
    listener:boolean=false rdn dn_field:field_name name listen_interval:integer=5 system_id
    read_timeout:integer=30 map:reference>sys_impex_map server_url attributes paging:boolean=true
    connect_timeout:integer=10 password:password2 active:boolean=true vendor=active_directory
    mid_server:reference>ecc_agent authenticate:boolean=true ssl:boolean=false dn
m2m_sp_theme_css_include < sys_metadata
    sp_theme:reference>sp_theme sp_css_include:reference>sp_css_include order:integer
m2m_sp_theme_js_include < sys_metadata
    sp_js_include:reference>sp_js_include order:integer sp_theme:reference>sp_theme
pa_dashboards < analytics_dashboard
    no_tabs:boolean=false group:reference>pa_dashboards_group is_breakdown:boolean=false
    breakdown_source:reference>pa_dimensions managed_breakdown:reference>pa_breakdowns
    managed_publisher:reference>sys_ui_hp_publisher role_override:boolean=true roles:user_roles
    disable_multiple_element:boolean=false visible_to:integer=2 groups:glide_list>sys_user_group
    users:glide_list>sys_user owner:reference>sys_user restrict_to_roles:user_roles
    should_migrate_permissions:boolean=false color notification_text:translated_field notification_link_url
    notification_link_label:translated_field experience_dashboard:reference>par_dashboard order:integer
    no_bulk_migration:boolean=false
par_component < sys_metadata
    requested_by:reference>sys_user name!:translated_field description:translated_field active:boolean=true
    properties:json sys_domain:domain_id=global certified:boolean=false
    required_translations:json_translations macroponent:reference>sys_ux_macroponent
problem < task
    major_problem:boolean=false reopened_by:reference>sys_user reopen_count:integer=0
    confirmed_at:glide_date_time fix_by:reference>sys_user reopened_at:glide_date_time
    resolved_by:reference>sys_user resolution_code:choice resolved_at:glide_date_time fix_at:glide_date_time
    primary_known_error_article:reference>kb_template_known_error_article problem_state:integer=1
    fix_communicated_at:glide_date_time rfc:reference>change_request review_outcome
    prb_model:reference>prb_model confirmed_by:reference>sys_user known_error:boolean
    workaround_communicated_at:glide_date_time fix_communicated_by:reference>sys_user
    duplicate_of:reference>problem first_reported_by_task:reference>task cause_notes:html
    related_incidents:integer=0 category:choice workaround_applied:boolean=false subcategory:choice
    workaround_communicated_by:reference>sys_user workaround:html fix_notes:html
sc_cat_item < sys_metadata
    state checked_out access_type=restricted request_method template_manager_roles:user_roles
    no_quantity_v2:boolean no_save_as_draft:boolean no_wishlist_v2:boolean sc_template:reference>sc_template
    published_ref:reference>sc_cat_item list_price:currency price:price=0.00 ignore_price:boolean=false
    billable:boolean image:image category:reference>sc_category sc_catalogs:glide_list>sc_catalog
    short_description:translated_text description:translated_html meta location:reference>cmn_location
    group:reference>sys_user_group delivery_time:glide_duration model:reference>cmdb_model type=item
    template:reference>sys_template active:boolean=true roles:user_roles
    delivery_plan:reference>sc_cat_item_delivery_plan picture:user_image mobile_picture:user_image
    mobile_picture_type=use_desktop_picture mobile_hide_price:boolean=false icon:user_image order:integer=0
    start_closed:boolean no_proceed_checkout:boolean=false no_order_now:boolean=false no_order:boolean=false
    no_search:boolean=false no_cart:boolean=false use_sc_layout:boolean=true delivery_plan_script:script_plain
    entitlement_script:script_plain visible_bundle:boolean=true visible_standalone:boolean=true
    visible_guide:boolean=true omit_price:boolean=false no_quantity:boolean=false
    custom_cart:reference>sys_ui_macro preview:catalog_preview cost:decimal=0 recurring_price:price
    recurring_frequency:choice ordered_item_link:reference>sc_ordered_item_link vendor:reference>core_company
    availability=on_desktop sc_ic_item_staging:reference>sc_ic_item_staging sc_ic_version:integer
    workflow:reference>wf_workflow show_variable_help_on_load:boolean=false hide_sp:boolean=false
    display_price_property owner:reference>sys_user secondary_owners:glide_list>user_criteria version:integer
    make_item_non_conversational:boolean name!:translated_text no_attachment_v2:boolean no_cart_v2:boolean
    mandatory_attachment:boolean no_delivery_time_v2:boolean flow_designer_flow:reference>sys_hub_flow
    taxonomy_topic:reference>topic fulfillment_automation_level=unspecified
sc_cat_item_delivery_plan < sys_metadata
    parent_table:table_name=sc_req_item total_delivery_time:glide_duration active:boolean=true script
    task_table:table_name=sc_task short_description condition:conditions calendar:reference>sys_calendar name
    order:integer=100 advanced:boolean=false
sc_cat_item_delivery_task < sys_metadata
    condition:conditions order:decimal=100 short_description delivery_plan:reference>sc_cat_item_delivery_plan
    sla:reference>sysrule_escalate delivery_time:glide_duration assigned_to:reference>sys_user
    generation_script:script_plain work_notes instructions group:reference>sys_user_group name
    condition_script:script_plain
sc_cat_item_guide < sys_metadata
    cascade:boolean=false include_items:boolean=true order_to_cart:boolean=false script:script_plain
    two_step:boolean=false validator:script_plain
sc_cat_item_producer < sys_metadata
    allow_edit:boolean=false can_cancel:boolean=false post_insert_script:script_plain redirect_url
    save_options save_script:script_plain script:script_plain table_name:table_name view
sc_catalog < sys_metadata
    description:translated_text active:boolean=true desktop_image:user_image desktop_continue_shopping
    desktop_home_page manager:reference>sys_user editors:glide_list>sys_user enable_wish_list:boolean=false
    title!:translated_field
sc_category < sys_metadata
    image:image icon:user_image header_icon:user_image homepage_image:user_image mobile_picture:user_image
    order:integer=0 location:reference>cmn_location parent:reference>sc_category
    sc_catalog:reference>sc_catalog
    homepage_renderer:reference>sc_homepage_renderer=47ebe8aa3742300054b6a3549dbe5dfa
    module:reference>sys_app_module entitlement_script:script_plain mobile_subcategory_render_type=list
    title!:translated_text description:translated_text active:boolean=true
    mobile_hide_description:boolean=false roles:user_roles
sc_ordered_item_link < sys_metadata
    name link_text link_url target=_blank
sc_req_item < task
    backordered:boolean billable:boolean cat_item:reference>sc_cat_item configuration_item:reference>cmdb_ci
    context:reference>wf_context estimated_delivery:glide_date_time flow_context:reference>sys_flow_context
    order_guide:reference>sc_cat_item_guide price:currency quantity:integer=1 recurring_frequency:choice
    recurring_price:price=0 request:reference>sc_request requested_for:reference>sys_user
    sc_catalog:reference>sc_catalog stage:workflow=waiting_for_approval
sc_request < task
    special_instructions price:currency parent_interaction:reference>interaction requested_date:glide_date
    requested_for:reference>sys_user delivery_address stage:workflow=requested calendar_stc:integer
    request_state=requested
sc_task < task
    cat_item:reference>sc_cat_item request_item:reference>sc_req_item sc_catalog:reference>sc_catalog
    request:reference>sc_request calendar_stc:integer
sc_template < sys_metadata
    allow_edit_unlisted_variables:boolean available_for:glide_list>user_criteria
    short_description:translated_text use_template_scope:boolean active:boolean=true name!:translated_text
    cat_item:reference>sc_cat_item
service_offering < cmdb_ci_service
    checkout stakeholders:glide_list>sys_user service_owner_delegate:reference>sys_user order description
    number used_for=Production warranty_expiration:glide_date due_in consumer_type=internal
    operational_status:integer=1 first_discovered:glide_date_time gl_account state sla:reference>sla
    parent:reference>cmdb_ci_service discovery_source invoice_number portfolio_status=pipeline
    sys_domain_path:domain_path attested_by:reference>sys_user life_cycle_stage:reference>life_cycle_stage
    short_description unverified:boolean skip_sync:boolean=false service_level_requirement:translated_html
    install_date:glide_date_time fqdn last_review_date:glide_date_time install_status:integer=1
    price_model=per_unit prerequisites:translated_html mac_address cost:float monitor:boolean=false
    cost_cc=USD attested:boolean=false lease_id checked_out:glide_date_time
    cost_center:reference>cmn_cost_center purchase_date:glide_date end_date:glide_date_time
    asset:reference>alm_asset attestation_score:integer sys_domain:domain_id=global
    user_group:reference>sys_user_group business_relation_manager:reference>sys_user
    delivery_date:glide_date_time subcategory sys_class_path:sys_class_path
    department:reference>cmn_department duplicate_of:reference>cmdb_ci due:glide_date_time
    fault_count:integer=0 owned_by:reference>sys_user version assigned:glide_date_time
    delivery_manager:reference>sys_user attributes product_instance_id asset_tag unit_description:html
    compatibility_dependencies name checked_in:glide_date_time justification attestation_status
    ip_address:ip_addr environment category billing=monthly business_unit:reference>business_unit dns_domain
    business_need correlation_id aliases monitoring_requirements change_control:reference>sys_user_group
    business_contact:reference>sys_user supported_by:reference>sys_user
    assignment_group:reference>sys_user_group po_number company:reference>core_company comments
    model_id:reference>cmdb_model order_date:glide_date_time location:reference>cmn_location
    service_classification schedule:reference>cmn_schedule
    spm_service_portfolio:reference>spm_service_portfolio spm_taxonomy_node:reference>spm_taxonomy_node
    price:price attested_date:glide_date_time published_ref:reference>cmdb_ci_service
    service_status=requirements busines_criticality model_number price_unit
    technical_contact:reference>sys_user can_print:boolean=false
    life_cycle_stage_status:reference>life_cycle_stage_status serial_number
    maintenance_schedule:reference>cmn_schedule last_discovered:glide_date_time vendor:reference>core_company
    start_date:glide_date_time contract:reference>ast_contract managed_by:reference>sys_user
    manufacturer:reference>core_company assigned_to:reference>sys_user support_group:reference>sys_user_group
    managed_by_group:reference>sys_user_group
sla_condition_class < sys_metadata
    active:boolean=true class_name:reference>sys_script_include name
sp_column < sys_metadata
    size_sm:integer semantic_tag size_xs:integer sp_row:reference>sp_row size_lg:integer class_name
    size:integer order!:integer
sp_container < sys_metadata
    semantic_tag background_style name! container_class_name sp_page:reference>sp_page title
    background_image:user_image background_color:color class_name subheader:boolean bootstrap_alt:boolean
    width order:integer
sp_css_include < sys_metadata
    sp_css:reference>sp_css name source=local lazy_load:boolean rtl_css_file_url:url url:url
sp_header_footer < sp_widget
    static:boolean
sp_instance < sys_metadata
    widget_parameters:script_server css:css preserve_placeholder_size:boolean placeholder_dimensions:json
    title!:translated_text id async_load_device_type url glyph:glyphicon placeholder_dimensions_script:script
    order:integer advanced_placeholder_dimensions:boolean async_load_trigger class_name size active:boolean
    sp_widget:reference>sp_widget color:bootstrap_color placeholder_template:xml async_load:boolean
    roles:user_roles sp_column:reference>sp_column short_description:translated_text
sp_instance_menu < sp_instance
sp_js_include < sys_metadata
    url:url sys_ui_script:reference>sys_ui_script source=local display_name!
sp_page < sys_metadata
    category css:css draft:boolean dynamic_title_structure:translated_text human_readable_url_structure id
    internal:boolean omit_watcher:boolean public:boolean roles:user_roles
    seo_script:reference>sys_script_include short_description:translated_text title:translated_text
    use_seo_script:boolean
sp_portal < sys_metadata
    alternate_portal:reference>sp_portal css_variables:properties dark_theme:reference>sp_theme
    default:boolean enable_ais:boolean enable_certificate_based_authentication:boolean=false
    enable_favorites:boolean hide_portal_name:boolean homepage:reference>sp_page icon inactive:boolean=false
    kb_knowledge_base:reference>kb_knowledge_base kb_knowledge_page:reference>sp_page
    login_page:reference>sp_page logo notfound_page:reference>sp_page quick_start_config:json
    rtl_enabled:boolean sc_catalog:reference>sc_catalog sc_catalog_page:reference>sp_page
    sc_category_page:reference>sp_page search_application:reference>sys_search_context_config
    search_results_configuration:reference>sys_ux_composite_data sp_chat_queue:reference>chat_queue
    sp_rectangle_menu:reference>sp_instance_menu theme:reference>sp_theme title:translated_text
    ts_index_group:reference>ts_index_group url_suffix
sp_rectangle_menu_item < sys_metadata
    active:boolean=true color:bootstrap_color=default sc_category:reference>sc_category
    sc_cat_item:reference>sc_cat_item condition:condition_string display_1:field_name display_2:field_name
    display_date:field_name filter:conditions glyph:glyphicon hint:translated_text url
    kb_article:reference>kb_knowledge kb_category:reference>kb_category kb_topic label!:translated_text
    order:integer=100 sp_page:reference>sp_page sp_rectangle_menu:reference>sp_instance_menu
    sp_rectangle_menu_item:reference>sp_rectangle_menu_item record_script:script_server short_description
    table:table_name type=page url_target
sp_row < sys_metadata
    class_name sp_column:reference>sp_column semantic_tag sp_container:reference>sp_container order!:integer
sp_theme < sys_metadata
    css_variables:properties footer:reference>sp_header_footer header:reference>sp_header_footer
    navbar_fixed:boolean=true footer_fixed:boolean=true turn_off_scss_compilation:boolean=false
    matching_now_experience_theme:reference>sys_ux_theme icon logo logo_alt_text name!
sp_widget < sys_metadata
    category client_script:script controller_as=c css:css data_table:table_name=sp_instance demo_data:json
    description docs:reference>sp_documentation field_list:field_list has_preview:boolean=false id
    internal:boolean=false link:script name option_schema:json public:boolean=false roles:user_roles
    script:script servicenow:boolean=false template:html_template
st_sys_catalog_items_and_variable_sets
    data_source sys_domain:domain_id=global sc_catalogs:glide_list>sc_catalog sys_domain_path:domain_path name
    data_type!
sys_alias < sys_metadata
    name id type=connection connection_type=http_connection description:translated_text
    parent:reference>sys_alias configuration_template:reference>sys_alias_templates
    retry_policy:reference>sys_retry_policy multiple_connections:boolean=false is_internal:boolean=false
sys_alias_templates < sys_metadata
    name dynamic_data_schema:json default_data_template:json pre_edit_script:script on_edit_script:script
    post_process_script:script test_action:reference>sys_hub_action_type_definition
sys_app < sys_scope
    hide_on_ui:boolean=false installed_as_dependency:boolean=false
    license_definition:reference>sys_app_license_defn menu:reference>sys_app_application store_correlation_id
    store_url sys_code uninstall_blocked:boolean=false user_role:reference>sys_user_role
sys_app_application < sys_metadata
    active:boolean=true category:reference>sys_app_category description device_type=browser
    hint:translated_field name order:decimal roles:user_roles sys_domain:domain_id=global
    sys_domain_path:domain_path sys_overrides:reference>sys_app_application title:translated_field view_name
sys_app_category < sys_metadata
    default_order:decimal name style
sys_app_module
    active:boolean=true application:reference>sys_app_application assessment:reference>asmt_metric_type
    device_type filter:conditions hint:translated_field homepage:reference>sys_portal_page image:image
    link_type=LIST map_page:reference>cmn_map_page mobile_title:translated_field mobile_view_name=Mobile
    name:table_name order:decimal override_menu_roles:boolean=false query report:reference>sys_report
    require_confirmation:boolean=true roles:user_roles sys_domain:domain_id=global sys_domain_path:domain_path
    sys_overrides:reference>sys_app_module timeline_page:reference>cmn_timeline_page title:translated_field
    uncancelable:boolean=false view_name window_name
sys_atf_step < sys_metadata
    active:boolean=true copied_from:reference>sys_atf_step description display_name:translated_field
    inputs:glide_var mugshots_cache_json:json notes order:integer snapshot:reference>sys_atf_snapshot
    step_config:reference>sys_atf_step_config table:table_name test:reference>sys_atf_test
    timeout:glide_duration warning_message
sys_atf_step_config < sys_metadata
    active:boolean=true batch_order_constraint:choice can_mutate_page:boolean=false
    category:reference>sys_atf_step_config_category class_name class_type=script deprecated:boolean=false
    description_generator:script_plain html_description:translated_html icon=icon-article-document
    inputs:glide_var name:translated_field order:integer outputs:glide_var performance_include:boolean=false
    step_env:reference>sys_atf_step_env=6c2bcea1870312009dccc9ded0e3ecca step_execution_generator:script_plain
    template_reminder:translated_text type:reference>sys_db_object wizard_redirect
sys_atf_test < sys_metadata
    active:boolean=true copied_from:reference>sys_atf_test description enable_parameterized_testing:boolean
    fail_on_server_error:boolean=false name parameters:glide_var remember:glide_var
    sn_atf_tg_generated:boolean=false
sys_attachment
    size_bytes:longint file_name! table_name hash size_compressed:longint average_image_color:color
    image_height:integer image_width:integer content_type table_sys_id:char state chunk_size_bytes:integer
    compressed:boolean
sys_auth_profile < sys_metadata
    name
sys_auth_profile_basic < sys_auth_profile
    password:password2 username
sys_data_source < sys_metadata
    csv_delimiter zipped:boolean=false jdbc_server ldapprobe_result_set_rows:integer=200 type=File
    connection_timeout:integer=0 sql_statement request_action:reference>sys_hub_action_type_definition
    import_set_table_label category sheet_number:integer=0 glide_keystore:boolean=false
    last_success_import_time:glide_date_time import_set_table_name jpath_root_node scp_password:password2
    oracle_sid=orcl parallel_loading_script:script xpath_root_node scp_user_name database_port
    enable_parallel_loading:boolean=false format=CSV file_path jdbc_password:password2 offset:integer=0
    connection_url table_name query_timeout:integer=0 data_in_single_column:boolean=false ssh_keyfile_path
    last_run_datetime name expand_node_children:boolean=false scp_port use_last_run_datetime:boolean=false
    import_connection_alias:reference>sys_import_connection_alias scp_authentication database_name
    batch_size:integer=1000 parsing_script:script connection_url_parameters jdbc_user_name limit:integer
    sheet_name:integer=1 properties last_run_database_field ldap_target:reference>ldap_ou_config
    header_row:integer=0 query:radio connection_override_last_success_time:simple_name_values
    discard_arrays:boolean=true scp_server oracle_port=1521 mid_server:reference>ecc_agent
    use_import_connection_alias:boolean=false file_retrieval_method=Attachment instance_name
    use_batch_import:boolean=false data_loader:script maximum_rows:integer
    use_integrated_authentication:boolean=false support_pagination:boolean=false
sys_db_object < sys_metadata
    access=public actions_access:boolean=false alter_access:boolean=false caller_access
    client_scripts_access:boolean=false configuration_access:boolean=false create_access:boolean=false
    create_access_controls:boolean delete_access:boolean=false extension_model is_extendable:boolean=false
    label:documentation_field live_feed_enabled:boolean=false name number_ref:reference>sys_number
    provider_class read_access:boolean=true scriptable_table:boolean super_class:reference>sys_db_object
    sys_class_code:sys_class_code sys_class_path:sys_class_path update_access:boolean=false
    user_role:reference>sys_user_role ws_access:boolean=true
sys_declarative_action_assignment < sys_metadata
    sys_overrides:reference>sys_declarative_action_assignment
    client_conditions_on_fields:glide_list>sys_declarative_action_model_field payload_map:template_value
    order:order_index=0 specificity:integer declarative_action_type:choice=server_script
    required_translations:json_translations icon group_by:boolean=false
    required_roles:glide_list>sys_user_role scripted_client_condition:condition_string
    client_action:reference>sys_declarative_action_payload_definition field_name:field_name
    read_access:boolean button_position:choice=right animate_icon:boolean=false
    action:reference>sys_declarative_action_definition action_payload write_access:boolean
    declarative_action_render_mode:reference>sys_declarative_action_render_mode sys_domain:domain_id=global
    description confirmation_message:translated_text view:reference>sys_ui_view dependency
    record_selection_required:boolean dynamic_record_condition:conditions action_name
    model_field_required:glide_list>sys_declarative_action_model_field required_user_role_names:user_roles
    enable_for_all_experiences:boolean=false workspace:reference>sys_aw_master_config
    ui_component:reference>sys_ux_lib_component sys_domain_path:domain_path label!:translated_text
    action_type:choice=type create_access:boolean client_script:script_plain form_position
    client_conditions:simple_name_values model_conditions:conditions enabled:boolean=true
    record_conditions:conditions confirmation_required:boolean=false tooltip:translated_text
    requires_value:boolean=false button_type:choice=primary dynamic_script_condition:condition_string
    design_icon:reference>st_sys_design_system_icon table:table_name=global
    group:reference>sys_declarative_action_group server_script:script enable_dynamic_evaluation:boolean=false
    interaction:reference>sys_ui_interaction field_type:choice=glide_date delete_access:boolean
    form_fields_required:boolean=false model:reference>sys_declarative_action_model_definition
    action_attributes:simple_name_values interaction_input_map:json active:boolean=true
    script_condition:condition_string experience_restricted:boolean=false
sys_dictionary < sys_metadata
    active:boolean=true array:boolean array_denormalized:boolean attributes audit:boolean calculation:script
    choice:integer choice_field:field_name choice_table:table_name column_label:documentation_field comments
    create_roles:user_roles default_value defaultsort:integer delete_roles:user_roles dependent
    dependent_on_field:field_name display:boolean dynamic_creation:boolean dynamic_creation_script
    dynamic_default_value:reference>sys_filter_option_dynamic
    dynamic_ref_qual:reference>sys_filter_option_dynamic element element_reference:boolean foreign_database
    formula:expression function_definition function_field:boolean=false
    internal_type:reference>sys_glide_object mandatory:boolean max_length:integer name:table_name next_element
    primary:boolean read_only:boolean read_roles:user_roles reference:reference>sys_db_object
    reference_cascade_rule reference_floats:boolean reference_key reference_qual
    reference_qual_condition:conditions reference_type sizeclass:integer spell_check:boolean
    staged:boolean=false table_reference:boolean text_index:boolean unique:boolean
    use_dependent_field:boolean=false use_dynamic_default:boolean use_reference_qualifier=simple
    virtual:boolean virtual_type=script widget write_roles:user_roles xml_view:boolean
sys_dictionary_override < sys_metadata
    default_value calculation reference_qual read_only_option element! read_only:boolean dependent
    mandatory:boolean attributes base_table:table_name default_value_override:boolean
    calculation_override:boolean reference_qual_override:boolean read_only_option_override:boolean
    display_override:boolean name:table_name read_only_override:boolean dependent_override:boolean
    mandatory_override:boolean attributes_override:boolean
sys_element_mapping
    field:field_name id table:table_name value
sys_email
    uid copied message_id recipients error_string body reply_to receive_type=new user_id:reference>sys_user
    deleted:boolean=false checkpoint notification_type=SMTP status type=received direct importance body_text
    content_type target_table:short_table_name subject! headers weight:integer=0 user blind_copied
    instance:document_id mailbox:reference>sys_mailbox state=ready
sys_email_attachment
    email:reference>sys_email source action action_reason attachment:reference>sys_attachment file_name
    content_disposition
sys_email_digest_interval < sys_metadata
    name!:translated_text interval:glide_duration
sys_email_layout < sys_metadata
    layout:html name! advanced:boolean=false advanced_layout:xml description
sys_filter_option_dynamic < sys_metadata
    active:boolean available_for_default:boolean available_for_filter:boolean available_for_ref_qual:boolean
    field_type:reference>sys_glide_object label order:integer roles:user_roles script
    script_reference_id:document_id script_reference_table:table_name secondary_script table:table_name
    table_containing_filter:table_name
sys_flow_context
    attributes:json flow engine_version:integer sys_lock_touched:glide_date_time state:choice
    source_table:table_name snapshot error_state:choice is_test_run:boolean calling_source transaction
    plan:json application reporting=ON sys_lock_owner sys_domain_path:domain_path name origins:json
    skip_schedule_cleanup:boolean=false design_source=FLOW_DESIGNER signatures:json execution_id
    engine_major_version:integer sys_lock_acquired:glide_date_time stages:reference>stage_state
    flow_catalog_model:reference>sys_flow_cat_variable_model sys_domain:domain_id=global error_message
    run_time:integer source_record:document_id claimed_by
sys_flow_data
    definition:reference>sys_flow_data_definition vars:glide_var>sys_flow_data_var
    assignment_group:reference>sys_user_group assigned_to:reference>sys_user
    playbook_context:reference>sys_pd_context activity_id:GUID state:choice=PENDING
    sys_domain:domain_id=global sys_domain_path:domain_path
sys_hub_flow < sys_hub_flow_base
    compiler_build display_name_after_preview generation_source latest_snapshot master_snapshot
    master_snapshot_digest pre_compiled:boolean=false show_draft_actions:boolean=false
    show_triggered_flows:boolean=false substatus
sys_hub_flow_base < sys_hub_flow_block
    internal_name run_with_roles:glide_list>sys_user_role callable_by_client_api:boolean=false
    acls:glide_list>sys_security_acl attributes flow_priority authored_on_release_version:integer version=1
    description active:boolean=true annotation:translated_text natlang category:reference>sys_hub_category
    outputs:glide_var>sys_hub_flow_output remote_trigger_id sc_callable:boolean=false copied_from
    copied_from_name run_as=user status=draft type=flow access=public
sys_hub_flow_block < sys_metadata
    label_cache name sys_domain:domain_id=global sys_domain_path:domain_path
    sys_overrides:reference>sys_hub_flow_block
sys_hub_flow_logic_instance_v2 < sys_hub_flow_component
    block:reference>sys_hub_flow_block workflow_reference:reference>wf_workflow connected_to
    logic_definition:reference>sys_hub_flow_logic_definition values outputs_assigned flow_variables_assigned
    decision_table:reference>sys_decision
sys_journal_field
    element element_id name:table_name value
sys_mailbox < sys_metadata
    system_mailbox:boolean=false name!
sys_metadata
    sys_name sys_package:reference>sys_package sys_policy sys_scope:reference>sys_scope sys_update_name
sys_notification_category < sys_metadata
    name!:translated_text short_description
sys_number
    category:table_name maximum_digits:integer=7 number:integer=1000 prefix
sys_package
    active:boolean=true enforce_license=none ide_created licensable:boolean license_category
    license_model=none name package_json source trackable:boolean=false version:version
sys_perspective < sys_metadata
    applications name:translated_field roles order:integer application
sys_properties
    choices description:translated_text ignore_cache:boolean=false is_private:boolean=false name
    read_roles:user_roles suffix type=string value write_roles:user_roles
sys_push_notif_msg < sys_metadata
    table:table_name name! type=push push_message_content:reference>sys_push_notif_msg_content subject
    push_app:reference>sys_push_application message_string
sys_relationship < sys_metadata
    advanced:boolean=false apply_to:script_plain basic_apply_to:table_name basic_query_from:table_name
    insert_callback:script_plain name:translated_text query_from:script_plain query_with:script_plain
    reference_field:field_name related_list simple_reference:boolean
sys_report < analytics_visualization
    additional_groupby aggregate=COUNT aggregation_source allow_data_label_overlap:boolean=false
    apply_alias:boolean=true axis_max_color:reference>sys_report_color
    axis_min_color:reference>sys_report_color bar_unstack:boolean=false calendar
    chart_background_color:reference>sys_report_color chart_border_color:reference>sys_report_color
    chart_border_radius:integer=0 chart_border_width:integer=1 chart_height:integer chart_size=large
    chart_subtitle chart_subtitle_color:reference>sys_report_color chart_subtitle_size:integer=14
    chart_subtitle_style=normal chart_title chart_title_color:reference>sys_report_color
    chart_title_size:integer=16 chart_title_style=normal chart_title_x_position:integer
    chart_title_y_position:integer chart_width:integer color:reference>sys_report_color colors
    color_palette:reference>pa_chart_color_schemes column compute_percent=aggregate content:html
    created_by_user:reference>sys_user custom_chart_size:boolean custom_chart_title_position:boolean=false
    custom_config decimal_precision:integer=2 direction=minimize display_column_lines:boolean=false
    display_grid:boolean display_row_lines:boolean=false donut_width_percent:integer=30 end_time
    exp_report_attrs:boolean=true field field_list:field_list filter:conditions formatting_configuration
    from:integer funnel_neck_percent:integer=30 gauge_autoscale:boolean=true group:reference>sys_user_group
    import_table:reference>sys_report_import_table interval=year is_published:boolean=false
    is_real_time:boolean=false is_scheduled:boolean=false legend_align_columns:boolean=true
    legend_background_color:reference>sys_report_color legend_border_color:reference>sys_report_color
    legend_border_radius:integer=0 legend_border_width:integer=1 legend_horizontal_alignment=center
    legend_items_left_align:boolean=false legend_vertical_alignment=bottom list_ui_view:reference>sys_ui_view
    location_field lower_limit:integer map:reference>sys_report_map map_source:reference>sys_report_map_source
    no_bulk_migration:boolean=false orderby_list:field_list others=yes other_threshold:integer=-2
    page_hdrftr:reference>sys_report_page_hdrftr pivot_expanded:boolean=true
    report_drilldown:reference>sys_report_drill report_source:reference>sys_report_source roles:user_roles row
    score_color:reference>sys_report_color sc_groupby_item_id sc_groupby_variable_id sc_stackby_item_id
    sc_stackby_variable_id series_name_text set_color show_chart_border:boolean=false
    show_chart_data_label:boolean=false show_chart_title=report show_chart_total:boolean=false
    show_data_label_position_middle:boolean=false show_empty:boolean show_geographical_label:boolean=false
    show_legend:boolean=true show_legend_border:boolean=false show_marker:boolean=false
    show_zero:boolean=false source_type start_time style_config sumfield table:table_name title!
    title_horizontal_alignment=center title_vertical_alignment=top to:integer trend_field upper_limit:integer
    user use_color_heatmap:boolean=false use_null_in_trend:boolean=false x_axis_allow_decimals:boolean=true
    x_axis_display_grid:boolean=false x_axis_grid_color:reference>sys_report_color
    x_axis_grid_dotted:boolean=false x_axis_grid_width:integer=0 x_axis_label_bold:boolean=false
    x_axis_label_color:reference>sys_report_color x_axis_label_size:integer=11 x_axis_label_tilt=0
    x_axis_opposite:boolean=false x_axis_title x_axis_title_bold:boolean=true
    x_axis_title_color:reference>sys_report_color x_axis_title_size:integer=12
    y_axis_allow_decimals:boolean=true y_axis_display_grid:boolean=true y_axis_from:integer
    y_axis_grid_color:reference>sys_report_color y_axis_grid_dotted:boolean=false y_axis_grid_width:integer=1
    y_axis_label_bold:boolean=false y_axis_label_color:reference>sys_report_color y_axis_label_size:integer=11
    y_axis_label_tilt=0 y_axis_opposite:boolean=false y_axis_title y_axis_title_bold:boolean=true
    y_axis_title_color:reference>sys_report_color y_axis_title_size:integer=12 y_axis_to:integer
sys_rest_message < sys_metadata
    access=package_private authentication_type=no_authentication basic_auth_password:password2
    basic_auth_profile:reference>sys_auth_profile_basic basic_auth_user description name
    oauth2_profile:reference>oauth_entity_profile protocol_name:reference>sys_protocol_profile rest_endpoint
    use_basic_auth:boolean use_mutual_auth:boolean
sys_rest_message_fn < sys_metadata
    authentication_type=inherit_from_parent basic_auth_password:password2
    basic_auth_profile:reference>sys_auth_profile_basic basic_auth_user content function_name http_method
    lock:boolean oauth2_profile:reference>oauth_entity_profile protocol_name:reference>sys_protocol_profile
    qualified_name rest_endpoint rest_message:reference>sys_rest_message use_basic_auth:boolean
    use_mid_server:reference>ecc_agent use_mutual_auth:boolean
sys_retry_policy < sys_metadata
    name count:integer interval:long max_elapsed_time:integer retry_strategy=fixed_time_interval
    connection_type=http_retry_conditions condition:conditions restrict_to
sys_scope < sys_package
    can_edit_in_studio:boolean=true js_level=es_latest logo:image private:boolean=false
    restrict_table_access:boolean=false runtime_access_tracking scope scoped_administration:boolean=false
    short_description:translated_text template vendor vendor_prefix
sys_scope_privilege
    operation status source_scope target_name target_scope target_type
sys_script
    name order:integer=100 collection:table_name active:boolean=true when action_insert:boolean
    action_update:boolean action_delete:boolean action_query:boolean script:script add_message:boolean message
    role_conditions condition filter_condition template abort_action:boolean priority:integer is_rest:boolean
    change_fields:boolean execute_function:boolean client_callable:boolean access description advanced:boolean
    rest_variables rest_method:reference>sys_rest_message_fn rest_method_text
    rest_service:reference>sys_rest_message rest_service_text sys_domain:domain_id sys_domain_path:domain_path
    sys_overrides:reference>sys_script
sys_script_client < sys_metadata
    name table:table_name active:boolean=true applies_extended:boolean=false global:boolean=true ui_type=0
    type description messages script:script isolate_script:boolean=false view field:field_name
sys_script_email < sys_metadata
    name script:script_plain new_lines_to_html:boolean=false
sys_script_fix < sys_metadata
    name unloadable:boolean=false before:boolean=false record_for_rollback:boolean=true description
    script:script
sys_script_include < sys_metadata
    access=package_private active:boolean=true api_name caller_access client_callable:boolean description
    mobile_callable:boolean name sandbox_callable:boolean script:script_plain
sys_script_vtable < sys_metadata
    cache_isolation_level:choice=USER script:script_plain cache_empty_query_results:boolean=true
    table:table_name enhanced_capacity:boolean=false advanced:boolean=false cache_ttl:integer=0 name
    delete_script:script_plain sys_domain_path:domain_path insert_script:script_plain editable:boolean=false
    sys_domain:domain_id=global active:boolean=true update_script:script_plain
    cache_strategy:choice=CACHE_BY_QUERY flow:reference>sys_hub_flow
sys_security_acl < sys_metadata
    name active:boolean=true advanced:boolean=false script:script admin_overrides:boolean=true
    decision_type:choice=allow type:reference>sys_security_type condition:conditions applies_to:conditions
    operation:reference>sys_security_operation security_attribute:reference>sys_security_attribute description
    local_or_existing:radio=Local
sys_security_acl_role
    sys_user_role:reference>sys_user_role sys_security_acl:reference>sys_security_acl transaction_id
sys_security_attribute < sys_metadata
    active:boolean=true condition:conditions name script:script_plain description is_dynamic:boolean=true
    is_localized:boolean=false is_system:boolean=false label lookup_table:table_name
    lookup_table_column:field_name type:choice=string
sys_security_data_filter < sys_metadata
    mode:choice=unless show_in_ui:boolean=false security_attribute:reference>sys_security_attribute
    table_name!:table_name active:boolean=true filter:conditions description
sys_security_operation < sys_metadata
    name description order:integer
sys_security_type < sys_metadata
    description name
sys_ui_action < sys_metadata
    action_name active:boolean=true client:boolean=false client_script_v2:script comments
    condition:condition_string keyboard_shortcut form_action:boolean form_button:boolean=false
    form_button_v2:boolean=false form_context_menu:boolean=false form_link:boolean=false
    form_menu_button_v2:boolean=false form_style format_for_configurable_workspace:boolean=false
    hint:translated_field isolate_script:boolean=false list_action:boolean list_banner_button:boolean=false
    list_button:boolean=false list_choice:boolean=false list_context_menu:boolean=false
    list_link:boolean=false list_save_with_form_button:boolean=false list_style messages name:translated_field
    onclick order:integer=100 script:script show_insert:boolean=true show_multiple_update:boolean=false
    show_query:boolean=false show_update:boolean=true sys_domain:domain_id=global sys_domain_path:domain_path
    sys_overrides:reference>sys_ui_action table:table_name ui11_compatible:boolean=true
    ui16_compatible:boolean=false
sys_ui_annotation
    is_plain_text:boolean=true text type:reference>sys_ui_annotation_type
sys_ui_annotation_element
    type element:reference>sys_ui_annotation
sys_ui_annotation_type
    active:boolean=true name omit_spacer:boolean=false style
sys_ui_application < sys_metadata
    active:boolean=true roles order:integer hint name:translated_field
sys_ui_element
    element position:integer sys_ui_formatter:reference>sys_ui_formatter
    sys_ui_section:reference>sys_ui_section sys_user:reference>sys_user type
sys_ui_form < sys_metadata
    name:table_name roles sys_overrides:reference>sys_ui_form sys_user:reference>sys_user
    view:reference>sys_ui_view view_name
sys_ui_form_section
    position:integer sys_overrides:reference>sys_ui_form_section sys_ui_form:reference>sys_ui_form
    sys_ui_section:reference>sys_ui_section
sys_ui_formatter < sys_metadata
    angular_module formatter seismic_component:reference>sys_ux_macroponent name! type=formatter
    table:table_name active:boolean=true
sys_ui_list
    element name:table_name parent relationship:reference>sys_relationship view:reference>sys_ui_view
    view_name sys_user:reference>sys_user position:integer average_value:boolean=false max_value:boolean=false
    min_value:boolean=false sum:boolean=false
sys_ui_list_control < sys_metadata
    omit_related_list_count:boolean hierarchical_lists:boolean omit_count_views_list:glide_list>sys_ui_view
    omit_count:boolean edit_default_filter:conditions omit_columns_if_empty:boolean
    edit_condition:script_plain filter_roles:user_roles sys_overrides:reference>sys_ui_list_control=global
    name:table_name omit_links:boolean omit_if_empty:boolean columns_condition:script_plain
    filter_condition:script_plain edit_roles:user_roles sys_domain:domain_id=global omit_filters:boolean
    omit_count_views:boolean disable_nlq:boolean related_list empty_condition:script_plain
    link_condition:script_plain new_roles:user_roles list_edit_insert_row:boolean=false
    omit_edit_button:boolean=true sys_domain_path:domain_path omit_drilldown_link:boolean
    new_condition:script_plain link_roles:user_roles list_edit_type label:translated_field
    list_edit_ref_qual_tag omit_new_button:boolean
sys_ui_list_element
    list_id:reference>sys_ui_list element max_value:boolean=false min_value:boolean=false
    average_value:boolean=false sum:boolean=false position:integer
sys_ui_macro < sys_metadata
    scoped_name description active:boolean=true media_type xml:xml category=general name
sys_ui_module < sys_metadata
    active:boolean=true application:reference>sys_ui_application name:translated_field order:integer path
    path_relative_to_root:boolean=false roles table:table_name uncancelable:boolean=false view_name
sys_ui_page < sys_metadata
    category=general client_script:script_plain description direct:boolean endpoint:url html:xml name
    processing_script:script_plain
sys_ui_related_list < sys_metadata
    name:table_name filter:conditions view:reference>sys_ui_view order_by view_name calculated_name!
    related_list sys_user:reference>sys_user sys_domain_path:domain_path sys_domain:domain_id=global
    position:integer
sys_ui_related_list_entry
    list_id:reference>sys_ui_related_list filter:conditions related_list! order_by position:integer
sys_ui_section < sys_metadata
    caption:translated_field header:boolean name:table_name roles sys_domain:domain_id
    sys_overrides:reference>sys_ui_section sys_user:reference>sys_user title:boolean
    view:reference>sys_ui_view view_name
sys_ui_view < sys_metadata
    group:reference>sys_user_group hidden:boolean=false name roles:user_roles title:translated_field
    user:reference>sys_user
sys_user
    introduction email:email last_login:glide_date calendar_integration:integer=1 street:multi_two_lines
    preferred_language home_phone:ph_number date_format manager_hp1:record_hierarchy_path
    company:reference>core_company user_password:password name accumulated_roles last_login_device
    department:reference>cmn_department employee_number middle_name gender locked_out:boolean=false
    default_perspective:reference>sys_perspective state active:boolean=true building:reference>cmn_building
    ldap_server:reference>ldap_server_config cost_center:reference>cmn_cost_center
    enable_multifactor_authn:boolean=false internal_integration_user:boolean=false sys_domain_path:domain_path
    hashed_user_id country mobile_phone:ph_number time_format notification:integer=2 source
    password_needs_reset:boolean phone:ph_number time_zone manager:reference>sys_user edu_status=faculty
    user_name last_name roles:user_roles last_password location:reference>cmn_location zip first_name title
    last_login_time:glide_date_time photo:user_image city failed_attempts:integer vip:boolean=false
    avatar:user_image sys_domain:domain_id>sys_user_group federated_id schedule:reference>cmn_schedule
    fax:phone_number_e164 web_service_access_only:boolean=false identity_type:choice
sys_user_group
    email:email type:glide_list>sys_user_group_type source default_assignee:reference>sys_user
    include_members:boolean parent:reference>sys_user_group name roles:user_roles description
    exclude_manager:boolean cost_center:reference>cmn_cost_center manager:reference>sys_user
    active:boolean=true
sys_user_preference
    name type value description system:boolean
sys_user_role < sys_metadata
    name description elevated_privilege:boolean=false assignable_by:reference>sys_user
    can_delegate:boolean=true grantable:boolean=true includes_roles scoped_admin:boolean=false suffix
sys_user_role_contains < sys_metadata
    contains:reference>sys_user_role role:reference>sys_user_role
sys_ux_app_config
    name sys_name active:boolean disable_auto_reflow:boolean encode_query_string:boolean default_route_type
    icon:reference>st_sys_design_system_icon description landing_path base_url_path
sys_ux_app_route
    name app_config:reference>sys_ux_app_config description:translated_text interoperable:boolean route_type
    fields optional_parameters screen_type:reference>sys_ux_screen_type
sys_ux_macroponent
    category composition extends internal_event_mappings layout name props schema_version:version
sys_ux_page_registry
    title active:boolean admin_panel_table:table_name admin_panel:document_id parent_app:reference>sys_ux_app
    path root_macroponent:reference>sys_ux_macroponent page:reference>sys_ux_page
sys_ux_screen
    name order:integer active:boolean app_config:reference>sys_ux_app_config description
    disable_auto_reflow:boolean event_mappings macroponent:reference>sys_ux_macroponent macroponent_config
    parent_macroponent required_translations screen_type:reference>sys_ux_screen_type
sys_ux_screen_type
    name
sys_variable_value < sys_metadata
    document value variable:reference>var_dictionary order:decimal document_key:document_id
sys_ws_definition
    name active:boolean base_uri consumes consumes_customized:boolean default_version doc_link
    enforce_acl:glide_list>sys_security_acl is_versioned:boolean namespace produces
    produces_customized:boolean service_id short_description
sys_ws_header < sys_metadata
    name required:boolean example_value short_description web_service_definition:reference>sys_ws_definition
sys_ws_header_map < sys_metadata
    web_service_header:reference>sys_ws_header web_service_operation:reference>sys_ws_operation
sys_ws_operation < sys_metadata
    name active:boolean consumes consumes_customized:boolean enforce_acl:glide_list>sys_security_acl
    http_method operation_script:script operation_uri produces produces_customized:boolean relative_path
    requires_acl_authorization:boolean requires_authentication:boolean requires_snc_internal_role:boolean
    short_description request_example web_service_definition:reference>sys_ws_definition
    web_service_version:reference>sys_ws_version
sys_ws_query_parameter
    name required:boolean example_value short_description web_service_definition:reference>sys_ws_definition
sys_ws_query_parameter_map < sys_metadata
    web_service_operation:reference>sys_ws_operation
    web_service_query_parameter:reference>sys_ws_query_parameter
sys_ws_version < sys_metadata
    active:boolean deprecated:boolean is_default:boolean short_description version:integer version_id
    web_service_definition:reference>sys_ws_definition
sysauto < sys_metadata
    offset_type:integer=0 offset:glide_duration active:boolean=true conditional:boolean condition:script_plain
    run_as:reference>sys_user run_as_tz run_type=daily run_dayofweek:day_of_week run_daysofweek:days_of_week
    run_dayofmonth:integer=1 run_weekinmonth:week_of_month run_month:month_of_year run_time:glide_time
    run_period:glide_duration run_start:glide_date_time max_drift:glide_duration advanced:boolean
    run_end:glide_date_time repeat_every:integer upgrade_safe:boolean=false time_zone
    entered_run_start:calendar_date_time name entered_time:glide_utc_time
    business_calendar:reference>business_calendar entered_run_end:calendar_date_time
sysauto_script < sysauto
    script:script_plain
sysevent_email_action < sysrule
    event_name:sysevent_name collection:table_name event_parm_1:boolean subject importance from
    active:boolean=true recipient_fields:field_list push_message_only:boolean=false
    category:reference>sys_notification_category message_text:email_script generation_type=engine
    send_self:boolean=true sys_version=2 omit_watermark:boolean=false action_update:boolean type=email
    recipient_groups:glide_list>sys_user_group digest_subject
    digest_template:reference>sysevent_email_template digest_text:email_script digest_from
    digestable:boolean=false default_digest:boolean=false message_html:html_script include_attachments:boolean
    style:reference>sysevent_email_style sms_alternate:email_script content_type action_insert:boolean
    advanced_condition:script recipient_users:glide_list>sys_user mandatory:boolean=false message:email_script
    force_delivery:boolean=false item=event.parm1 template:reference>sysevent_email_template reply_to
    affected_field_on_event:choice item_table:table_name weight:integer=0 exclude_delegates:boolean=false
    enable_dynamic_translation:boolean=false subscribable:boolean=false condition:conditions
    event_parm_2:boolean digest_separator_text:email_script digest_type=single digest_reply_to
    digest_separator_html:html_script default_interval:reference>sys_email_digest_interval
    digest_html:html_script message_list:glide_list>sys_push_notif_msg
sysevent_email_style < sys_metadata
    style:html name
sysevent_email_template < sys_metadata
    sms_alternate:email_script email_layout:reference>sys_email_layout message:email_script
    collection:table_name=incident subject message_text:email_script name! sys_version=2
    message_html:html_script message_list:glide_list>sys_push_notif_msg
sysevent_register < sys_metadata
    table:table_name priority:integer=100 caller_access queue suffix derived_priority:float=100 description
    fired_by event_name!
sysevent_script_action < sysrule
    active:boolean=false condition_script event_name:sysevent_name script:script_plain
    synchronous:boolean=false
sysrule < sys_metadata
    description name order:integer=100 sys_domain:domain_id=global sys_domain_path:domain_path
    sys_overrides:reference>sysrule
sysrule_assignment < sysrule
    table:table_name=incident script active:boolean=true condition:conditions group:reference>sys_user_group
    user:reference>sys_user match_conditions=ALL
sysrule_view < sysrule
    active:boolean=true advanced:boolean condition:conditions device_type=browser match_conditions=ALL
    overrides_user_preference:boolean=true script:script table:table_name view
task
    wf_activity:reference>wf_activity business_service:reference>cmdb_ci_service
    work_notes_list:glide_list>sys_user variables:variables assignment_group:reference>sys_user_group
    upon_reject=cancel work_end:glide_date_time work_start:glide_date_time rejection_goto:reference>task
    short_description company:reference>core_company parent:reference>task priority:integer=4
    service_offering:reference>service_offering delivery_task:reference>sc_cat_item_delivery_task
    delivery_plan:reference>sc_cat_item_delivery_plan expected_start:glide_date_time upon_approval=proceed
    description approval calendar_duration:glide_duration knowledge:boolean=false correlation_display
    approval_set:glide_date_time opened_by:reference>sys_user contact_type made_sla:boolean=true
    sys_domain_path:domain_path close_notes reassignment_count:integer=0 due_date:glide_date_time
    order:integer impact:integer=3 closed_at:glide_date_time group_list:glide_list>sys_user_group
    activity_due:due_date comments_and_work_notes:journal_list contract:reference>ast_contract
    sn_ai_sentiment:reference>sys_sentiment_details route_reason:integer task_effective_number
    universal_request:reference>task comments:journal_input urgency:integer=3 assigned_to:reference>sys_user
    number! cmdb_ci:reference>cmdb_ci active:boolean=true state:integer=1 opened_at:glide_date_time
    watch_list:glide_list>sys_user sla_due:due_date escalation:integer=0 time_worked:timer
    additional_assignee_list:glide_list>sys_user correlation_id approval_history:journal
    business_duration:glide_duration location:reference>cmn_location user_input:user_input
    work_notes:journal_input closed_by:reference>sys_user follow_up:glide_date_time
    sys_domain:domain_id=global
task_sla
    end_time:glide_date_time business_time_left:glide_duration original_breach_time:glide_date_time
    pause_duration:glide_duration active:boolean=true percentage:percent_complete stage=in_progress
    sla!:reference>contract_sla business_duration:glide_duration timezone task:reference>task
    time_left:glide_duration schedule:reference>cmn_schedule start_time:glide_date_time
    business_percentage:percent_complete has_breached:boolean planned_end_time:glide_date_time
    pause_time:glide_date_time duration:glide_duration business_pause_duration:glide_duration
topic < sys_metadata
    not_available_for:glide_list>user_criteria banner_image:user_image topic_path:translated_text
    order:integer available_for:glide_list>user_criteria name:translated_text icon:user_image
    parent_topic:reference>topic taxonomy:reference>taxonomy topic_contributor:glide_list>user_criteria
    apply_to_child_topics:boolean=false topic_based_navigation:boolean=false active:boolean=true
    description:translated_text enable_user_criteria_check:boolean=false banner_image_url:url icon_url:url
    template:reference>sp_page topic_manager:glide_list>user_criteria
user_criteria < sys_metadata
    name! sys_domain:domain_id=global sys_domain_path:domain_path group:glide_list>sys_user_group
    advanced:boolean=false role:glide_list>sys_user_role department:glide_list>cmn_department
    match_all:boolean=false active:boolean=true location:glide_list>cmn_location
    company:glide_list>core_company script:script_plain short_description:translated_text
    user:glide_list>sys_user
var_dictionary < sys_dictionary
    help order:integer=100 hint model_id:document_id label! model_table:table_name name
wf_context
    ended:glide_date_time after_business_rules:boolean=false running_duration:glide_duration
    parent:reference>wf_context stage:reference>wf_stage auto_start:boolean cumulated_avg_ert:boolean
    table:short_table_name scratchpad:name_values schedule:reference>cmn_schedule
    without_current_wf_actions:glide_action_list state=executing activity_count:integer=0 stage_state
    ert_outlier_workflow_actions:glide_action_list=b69c7e18eb532100ec9a82810206fea4
    workflow_version:reference>wf_workflow_version sys_domain_path:domain_path id:document_id
    active:boolean=true timezone ert_long_running_actions:glide_action_list started:glide_date_time
    activity_index:integer=0 column_renderer:reference>column_renderer due:glide_date_time
    started_by:reference>sys_user requires_ert:boolean=false parent_activity:reference>wf_executing result
    sys_domain:domain_id=global return_value:name_values name workflow:reference>wf_workflow
wf_workflow < sys_metadata
    template:boolean=false sys_overrides:reference>wf_workflow description name table:table_name access=public
    sys_domain:domain_id=global preview:user_image sys_domain_path:domain_path
`
