/**
 * Column names of the tables, as the client's documented entities name them (docs: ServiceNowEntities Core, CSM, FSO).
 */
export const ENTITY_COLUMNS = {
    task: `action_status active activity_due additional_assignee_list approval_history approval_set approval
        assigned_to assignment_group business_duration business_service calendar_duration close_notes
        closed_at closed_by cmdb_ci comments_and_work_notes comments company contact_type contract
        correlation_display correlation_id delivery_plan delivery_task description due_date escalation
        expected_start follow_up group_list impact knowledge location made_sla needs_attention number
        opened_at opened_by order parent priority reassignment_count route_reason service_offering
        short_description skills sla_due sn_esign_document sn_esign_esignature_configuration state
        sys_domain_path sys_domain task_effective_number time_worked universal_request upon_approval
        upon_reject urgency user_input watch_list work_end work_notes_list work_notes work_start`,
    incident: `business_impact business_stc calendar_stc caller_id category cause caused_by child_incidents
        close_code hold_reason incident_state notify origin_id origin_table parent_incident problem_id
        reopened_by reopened_time reopen_count resolved_at resolved_by rfc severity subcategory`,
    problem: `category cause_notes confirmed_at confirmed_by duplicate_of first_reported_by_task fix_at fix_by
        fix_communicated_at fix_communicated_by fix_notes known_error major_problem problem_state
        related_incidents reopened_at reopened_by reopen_count resolution_code resolved_at resolved_by
        review_outcome rfc subcategory workaround workaround_applied workaround_communicated_at
        workaround_communicated_by`,
    sn_customerservice_case: `account active_account_escalation active_escalation asset assigned_on auto_close auto_created_case
        business_impact case_action_summary case_report case category cause caused_by change
        child_case_creation_progress consumer_profile consumer contact_local_time contact_time_zone contact
        contributor_groups contributor_users entitlement first_response_time follow_the_sun household
        incident initiated_as_request internal_contact internal_user major_case_state notes_to_comments
        notify partner_contact partner post_case_review proactive probable_cause problem product
        recipient_list related_party_consumers related_party_users requesting_service_organization
        resolution_code resolved_at resolved_by service_organization service sn_app_cs_social_social_profile
        sold_product stage subcategory support_manager sync_driver`,
    sn_bom_case: `customer_approval service_definition`,
    core_company: `apple_icon banner_image banner_image_light banner_text city contact coordinates_retrieved_on country
        customer discount fax_phone fiscal_year lat_long_error latitude longitude manufacturer market_cap
        name notes num_employees parent phone primary profits publicly_traded rank_tier revenue_per_year
        state stock_price stock_symbol street theme vendor_manager vendor_type vendor website zip`,
    customer_account: `account_code account_parent account_path active_escalation assumed_name business_structure email
        fso_business_identifier_code fso_business_type fso_country_code fso_country_of_incorporation
        fso_date_of_incorporation fso_dealer_high_value_goods fso_designated_non_financial_business
        fso_doing_business_as fso_entity_type fso_foreign_financial_institution fso_industry
        fso_previous_names fso_primary_business_activity fso_products_sold_country fso_source_of_funds
        fso_state identification_number incorporated_on industry legal_entity_name minority_ownership_status
        number partner primary_contact registration_code rural_based_status tax_id trademark
        tribal_affiliation_status women_ownership_status`,
    customer_contact: `account correlation_id fso_date_of_birth fso_equity_percentage fso_nationality hr_integration_source
        transaction_log`,
} as const
