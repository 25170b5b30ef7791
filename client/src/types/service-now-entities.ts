// Written by client/scripts/generate-entities.mjs from client/data/entities.json.
/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-empty-object-type --
   only namespaces can be augmented, and a table without its own columns still needs a type */
import type { Column, DisplayReference, Reference, ReferenceColumn } from './columns'

/** Records of ServiceNow tables, by the product that contains the tables. */
export declare namespace ServiceNowEntities {
    /** Tables of every instance, and of IT Service Management. */
    namespace Core {
        /** Record of table `sys_metadata`. */
        interface ApplicationFile extends DescendentEntity {
            sys_name?: Column
            sys_package?: ReferenceColumn
            sys_policy?: Column
            sys_scope?: ReferenceColumn
            sys_update_name?: Column
        }

        /** Record of table `sys_attachment`. */
        interface Attachment extends BaseEntity {
            average_image_color?: Column
            chunk_size_bytes?: Column
            compressed?: Column
            content_type?: Column
            download_link?: Column
            encryption_context?: Column
            file_name?: Column
            hash?: Column
            image_height?: Column
            image_width?: Column
            size_bytes?: Column
            size_compressed?: Column
            state?: Column
            table_name?: Column
            table_sys_id?: Column
        }

        /** Columns of every record. */
        interface BaseEntity {
            sys_created_by?: Column
            sys_created_on?: Column
            sys_id?: Column
            sys_mod_count?: Column
            sys_tags?: Column
            sys_updated_by?: Column
            sys_updated_on?: Column
        }

        /** Record of table `chg_model`. */
        interface ChangeModel extends StateTransitionModel {
            available_in_ui?: Column
            color?: Column
            default_change_model?: Column
            description?: Column
            implementation_states?: ReferenceColumn
            record_preset?: Column
        }

        /** Record of table `change_request`. */
        interface ChangeRequest extends Task {
            backout_plan?: Column
            cab_date_time?: Column
            cab_date?: Column
            cab_delegate?: ReferenceColumn
            cab_recommendation?: Column
            cab_required?: Column
            category?: Column
            change_plan?: Column
            chg_model?: ReferenceColumn
            close_code?: Column
            conflict_last_run?: Column
            conflict_status?: Column
            end_date?: Column
            implementation_plan?: Column
            justification?: Column
            on_hold_reason?: Column
            on_hold_task?: Column
            on_hold?: Column
            outside_maintenance_schedule?: Column
            phase_state?: Column
            phase?: Column
            production_system?: Column
            reason?: Column
            requested_by_date?: Column
            requested_by?: ReferenceColumn
            review_comments?: Column
            review_date?: Column
            review_status?: Column
            risk_impact_analysis?: Column
            risk?: Column
            scope?: Column
            start_date?: Column
            std_change_producer_version?: ReferenceColumn
            test_plan?: Column
            type?: Column
            unauthorized?: Column
        }

        /** Record of table `core_company`. */
        interface Company extends DescendentEntity {
            apple_icon?: Column
            banner_image?: Column
            banner_image_light?: Column
            banner_text?: Column
            city?: Column
            contact?: ReferenceColumn
            coordinates_retrieved_on?: Column
            country?: Column
            customer?: Column
            discount?: Column
            fax_phone?: Column
            fiscal_year?: Column
            lat_long_error?: Column
            latitude?: Column
            longitude?: Column
            manufacturer?: Column
            market_cap?: Column
            name?: Column
            notes?: Column
            num_employees?: Column
            parent?: ReferenceColumn
            phone?: Column
            primary?: Column
            profits?: Column
            publicly_traded?: Column
            rank_tier?: Column
            revenue_per_year?: Column
            state?: Column
            stock_price?: Column
            stock_symbol?: Column
            street?: Column
            theme?: ReferenceColumn
            vendor_manager?: Column
            vendor_type?: Column
            vendor?: Column
            website?: Column
            zip?: Column
        }

        /** Record of table `customer_contact`. */
        interface Contact extends User {
            account?: ReferenceColumn
            correlation_id?: Column
            fso_date_of_birth?: Column
            fso_equity_percentage?: Column
            fso_nationality?: Column
            hr_integration_source?: ReferenceColumn
            transaction_log?: Column
        }

        /** Columns of every record. */
        interface DescendentEntity extends BaseEntity {
            sys_class_name?: Column
        }

        /** Record of table `incident`. */
        interface Incident extends Task {
            business_impact?: Column
            business_stc?: Column
            calendar_stc?: Column
            caller_id?: ReferenceColumn
            category?: Column
            cause?: Column
            caused_by?: ReferenceColumn
            child_incidents?: Column
            close_code?: Column
            hold_reason?: Column
            incident_state?: Column
            notify?: Column
            origin_id?: Column
            origin_table?: Column
            parent_incident?: ReferenceColumn
            problem_id?: ReferenceColumn
            reopened_by?: ReferenceColumn
            reopened_time?: Column
            reopen_count?: Column
            resolved_at?: Column
            resolved_by?: ReferenceColumn
            rfc?: ReferenceColumn
            severity?: Column
            subcategory?: Column
        }

        /** Record of table `problem`. */
        interface Problem extends Task {
            category?: Column
            cause_notes?: Column
            confirmed_at?: Column
            confirmed_by?: ReferenceColumn
            duplicate_of?: ReferenceColumn
            first_reported_by_task?: ReferenceColumn
            fix_at?: Column
            fix_by?: ReferenceColumn
            fix_communicated_at?: Column
            fix_communicated_by?: ReferenceColumn
            fix_notes?: Column
            known_error?: Column
            major_problem?: Column
            problem_state?: Column
            related_incidents?: Column
            reopened_at?: Column
            reopened_by?: ReferenceColumn
            reopen_count?: Column
            resolution_code?: Column
            resolved_at?: Column
            resolved_by?: ReferenceColumn
            review_outcome?: Column
            rfc?: ReferenceColumn
            subcategory?: Column
            workaround?: Column
            workaround_applied?: Column
            workaround_communicated_at?: Column
            workaround_communicated_by?: ReferenceColumn
        }

        /** Record of table `problem_task`. */
        interface ProblemTask extends Task {
            cause_code?: Column
            cause_notes?: Column
            close_code?: Column
            fix_notes?: Column
            other_reason?: Column
            problem?: ReferenceColumn
            problem_task_type?: Column
            reopened_at?: Column
            reopened_by?: ReferenceColumn
            reopen_count?: Column
            started_at?: Column
            started_by?: ReferenceColumn
            vendor?: ReferenceColumn
            workaround?: Column
        }

        /** Record of table `sn_install_base_sold_product`. */
        interface SoldProduct extends DescendentEntity {
            account?: ReferenceColumn
            additional_consumers?: Column
            additional_users?: Column
            consumer?: ReferenceColumn
            consumer_profile?: ReferenceColumn
            contact?: ReferenceColumn
            household?: ReferenceColumn
            name?: Column
            number?: Column
            parent_sold_product?: ReferenceColumn
            prd_offering?: ReferenceColumn
            product?: ReferenceColumn
            service_organization?: ReferenceColumn
            state?: Column
        }

        /** Record of table `sf_state_flow`. */
        interface StateFlow extends ApplicationFile {
            active?: Column
            automatic_condition?: Column
            automatic_roles?: ReferenceColumn
            automatic_script?: Column
            automatic_string?: Column
            business_rule?: ReferenceColumn
            change_client_script?: ReferenceColumn
            client_script?: ReferenceColumn
            comment?: Column
            ending_state?: ReferenceColumn
            end_text?: Column
            event?: ReferenceColumn
            event_rule?: ReferenceColumn
            mandatory_fields?: Column
            manual_condition?: Column
            manual_roles?: Column
            manual_script?: Column
            manual_string?: Column
            name?: Column
            not_mandatory?: Column
            not_read_only?: Column
            not_visible?: Column
            number?: Column
            override?: ReferenceColumn
            read_only_fields?: Column
            roles?: Column
            starting_state?: ReferenceColumn
            start_text?: Column
            table?: Column
            translated_ending_state?: Column
            translated_starting_state?: Column
            ui_action?: Column
            visible_fields?: Column
            work_notes?: Column
            work_notes_rule?: ReferenceColumn
        }

        /** Record of table `sttrm_model`. */
        interface StateTransitionModel extends ApplicationFile {
            active?: Column
            advanced_security?: Column
            name?: Column
            read_roles?: Column
            state_field?: Column
            table_name?: Column
            write_roles?: Column
        }

        /** Record of table `task`. */
        interface Task extends DescendentEntity {
            action_status?: Column
            active?: Column
            activity_due?: Column
            additional_assignee_list?: Column
            approval_history?: Column
            approval_set?: Column
            approval?: Column
            assigned_to?: ReferenceColumn
            assignment_group?: ReferenceColumn
            business_duration?: Column
            business_service?: ReferenceColumn
            calendar_duration?: Column
            close_notes?: Column
            closed_at?: Column
            closed_by?: ReferenceColumn
            cmdb_ci?: ReferenceColumn
            comments_and_work_notes?: Column
            comments?: Column
            company?: ReferenceColumn
            contact_type?: Column
            contract?: ReferenceColumn
            correlation_display?: Column
            correlation_id?: Column
            delivery_plan?: ReferenceColumn
            delivery_task?: ReferenceColumn
            description?: Column
            due_date?: Column
            escalation?: Column
            expected_start?: Column
            follow_up?: Column
            group_list?: Column
            impact?: Column
            knowledge?: Column
            location?: ReferenceColumn
            made_sla?: Column
            needs_attention?: Column
            number?: Column
            opened_at?: Column
            opened_by?: ReferenceColumn
            order?: Column
            parent?: ReferenceColumn
            priority?: Column
            reassignment_count?: Column
            route_reason?: Column
            service_offering?: ReferenceColumn
            short_description?: Column
            skills?: Column
            sla_due?: Column
            sn_esign_document?: ReferenceColumn
            sn_esign_esignature_configuration?: ReferenceColumn
            state?: Column
            sys_domain_path?: Column
            sys_domain?: ReferenceColumn
            task_effective_number?: Column
            time_worked?: Column
            universal_request?: ReferenceColumn
            upon_approval?: Column
            upon_reject?: Column
            urgency?: Column
            user_input?: Column
            watch_list?: Column
            work_end?: Column
            work_notes_list?: Column
            work_notes?: Column
            work_start?: Column
        }

        /** Record of table `task_activity`. */
        interface TaskActivity extends DescendentEntity {
            activity_catalog?: Column
            delivery_option?: Column
            end?: Column
            from_user?: ReferenceColumn
            location?: ReferenceColumn
            message?: Column
            number?: Column
            reminder?: Column
            start?: Column
            state?: Column
            subject?: Column
            task?: ReferenceColumn
            template?: ReferenceColumn
            to_users?: Column
            type?: Column
        }

        /** Record of table `sys_user`. */
        interface User extends DescendentEntity {
            active?: Column
            agent_status?: Column
            avatar?: Column
            building?: ReferenceColumn
            calendar_integration?: Column
            city?: Column
            company?: ReferenceColumn
            cost_center?: ReferenceColumn
            country?: Column
            date_format?: Column
            default_perspective?: ReferenceColumn
            department?: ReferenceColumn
            email?: Column
            employee_number?: Column
            enable_multifactor_authn?: Column
            failed_attempts?: Column
            first_name?: Column
            gender?: Column
            geolocation_tracked?: Column
            home_phone?: Column
            internal_integration_user?: Column
            introduction?: Column
            last_login_time?: Column
            last_login?: Column
            last_name?: Column
            last_position_update?: Column
            latitude?: Column
            ldap_server?: ReferenceColumn
            location?: ReferenceColumn
            locked_out?: Column
            longitude?: Column
            manager?: ReferenceColumn
            middle_name?: Column
            mobile_phone?: Column
            name?: Column
            notification?: Column
            on_schedule?: Column
            password_needs_reset?: Column
            phone?: Column
            photo?: Column
            preferred_language?: Column
            roles?: Column
            schedule?: ReferenceColumn
            source?: Column
            state?: Column
            street?: Column
            sys_domain_path?: Column
            sys_domain?: ReferenceColumn
            time_format?: Column
            time_sheet_policy?: ReferenceColumn
            time_zone?: Column
            title?: Column
            user_name?: Column
            user_password?: Column
            vip?: Column
            web_service_access_only?: Column
            zip?: Column
        }

        /** A reference with the URL of its record. */
        type Link = LinkWithValue | LinkWithDisplayValue

        /** A reference with `sysparm_display_value=false`. */
        interface LinkWithValue extends Reference {}

        /** A reference with `sysparm_display_value=true`. */
        interface LinkWithDisplayValue extends DisplayReference {}
    }

    /** Tables of Customer Service Management. */
    namespace CSM {
        /** Record of table `customer_account`. */
        interface Account extends Core.Company {
            account_code?: Column
            account_parent?: ReferenceColumn
            account_path?: Column
            active_escalation?: ReferenceColumn
            assumed_name?: Column
            business_structure?: Column
            email?: Column
            fso_business_identifier_code?: Column
            fso_business_type?: Column
            fso_country_code?: Column
            fso_country_of_incorporation?: Column
            fso_date_of_incorporation?: Column
            fso_dealer_high_value_goods?: Column
            fso_designated_non_financial_business?: Column
            fso_doing_business_as?: Column
            fso_entity_type?: Column
            fso_foreign_financial_institution?: Column
            fso_industry?: Column
            fso_previous_names?: Column
            fso_primary_business_activity?: Column
            fso_products_sold_country?: Column
            fso_source_of_funds?: Column
            fso_state?: Column
            identification_number?: Column
            incorporated_on?: Column
            industry?: Column
            legal_entity_name?: Column
            minority_ownership_status?: Column
            number?: Column
            partner?: Column
            primary_contact?: ReferenceColumn
            registration_code?: Column
            rural_based_status?: Column
            tax_id?: Column
            trademark?: Column
            tribal_affiliation_status?: Column
            women_ownership_status?: Column
        }

        /** Record of table `account_relationship`. */
        interface AccountRelationship extends Core.BaseEntity {
            from_company?: ReferenceColumn
            relationship_label?: Column
            relationship_type?: ReferenceColumn
            reverse_relationship?: Column
            reverse_relationship_label?: Column
            to_company?: ReferenceColumn
        }

        /** Record of table `sn_customerservice_account_relationship_access`. */
        interface AccountRelationshipAccess extends Core.BaseEntity {
            admin?: Column
            read?: Column
            relationship_type?: ReferenceColumn
            role?: ReferenceColumn
            write?: Column
        }

        /** Record of table `sn_customerservice_account_relationship_type`. */
        interface AccountRelationshipType extends Core.BaseEntity {
            active?: Column
            from?: Column
            relationship_type?: Column
            role_definition_left_to_right?: Column
            role_definition_right_to_left?: Column
            to?: Column
        }

        /** Record of table `sn_customerservice_team_member`. */
        interface AccountTeamMember extends Core.BaseEntity {
            account?: ReferenceColumn
            responsibility?: ReferenceColumn
            user?: ReferenceColumn
        }

        /** Record of table `cmn_location_type`. */
        interface AddressType extends Core.BaseEntity {
            name?: Column
            order?: Column
        }

        /** Record of table `sn_customerservice_appointment`. */
        interface Appointment extends Core.TaskActivity {
            appointment_location?: Column
        }

        /** Record of table `sn_customerservice_case`. */
        interface Case extends Core.Task {
            account?: ReferenceColumn
            active_account_escalation?: ReferenceColumn
            active_escalation?: ReferenceColumn
            asset?: ReferenceColumn
            assigned_on?: Column
            auto_close?: Column
            auto_created_case?: Column
            business_impact?: Column
            case_action_summary?: ReferenceColumn
            case_report?: ReferenceColumn
            case?: Column
            category?: Column
            cause?: Column
            caused_by?: ReferenceColumn
            change?: ReferenceColumn
            child_case_creation_progress?: Column
            consumer_profile?: ReferenceColumn
            consumer?: ReferenceColumn
            contact_local_time?: Column
            contact_time_zone?: Column
            contact?: ReferenceColumn
            contributor_groups?: Column
            contributor_users?: Column
            entitlement?: ReferenceColumn
            first_response_time?: Column
            follow_the_sun?: Column
            household?: ReferenceColumn
            incident?: ReferenceColumn
            initiated_as_request?: Column
            internal_contact?: ReferenceColumn
            internal_user?: Column
            major_case_state?: Column
            notes_to_comments?: Column
            notify?: Column
            partner_contact?: ReferenceColumn
            partner?: ReferenceColumn
            post_case_review?: ReferenceColumn
            proactive?: Column
            probable_cause?: Column
            problem?: ReferenceColumn
            product?: ReferenceColumn
            recipient_list?: ReferenceColumn
            related_party_consumers?: Column
            related_party_users?: Column
            requesting_service_organization?: ReferenceColumn
            resolution_code?: Column
            resolved_at?: Column
            resolved_by?: ReferenceColumn
            service_organization?: ReferenceColumn
            service?: ReferenceColumn
            sn_app_cs_social_social_profile?: ReferenceColumn
            sold_product?: ReferenceColumn
            stage?: Column
            subcategory?: Column
            support_manager?: ReferenceColumn
            sync_driver?: Column
        }

        /** Record of table `sn_customerservice_case_report`. */
        interface CaseReport extends Core.BaseEntity {
            agent_reassignment_count?: Column
            case?: ReferenceColumn
            customer_satisfaction_score?: Column
            is_fcr?: Column
            is_skipped_by_prediction?: Column
            number?: Column
            reopen_count?: Column
            time_to_resolve?: Column
        }

        /** Record of table `csm_consumer`. */
        interface Consumer extends Core.BaseEntity {
            active?: Column
            business_phone?: Column
            city?: Column
            country?: Column
            date_format?: Column
            email?: Column
            fax?: Column
            first_name?: Column
            fso_country_code?: Column
            fso_date_of_birth?: Column
            fso_income_source?: Column
            fso_market_segment?: Column
            fso_nationality?: Column
            fso_risk_tolerance?: Column
            fso_suitability?: Column
            gender?: Column
            home_phone?: Column
            household?: ReferenceColumn
            last_name?: Column
            middle_name?: Column
            mobile_phone?: Column
            name?: Column
            nationality?: Column
            notes?: Column
            notification?: Column
            number?: Column
            photo?: Column
            preferred_language?: Column
            prefix?: Column
            primary?: Column
            state?: Column
            street?: Column
            suffix?: Column
            sys_domain?: ReferenceColumn
            time_format?: Column
            time_zone?: Column
            title?: Column
            user?: ReferenceColumn
            zip?: Column
        }

        /** Record of table `csm_consumer_user`. */
        interface ConsumerUser extends Core.User {}

        /** Record of table `customer_contact`. */
        interface Contact extends Core.User {
            account?: ReferenceColumn
            fso_date_of_birth?: Column
            fso_equity_percentage?: Column
            fso_nationality?: Column
        }

        /** Record of table `sn_customerservice_contact_relationship`. */
        interface ContactRelationship extends Core.BaseEntity {
            company?: ReferenceColumn
            contact?: ReferenceColumn
            responsibility?: ReferenceColumn
        }

        /** Record of table `sn_customerservice_customer_interaction`. */
        interface CustomerInteraction extends Core.BaseEntity {
            account?: ReferenceColumn
            category?: Column
            channel?: Column
            consumer?: ReferenceColumn
            contact?: ReferenceColumn
            email?: Column
            first_name?: Column
            last_name?: Column
            middle_name?: Column
            name?: Column
            product?: ReferenceColumn
            short_description?: Column
        }

        /** Record of table `sn_customerservice_sf_case`. */
        interface CustomerServiceCaseFlow extends Core.StateFlow {}

        /** Record of table `service_entitlement`. */
        interface Entitlement extends Core.BaseEntity {
            account?: ReferenceColumn
            active?: Column
            asset?: ReferenceColumn
            business_hour?: ReferenceColumn
            channel?: Column
            consumer?: ReferenceColumn
            contract?: ReferenceColumn
            end_date?: Column
            entitlement_name?: Column
            entitlement_process?: ReferenceColumn
            household?: ReferenceColumn
            install_base_item?: ReferenceColumn
            per_unit?: Column
            product?: ReferenceColumn
            remaining_units?: Column
            sold_product?: ReferenceColumn
            start_date?: Column
            sys_domain?: Column
            total_units?: Column
            unit?: Column
        }

        /** Record of table `sn_customerservice_escalation`. */
        interface Escalation extends Core.Task {
            add_account_team_members?: Column
            approved_by?: ReferenceColumn
            declined_by?: ReferenceColumn
            de_escalated_by?: ReferenceColumn
            de_escalation_justification?: Column
            escalation_justification?: Column
            escalation_manager?: ReferenceColumn
            escalation_severity?: ReferenceColumn
            reason?: Column
            requested_by?: ReferenceColumn
            request_source?: Column
            source_record?: Column
            source_table?: Column
            trend?: Column
            type?: ReferenceColumn
        }

        /** Record of table `sn_customerservice_escalation`. */
        interface EscalationSeverity extends Core.ApplicationFile {
            name?: Column
            style?: Column
            sys_domain?: Column
        }

        /** Record of table `sn_customerservice_escalation_template`. */
        interface EscalationTemplate extends Core.ApplicationFile {
            add_manager?: Column
            approval_group?: ReferenceColumn
            esc_approval_workflow?: ReferenceColumn
            name?: Column
            skip_approval?: Column
            sys_domain?: Column
            type?: Column
            use_default_approval?: Column
            watch_list?: Column
        }

        /** Record of table `csm_household`. */
        interface Household extends Core.BaseEntity {
            city?: Column
            country?: Column
            head?: ReferenceColumn
            household_name?: Column
            notes?: Column
            number?: Column
            state?: Column
            street?: Column
            sys_domain?: Column
            zip?: Column
        }

        /** Record of table `csm_household_member`. */
        interface HouseholdMember extends Core.DescendentEntity {
            consumer?: ReferenceColumn
            end_date?: Column
            household?: ReferenceColumn
            number?: Column
            start_date?: Column
        }

        /** Record of table `csm_order_case`. */
        interface OrderCase extends Case {
            order_case?: ReferenceColumn
            order_line_item?: ReferenceColumn
        }

        /** Record of table `sn_customerservice_registration`. */
        interface RegistrationRequest extends Core.BaseEntity {
            account?: ReferenceColumn
            email?: Column
            first_name?: Column
            last_name?: Column
            name?: Column
            registration_code?: Column
            state?: Column
            user?: ReferenceColumn
        }

        /** Record of table `sn_customerservice_related_party`. */
        interface RelatedParty extends Core.BaseEntity {
            account?: ReferenceColumn
            case_record?: ReferenceColumn
            consumer?: ReferenceColumn
            party_config?: ReferenceColumn
            party_name?: Column
            responsibility?: ReferenceColumn
            user?: ReferenceColumn
        }

        /** Record of table `sn_customerservice_related_party_configuration`. */
        interface RelatedPartyConfiguration extends Core.BaseEntity {
            applies_to?: Column
            default_responsibility?: ReferenceColumn
            entity_type?: Column
            fso_category?: Column
            name?: Column
            reference_condition?: Column
        }

        /** Record of table `sn_customerservice_responsibility_def`. */
        interface ResponsibilityDefinition extends Core.ApplicationFile {
            name?: Column
            type?: Column
            unique?: Column
        }

        /** Record of table `sn_customerservice_task`. */
        interface Task extends Core.Task {
            account?: ReferenceColumn
            associated_record?: Column
            associated_table?: Column
            consumer?: ReferenceColumn
            contact?: ReferenceColumn
            parent_case?: ReferenceColumn
            service?: ReferenceColumn
            visible_to_customer?: Column
        }
    }

    /** Tables of Financial Services Operations. */
    namespace FSO {
        /** Record of table `sn_bom_clo_b2b_account_task`. */
        interface AccountLifecycleTask extends FinancialTask {}

        /** Record of table `sn_bom_clo_b2b_account_service`. */
        interface AccountLifecycleServiceCase extends BusinessLifecycleBase {
            account_name?: Column
            activity_status?: Column
            address_change?: Column
            annual_revenue?: Column
            business_address?: Column
            business_identifier_code?: Column
            business_type?: Column
            change_country_of_incorporation?: Column
            compliant_status?: Column
            country_of_incorporation?: Column
            date_of_incorporation?: Column
            dealer_high_value_goods?: Column
            designated_non_financial_business?: Column
            doing_business_as?: Column
            entity_type?: Column
            foreign_financial_institution?: Column
            industry?: Column
            nature_of_business?: Column
            previous_names?: Column
            primary_business_activity?: Column
            products_sold_country?: Column
            reason?: Column
            relationship_manager?: ReferenceColumn
            source_of_funds?: Column
            submission_comment?: Column
            website?: Column
        }

        /** Record of table `sn_bom_auto_loan`. */
        interface AutoLoan extends LoanAccount {}

        /** Record of table `sn_bom_b2b_certificate_of_deposit`. */
        interface BusinessCertificateOfDeposit extends DepositAccount {
            deposit_amount?: Column
            deposit_amount_to_be_credited_to?: ReferenceColumn
            interest_payout_frequency?: Column
            maturity_amount?: Column
            maturity_instruction?: Column
            mode_of_operation?: Column
            penalty_amount?: Column
        }

        /** Record of table `sn_bom_b2b_checking_account`. */
        interface BusinessCheckingAccount extends DepositAccount {
            applicable_interest_rate_apy?: Column
            check_facility?: Column
            debit_card?: Column
            list_of_countries?: Column
            online_banking?: Column
            overseas_transactions?: Column
            purpose?: Column
        }

        /** Record of table `sn_bom_business_credit_card`. */
        interface BusinessCreditCard extends FinancialAccount {
            accrued_interest?: Column
            apr_card?: Column
            apr_cash?: Column
            cash_advance_limit?: Column
            credit_facility_id?: Column
            document_id?: Column
            grace_period?: Column
            is_lending_insured?: Column
            max_credit_limit?: Column
            requested_credit_limit?: Column
            risk_rating?: Column
        }

        /** Record of table `sn_bom_credit_asmt_b2b_task`. */
        interface BusinessCreditTask extends FinancialTask {
            credit_approval?: Column
        }

        /** Record of table `sn_bom_deposit_b2b_service`. */
        interface BusinessDepositServiceCase extends FinancialServicesBase {
            account_number?: Column
            activity_status?: Column
            additional_remarks?: Column
            amount?: Column
            applicable_interest_rate?: Column
            balance_credited?: Column
            beneficiary_account_number?: Column
            beneficiary_name?: Column
            beneficiary_routing_number?: Column
            checkbook_facility?: Column
            checks_destroyed?: Column
            check_number?: Column
            corrective_action?: Column
            corrective_remarks?: Column
            credit_account?: ReferenceColumn
            debit_acct?: ReferenceColumn
            debit_card?: Column
            debit_card_destroyed?: Column
            debit_gl_account?: Column
            expected_account_purpose?: Column
            expected_account_usage?: Column
            expected_transaction_countries?: Column
            fee_treatment?: Column
            frequency?: Column
            fund_transfer_type?: Column
            initial_deposit_amount?: Column
            interest_end_date?: Column
            interest_margin?: Column
            interest_rate?: Column
            interest_start_date?: Column
            margin?: Column
            net_banking?: Column
            occurrences?: Column
            payee_address?: Column
            payee_name?: Column
            payment_mode?: Column
            purpose?: Column
            reason?: Column
            release_balance_mode?: Column
            remaining_balance?: Column
            routing_number?: Column
            standing_order?: ReferenceColumn
            standing_orders?: ReferenceColumn
            start_date?: Column
            statement_frequency?: Column
            statement_mode?: Column
            submit_comment?: Column
            unpaid_fees?: Column
        }

        /** Record of table `sn_bom_deposit_b2b_task`. */
        interface BusinessDepositTask extends FinancialTask {
            reject_reason?: Column
        }

        /** Record of table `sn_bom_clo_b2b_base`. */
        interface BusinessLifecycleBase extends FinancialServicesBase {
            change_country?: Column
            change_state_province?: Column
            city?: Column
            country_code?: Column
            state_province?: Column
            street?: Column
            zip?: Column
        }

        /** Record of table `sn_bom_b2b_line_of_credit`. */
        interface BusinessLineOfCredit extends LineOfCredit {}

        /** Record of table `sn_bom_credit_asmt_loan_b2b_service`. */
        interface BusinessLoanCreditServiceCase extends FinancialServicesBase {
            acceptance_date?: Column
            acceptance_remarks?: Column
            account_number?: Column
            add_modify_collaterals?: Column
            add_modify_conditions_precedent?: Column
            add_modify_conditions_preliminary?: Column
            add_modify_conditions_subsequent?: Column
            add_modify_covenants?: Column
            add_modify_guarantors?: Column
            asset_classification?: Column
            check_number?: Column
            compliance_date?: Column
            covenant?: ReferenceColumn
            covenant_compliance_remarks?: Column
            covenant_compliance_status?: Column
            covenant_due_date?: Column
            covenant_extension_due_date?: Column
            covenant_instance_waived?: Column
            covenant_waiver_end_date?: Column
            covenant_waiver_start_date?: Column
            debit_account?: ReferenceColumn
            debit_gl_account?: Column
            extend_loan_maturity_date?: Column
            fee_amount?: Column
            fee_treatment?: Column
            interest_outstanding?: Column
            interest_rate?: Column
            new_accrued_interest?: Column
            new_collateral_details?: Column
            new_condition_precedent_details?: Column
            new_condition_preliminary_details?: Column
            new_condition_subsequent_details?: Column
            new_covenant_details?: Column
            new_guarantor_details?: Column
            new_interest_rate?: Column
            new_interest_rate_end_date?: Column
            new_interest_rate_start_date?: Column
            new_loan_maturity_date?: Column
            new_principal_amount?: Column
            others?: Column
            other_charges?: Column
            outstanding_fee?: Column
            payment_mode?: Column
            principal_outstanding?: Column
            qualification_remarks?: Column
            qualified?: Column
            reason?: Column
            reason_remarks?: Column
            reduce_accrured_interest?: Column
            reduce_interest_rate?: Column
            remark_for_others?: Column
            restructured_terms_accepted?: Column
            revise_principal_amount?: Column
            routing_number?: Column
            total_outstanding_amount?: Column
        }

        /** Record of table `sn_bom_loan_b2b_service`. */
        interface BusinessLoanServiceCase extends FinancialServicesBase {
            account_number?: Column
            activity_state?: Column
            amount_paid?: Column
            bankruptcy_date?: Column
            check_number?: Column
            corrective_action?: Column
            credit_service?: ReferenceColumn
            debit_account?: ReferenceColumn
            debit_general_ledger_account?: Column
            deferment_option?: Column
            deferment_period?: Column
            deferment_reason?: Column
            drawdown_amount?: Column
            effective_date?: Column
            end_date?: Column
            fee_amount?: Column
            fee_treatment?: Column
            fee_write_off_amount?: Column
            funds_source?: Column
            interest_outstanding?: Column
            interest_repayment?: Column
            interest_write_off_amount?: Column
            judgement_date?: Column
            last_repayment_amount?: Column
            last_repayment_date?: Column
            loan_amount?: Column
            loan_forgiveness_reason?: Column
            loan_transaction?: ReferenceColumn
            mode_of_disbursement?: Column
            mode_of_payment?: Column
            new_interest_rate?: Column
            new_maturity_date?: Column
            new_outstanding_principal?: Column
            other_charges?: Column
            other_charges_write_off_amount?: Column
            outstanding_fee?: Column
            payee_address?: Column
            payee_name?: Column
            payment_details?: ReferenceColumn
            payment_status?: Column
            prepayment_amount?: Column
            principal_outstanding?: Column
            principal_repayment?: Column
            principal_write_off_amount?: Column
            remainder_loan_treatment?: Column
            remarks?: Column
            remedial_service?: ReferenceColumn
            repayment_amount?: Column
            repayment_amount_due?: Column
            repayment_due_date?: Column
            report_to_credit_bureau?: Column
            routing_number?: Column
            start_date?: Column
            submission_comment?: Column
            total_outstanding_amount?: Column
            total_repayment?: Column
            total_write_off_amount?: Column
            write_off_option?: Column
        }

        /** Record of table `sn_bom_loan_b2b_task`. */
        interface BusinessLoanTask extends FinancialTask {}

        /** Record of table `sn_bom_b2b_saving_account`. */
        interface BusinessSavingAccount extends DepositAccount {
            applicable_interest_rate_apy?: Column
            check_facility?: Column
            debit_card?: Column
            list_of_countries?: Column
            online_banking?: Column
            overseas_transactions?: Column
            purpose?: Column
        }

        /** Record of table `sn_bom_credit_card_disputes_service`. */
        interface CardDisputesServiceCase extends FinancialServicesBase {
            activity_status?: Column
            card_provider?: Column
            dispute_amount?: Column
            dispute_reason?: Column
            financial_transaction?: ReferenceColumn
            fraud_alert?: Column
            submission_comment?: Column
            total_refund?: Column
        }

        /** Record of table `sn_bom_credit_card_disputes_task`. */
        interface CardDisputesTask extends FinancialTask {
            chargeback_details?: ReferenceColumn
            deny_dispute?: Column
            disputed_transaction_amount?: Column
            dispute_amount?: Column
            fee_amount?: Column
            financial_transaction?: ReferenceColumn
            interest_amount?: Column
            merchant_action?: Column
            potential_fraud?: Column
            pursue_chargeback?: Column
            refund_merchant?: Column
            remarks?: Column
            represented_by_merchant?: Column
            total_refund?: Column
            write_off_funds?: Column
        }

        /** Record of table `sn_bom_payment_claim`. */
        interface Claim extends PaymentBase {
            actual_treatment?: Column
            debit_account?: ReferenceColumn
            debit_contact?: ReferenceColumn
            debit_customer?: ReferenceColumn
            debit_financial_account?: ReferenceColumn
            error_category?: Column
            error_subcategory?: Column
            error_type?: Column
            external_claim_id?: Column
            international_payment?: Column
            outcome?: Column
            outcome_notes?: Column
            payment_date?: Column
            payment_inquiry?: ReferenceColumn
            payment_processor?: Column
            payment_service?: ReferenceColumn
            recipient_bank?: ReferenceColumn
            recurring_payment?: Column
            refund_amount?: Column
            refund_type?: Column
            remitter_bank?: ReferenceColumn
            requested_treatment?: Column
            total_amount?: Column
            tracking_id?: Column
            transaction_id?: Column
        }

        /** Record of table `sn_bom_payment_claim_task`. */
        interface ClaimTask extends FinancialTask {
            sender_transactions?: ReferenceColumn
        }

        /** Record of table `sn_bom_clo_b2c_service`. */
        interface ClientLifecycleServiceCase extends FinancialServicesBase {
            account_number?: Column
            activity_status?: Column
            amount_to_be_released?: Column
            change_country?: Column
            change_nationality?: Column
            change_state_province?: Column
            check_number?: Column
            city?: Column
            combined_statement?: Column
            country?: Column
            customer_existing?: Column
            customer_will_present?: Column
            date_of_birth?: Column
            date_of_birth_deceased?: Column
            date_of_death_deceased?: Column
            date_of_funeral?: Column
            debit_card_required?: Column
            disbursement_mode?: Column
            email?: Column
            estatement?: Column
            first_name?: Column
            funding_amount?: Column
            funding_source?: Column
            funeral_expense?: Column
            has_lending_product?: Column
            income_source?: Column
            is_address_change?: Column
            is_name_change?: Column
            kyc_compliance_status?: Column
            last_name?: Column
            mobile_phone?: Column
            nationality?: Column
            notifier?: ReferenceColumn
            overdraft_protection?: Column
            payee_address?: Column
            payee_name?: Column
            probate_present?: Column
            reason?: Column
            relationship_deceased_customer?: Column
            relationship_manager?: Column
            release_funds_for_funeral?: Column
            release_tax_funds?: Column
            remarks?: Column
            routing_number?: Column
            state_province?: Column
            street?: Column
            submission_comment?: Column
            tax_payable?: Column
            total_asset_value?: Column
            zip?: Column
        }

        /** Record of table `sn_bom_clo_b2c_task`. */
        interface ClientLifecycleTask extends FinancialTask {}

        /** Record of table `sn_ins_claim_cml_auto_adj_task`. */
        interface CommercialAutoClaimAdjusterTask extends FinancialTask {
            activity_status?: Column
            adjuster_comments?: Column
            settlement_comments?: Column
            siu_review?: Column
            total_expense_amount?: Column
            total_loss_amount?: Column
        }

        /** Record of table `sn_ins_claim_cml_auto_service`. */
        interface CommercialAutoClaimCase extends FinancialServicesBase {
            activity_status?: Column
            claim_fraud_decision?: Column
            claim_validation_decision?: Column
            city?: Column
            country?: Column
            date_and_time_of_incident?: Column
            describe_the_incident?: Column
            fault_rating?: Column
            fnol_comments?: Column
            fraud_score?: ReferenceColumn
            nature_of_loss?: Column
            police_report_details?: Column
            police_report_number?: Column
            report_date?: Column
            siu_review?: Column
            state_province?: Column
            street?: Column
            total_claim_amount?: Column
            total_expense_amount?: Column
            total_loss_amount?: Column
            zip?: Column
        }

        /** Record of table `sn_ins_claim_cml_auto_task`. */
        interface CommercialAutoClaimTask extends FinancialTask {
            activity_status?: Column
            adjuster_comments?: Column
            settlement_comments?: Column
            siu_review?: Column
            total_expense_amount?: Column
            total_loss_amount?: Column
        }

        /** Record of table `sn_bom_commercial_real_estate_loan`. */
        interface CommercialRealEstateLoan extends LoanAccount {}

        /** Record of table `sn_bom_commercial_vehicle_loan`. */
        interface CommercialVehicleLoan extends LoanAccount {}

        /** Record of table `sn_bom_compl_service`. */
        interface ComplaintCase extends FinancialServicesBase {
            branch_code?: Column
            checked_for_review?: Column
            complaint_response?: Column
            complaint_type?: Column
            expected_outcome?: Column
            findings_learnings?: Column
            intake_completed?: Column
            legal_impact?: Column
            quality_approval?: Column
            regulation_category?: ReferenceColumn
            regulation_subcategory?: ReferenceColumn
            regulatory_impact?: Column
            response_template?: Column
            source?: ReferenceColumn
            source_type?: ReferenceColumn
        }

        /** Record of table `sn_bom_compl_task`. */
        interface ComplaintServiceTask extends FinancialTask {}

        /** Record of table `sn_bom_clo_b2b_contact_service`. */
        interface ContactLifecycleServiceCase extends BusinessLifecycleBase {
            date_of_birth?: Column
            email?: Column
            equity_percentage?: Column
            first_name?: Column
            last_name?: Column
            mobile_phone?: Column
            nationality?: Column
            role?: ReferenceColumn
            submission_comment?: Column
        }

        /** Record of table `sn_bom_clo_b2b_contact_task`. */
        interface ContactLifecycleTask extends FinancialTask {}

        /** Record of table `sn_bom_credit_card_service`. */
        interface CreditCardService extends FinancialServicesBase {
            duration?: Column
            end_date?: Column
            req_limit_amount?: Column
            start_date?: Column
        }

        /** Record of table `sn_bom_credit_card_task`. */
        interface CreditCardTask extends FinancialTask {
            credit_assessment?: ReferenceColumn
        }

        /** Record of table `sn_bom_credit_card_task`. */
        interface CreditTask extends FinancialTask {
            credit_approval?: Column
            credit_limit?: Column
            req_limit_amount?: Column
            risk_score?: Column
        }

        /** Record of table `sn_bom_deposit_account`. */
        interface DepositAccount extends FinancialAccount {
            accrued_interest?: Column
            interest_credit_account?: ReferenceColumn
            interest_rate_apy?: Column
            interest_rate_end_date?: Column
            interest_rate_start_date?: Column
            other_margin?: Column
        }

        /** Record of table `sn_bom_equipment_loan`. */
        interface EquipmentLoan extends LoanAccount {}

        /** Record of table `sn_bom_financial_account`. */
        interface FinancialAccount extends Core.SoldProduct {
            account_number?: Column
            active?: Column
            application_id?: Column
            balance?: Column
            base_currency?: ReferenceColumn
            closure_date?: Column
            customer_class?: Column
            end_date?: Column
            external_id?: Column
            open_date?: Column
            request_channel?: Column
            secondary_consumer?: ReferenceColumn
            sourced_channel?: Column
            start_date?: Column
            statement_frequency?: Column
            statement_mode?: Column
            status?: Column
        }

        /** Record of table `sn_bom_service`. */
        interface FinancialService extends Core.SoldProduct {
            approval_level?: Column
            billing_account?: ReferenceColumn
            end_date?: Column
            service_level_limit?: Column
            start_date?: Column
            status?: Column
        }

        /** Record of table `sn_bom_case`. */
        interface FinancialServicesBase extends CSM.Case {
            customer_approval?: Column
            service_definition?: ReferenceColumn
        }

        /** Record of table `sn_bom_financial_service`. */
        interface FinancialServicesCase extends FinancialServicesBase {}

        /** Record of table `sn_bom_financial_task`. */
        interface FinancialServicesTask extends FinancialTask {}

        /** Record of table `sn_bom_task`. */
        interface FinancialTask extends Core.Task {
            account?: ReferenceColumn
            category?: Column
            contact?: ReferenceColumn
            customer?: ReferenceColumn
            product?: ReferenceColumn
            service_definition?: ReferenceColumn
            sold_product?: ReferenceColumn
        }

        /** Record of table `sn_ins_indiv_uw_task`. */
        interface IndividualLifeUnderwritingServiceTask extends FinancialTask {
            activity_status?: Column
            current_premium?: Column
            net_premium?: Column
            new_premium?: Column
            premium_change?: Column
            reject_reason?: Column
            requested_medical_exam?: Column
            submission_comment?: Column
        }

        /** Record of table `sn_bom_payment_inquiry_task`. */
        interface InquiryTask extends FinancialTask {
            sender_transactions?: ReferenceColumn
        }

        /** Record of table `sn_bom_investment_account`. */
        interface InvestmentAccount extends FinancialAccount {
            accrued_interest?: Column
            interest_rate_apy?: Column
            interest_rate_end_date?: Column
            interest_rate_start_date?: Column
            interest_to_be_credited_to?: ReferenceColumn
        }

        /** Record of table `sn_bom_kyc_account_task`. */
        interface KycAccountTask extends FinancialTask {
            expiry_date?: Column
            kyc_completed_date?: Column
            outcome?: Column
            risk_score?: Column
            status?: Column
        }

        /** Record of table `sn_bom_kyc_contact_task`. */
        interface KycContactTask extends FinancialTask {
            expiry_date?: Column
            kyc_completed_date?: Column
            outcome?: Column
            risk_score?: Column
            status?: Column
        }

        /** Record of table `sn_bom_kyc_customer_task`. */
        interface KycCustomerTask extends FinancialTask {
            expiry_date?: Column
            kyc_completed_date?: Column
            outcome?: Column
            risk_score?: Column
            status?: Column
        }

        /** Record of table `sn_bom_line_of_credit`. */
        interface LineOfCredit extends FinancialAccount {
            accrued_interest?: Column
            available_amount?: Column
            billing_cycle?: Column
            bill_due_date?: Column
            disbursed_amount?: Column
            expiry_date?: Column
            notes?: Column
            principal_balance?: Column
            purpose?: Column
            sactioned_amount?: Column
            statement_generated_date?: Column
            statement_generation_day?: Column
        }

        /** Record of table `sn_bom_loan_account`. */
        interface LoanAccount extends FinancialAccount {
            accrued_interest?: Column
            amount?: Column
            apr?: Column
            cosigner?: ReferenceColumn
            credit_facility_id?: Column
            days_past_due?: Column
            delinquency_status?: Column
            disbursed_amount?: Column
            document_id?: Column
            federal_backed_loan?: Column
            grace_period_for_repayment?: Column
            guarantor?: ReferenceColumn
            interest_rate?: Column
            interest_type?: Column
            is_lending_insured?: Column
            last_payment_amount?: Column
            last_payment_date?: Column
            last_reviewed_on?: Column
            loan_classification?: Column
            maturity_date?: Column
            moratorium_end_date?: Column
            moratorium_period?: Column
            moratorium_start_date?: Column
            next_review_on?: Column
            no_of_installments?: Column
            no_of_installment_deferrals_made?: Column
            pending_installments?: Column
            prepayment_allowed?: Column
            principal_balance?: Column
            purpose?: Column
            request_channel?: Column
            risk_rating?: Column
            rollover_mode?: Column
            rollover_possible?: Column
            term?: Column
        }

        /** Record of table `sn_bom_mortgage`. */
        interface Mortgage extends LoanAccount {}

        /** Record of table `sn_bom_payment_base`. */
        interface PaymentBase extends CSM.Case {
            receiving_transactions?: Column
            sender_transactions?: Column
        }

        /** Record of table `sn_bom_payment_inquiry`. */
        interface PaymentInquiryCase extends PaymentBase {
            correct_account?: Column
            correct_beneficiary?: Column
            correct_routing?: Column
            customer_reason?: Column
            error_type?: Column
            external_id?: Column
            is_attempted_recovery?: Column
            is_international?: Column
            is_recurring?: Column
            is_valid_claim?: Column
            other_reason?: Column
            payment_date?: Column
            payment_processor?: Column
            receiving_account?: ReferenceColumn
            receiving_contact?: ReferenceColumn
            receiving_customer?: ReferenceColumn
            receiving_financial_account?: ReferenceColumn
            recipient_bank?: ReferenceColumn
            recipient_type?: Column
            remitter_bank?: ReferenceColumn
            sent_to_account?: Column
            sent_to_beneficiary?: Column
            sent_to_routing?: Column
            total_amount?: Column
            transaction_id?: Column
        }

        /** Record of table `sn_bom_payment_service`. */
        interface PaymentService extends PaymentBase {
            outcome_notes?: Column
            outcome?: Column
            requested_amount?: Column
            total_amount?: Column
        }

        /** Record of table `sn_bom_certificate_of_deposit`. */
        interface PersonalCertificateOfDeposit extends DepositAccount {
            auto_renewal?: Column
            deposit_amount?: Column
            deposit_amount_to_be_credited_to?: ReferenceColumn
            interest_payout_frequency?: Column
            maturity_amount?: Column
            maturity_instructions?: Column
            mode_of_operation?: Column
            penalty_amount?: Column
            premature_liquidation?: Column
            premature_liquidation_penalty?: Column
        }

        /** Record of table `sn_bom_checking_account`. */
        interface PersonalCheckingAccount extends DepositAccount {
            applicable_interest_rate_apy?: Column
            check_facility?: Column
            debit_card?: Column
            list_of_countries?: Column
            online_banking?: Column
            overseas_transactions?: Column
            purpose?: Column
        }

        /** Record of table `sn_bom_credit_card`. */
        interface PersonalCreditCard extends FinancialAccount {
            accrued_interest?: Column
            address?: Column
            apr_card?: Column
            apr_cash?: Column
            billing_cycle?: Column
            bill_due_date?: Column
            cash_advance_limit?: Column
            credit_facility_id?: Column
            document_id?: Column
            embossed_name_primary_applicant?: Column
            embossed_name_secondary_applicant?: Column
            expire_date?: Column
            grace_period?: Column
            issue_date?: Column
            is_lending_insured?: Column
            max_credit_limit?: Column
            requested_credit_limit?: Column
            risk_rating?: Column
            statement_generation_date?: Column
            statement_generation_day?: Column
        }

        /** Record of table `sn_bom_deposit_b2c_service`. */
        interface PersonalDepositServiceCase extends FinancialServicesBase {
            account_holder_authorization?: Column
            account_number?: Column
            account_purpose?: Column
            activity_status?: Column
            amount?: Column
            applicable_interest_rate_apy?: Column
            balance_credited?: Column
            beneficiary_account_number?: Column
            beneficiary_name?: Column
            beneficiary_routing_number?: Column
            checkbook_facility?: Column
            checks_destroyed?: Column
            check_number?: Column
            city?: Column
            country?: Column
            credit_account?: ReferenceColumn
            date_of_birth?: Column
            debit_account?: ReferenceColumn
            debit_card?: Column
            debit_card_destroyed?: Column
            debit_gl_account?: Column
            email?: Column
            existing_customer?: Column
            fee_treatment?: Column
            financial_account_relationship?: Column
            financial_role?: Column
            first_name?: Column
            frequency?: Column
            fund_transfer_type?: Column
            guardian_city?: Column
            guardian_country?: Column
            guardian_date_of_birth?: Column
            guardian_email?: Column
            guardian_first_name?: Column
            guardian_last_name?: Column
            guardian_mobile_phone?: Column
            guardian_nationality?: Column
            guardian_state_province?: Column
            guardian_street?: Column
            guardian_zip?: Column
            initial_deposit_amount?: Column
            interest_margin?: Column
            interest_rate_apy?: Column
            interest_rate_end_date?: Column
            interest_rate_start_date?: Column
            is_minor?: Column
            last_name?: Column
            list_of_countries?: Column
            margin?: Column
            mobile_phone?: Column
            mode_of_operation?: Column
            nationality?: Column
            net_banking?: Column
            occurrences?: Column
            overseas_transactions?: Column
            ownership_percentage?: Column
            payee_address?: Column
            payee_name?: Column
            payment_mode?: Column
            primary_account_financial_role?: Column
            primary_mode_of_operation?: Column
            purpose?: Column
            reason?: Column
            release_balance_mode?: Column
            remaining_balance?: Column
            remarks?: Column
            routing_number?: Column
            secondary_account_financial_role?: Column
            secondary_mode_of_operation?: Column
            secondary_ownership_percentage?: Column
            select_customer?: ReferenceColumn
            standing_order?: ReferenceColumn
            standing_orders?: Column
            start_date?: Column
            statement_frequency?: Column
            statement_mode?: Column
            state_province?: Column
            street?: Column
            submission_comment?: Column
            unpaid_fees?: Column
            zip?: Column
        }

        /** Record of table `sn_bom_deposit_b2c_task`. */
        interface PersonalDepositTask extends FinancialTask {
            rejection_reason?: Column
        }

        /** Record of table `sn_bom_b2c_line_of_credit`. */
        interface PersonalLineOfCredit extends LineOfCredit {}

        /** Record of table `sn_bom_personal_loan`. */
        interface PersonalLoan extends LoanAccount {}

        /** Record of table `sn_bom_credit_asmt_loan_service`. */
        interface PersonalLoanCreditServiceCase extends FinancialServicesBase {
            acceptance_date?: Column
            acceptance_remarks?: Column
            account_number?: Column
            add_modify_collaterals?: Column
            add_modify_conditions_precedent?: Column
            add_modify_conditions_preliminary?: Column
            add_modify_conditions_subsequent?: Column
            add_modify_covenants?: Column
            add_modify_guarantors?: Column
            asset_classification?: Column
            check_number?: Column
            compliance_date?: Column
            covenant?: Column
            covenant_compliance_remarks?: Column
            covenant_compliance_status?: Column
            covenant_due_date?: Column
            covenant_extension_due_date?: Column
            covenant_instance_waived?: Column
            covenant_waiver_end_date?: Column
            covenant_waiver_start_date?: Column
            debit_account?: ReferenceColumn
            debit_gl_account?: Column
            extend_loan_maturity_date?: Column
            fee_amount?: Column
            fee_treatment?: Column
            interest_outstanding?: Column
            interest_rate?: Column
            new_accrued_interest?: Column
            new_collateral_details?: Column
            new_condition_precedent_details?: Column
            new_condition_preliminary_details?: Column
            new_condition_subsequent_details?: Column
            new_covenant_details?: Column
            new_guarantor_details?: Column
            new_interest_rate?: Column
            new_interest_rate_end_date?: Column
            new_interest_rate_start_date?: Column
            new_loan_maturity_date?: Column
            new_principal_amount?: Column
            others?: Column
            other_charges?: Column
            outstanding_fee?: Column
            payment_mode?: Column
            principal_outstanding?: Column
            qualification_remarks?: Column
            qualified?: Column
            reason?: Column
            reason_remarks?: Column
            reduce_accrured_interest?: Column
            reduce_interest_rate?: Column
            remark_for_others?: Column
            revise_principal_amount?: Column
            routing_number?: Column
            total_outstanding_amount?: Column
        }

        /** Record of table `sn_bom_loan_service`. */
        interface PersonalLoanServiceCase extends FinancialServicesBase {
            account_number?: Column
            activity_state?: Column
            amount_paid?: Column
            bankruptcy_date?: Column
            check_number?: Column
            corrective_action?: Column
            credit_service?: ReferenceColumn
            debit_account?: ReferenceColumn
            debit_general_ledger_account?: Column
            deferment_option?: Column
            deferment_period?: Column
            deferment_reason?: Column
            end_date?: Column
            fee_amount?: Column
            fee_treatment?: Column
            fee_write_off_amount?: Column
            funds_source?: Column
            interest_outstanding?: Column
            interest_write_off_amount?: Column
            judgement_date?: Column
            last_repayment_amount?: Column
            last_repayment_date?: Column
            loan_amount?: Column
            loan_forgiveness_reason?: Column
            loan_transaction?: ReferenceColumn
            mode_of_payment?: Column
            other_charges?: Column
            other_charges_write_off_amount?: Column
            outstanding_fee?: Column
            payment_details?: ReferenceColumn
            payment_status?: Column
            prepayment_amount?: Column
            principal_write_off_amount?: Column
            remainder_loan_treatment?: Column
            remarks?: Column
            remedial_service?: ReferenceColumn
            repayment_amount?: Column
            repayment_amount_due?: Column
            repayment_due_date?: Column
            report_to_credit_bureau?: Column
            routing_number?: Column
            start_date?: Column
            submission_comment?: Column
            total_outstanding_amount?: Column
            total_write_off_amount?: Column
            write_off_option?: Column
        }

        /** Record of table `sn_bom_loan_task`. */
        interface PersonalLoanTask extends FinancialTask {}

        /** Record of table `sn_bom_saving_account`. */
        interface PersonalSavingAccount extends DepositAccount {
            applicable_interest_rate_apy?: Column
            check_facility?: Column
            debit_card?: Column
            list_of_countries?: Column
            online_banking?: Column
            overseas_transactions?: Column
            purpose?: Column
        }

        /** Record of table `sn_bom_compl_qc_task`. */
        interface QualityControlTask extends FinancialTask {
            complaint_response?: Column
            rejection_reason?: Column
        }

        /** Record of table `sn_bom_rdc`. */
        interface RdcService extends FinancialService {
            average_deposits_per_month?: Column
            billing_package?: Column
            business_checks?: Column
            business_outside_country?: Column
            cashier_checks?: Column
            checks_deposited_per_month?: Column
            company_bankruptcy_filing_date?: Column
            company_declared_bankruptcy?: Column
            declined_rdc_services?: Column
            maximum_desposits_per_month?: Column
            maximun_check_amount?: Column
            mode?: Column
            money_orders?: Column
            others?: Column
            owner_bankruptcy_filing_date?: Column
            owner_declared_bankruptcy?: Column
            personal_checks?: Column
            rdc_services_suspended_terminated?: Column
            utilized_rdc_service?: Column
        }

        /** Record of table `sn_bom_treasury_rdc_service`. */
        interface RdcServiceCase extends TreasuryServiceCase {
            average_deposits_per_month?: Column
            billing_package?: Column
            business_checks?: Column
            business_outside_country?: Column
            cashier_checks?: Column
            checks_deposited_per_month?: Column
            company_bankruptcy_filing_date?: Column
            company_declared_bankruptcy?: Column
            declined_rdc_services?: Column
            maximum_desposits_per_month?: Column
            maximun_check_amount?: Column
            mode?: Column
            money_orders?: Column
            others?: Column
            owner_bankruptcy_filing_date?: Column
            owner_declared_bankruptcy?: Column
            personal_checks?: Column
            rdc_services_suspended_terminated?: Column
            utilized_rdc_service?: Column
        }

        /** Record of table `sn_bom_remote_auto_loan`. */
        interface RemoteAutoLoan extends AutoLoan {}

        /** Record of table `sn_bom_b2b_remote_certificate_of_deposit`. */
        interface RemoteBusinessCertificateOfDeposit extends BusinessCertificateOfDeposit {}

        /** Record of table `sn_bom_remote_business_checking_account`. */
        interface RemoteBusinessCheckingAccount extends BusinessCheckingAccount {}

        /** Record of table `sn_bom_remote_b2b_line_of_credit`. */
        interface RemoteBusinessLineOfCredit extends BusinessLineOfCredit {}

        /** Record of table `sn_bom_remote_b2b_saving_account`. */
        interface RemoteBusinessSavingAccount extends BusinessSavingAccount {}

        /** Record of table `sn_bom_remote_certificate_of_deposit`. */
        interface RemotePersonalCertificateOfDeposit extends DepositAccount {}

        /** Record of table `sn_bom_remote_commercial_real_estate_loan`. */
        interface RemoteCommercialRealEstateLoan extends CommercialRealEstateLoan {}

        /** Record of table `sn_bom_remote_commercial_vehicle_loan`. */
        interface RemoteCommercialVehicleLoan extends CommercialVehicleLoan {}

        /** Record of table `sn_bom_remote_credit_card`. */
        interface RemoteCreditCard extends PersonalCreditCard {}

        /** Record of table `sn_bom_remote_equipment_loan`. */
        interface RemoteEquipmentLoan extends EquipmentLoan {}

        /** Record of table `sn_bom_remote_investment_account`. */
        interface RemoteInvestmentAccount extends InvestmentAccount {}

        /** Record of table `sn_bom_remote_mortgage`. */
        interface RemoteMortgage extends Mortgage {}

        /** Record of table `sn_bom_remote_checking_account`. */
        interface RemotePersonalCheckingAccount extends PersonalCheckingAccount {}

        /** Record of table `sn_bom_remote_b2c_line_of_credit`. */
        interface RemotePersonalLineOfCredit extends PersonalLineOfCredit {}

        /** Record of table `sn_bom_remote_personal_loan`. */
        interface RemotePersonalLoan extends PersonalLoan {}

        /** Record of table `sn_bom_remote_saving_account`. */
        interface RemotePersonalSavingAccount extends PersonalSavingAccount {}

        /** Record of table `sn_bom_remote_sba_loan`. */
        interface RemoteSbaLoan extends SbaLoan {}

        /** Record of table `sn_bom_remote_student_loan`. */
        interface RemoteStudentLoan extends StudentLoan {}

        /** Record of table `sn_bom_remote_term_loan`. */
        interface RemoteTermLoan extends TermLoan {}

        /** Record of table `sn_bom_sba_loan`. */
        interface SbaLoan extends LoanAccount {}

        /** Record of table `sn_ins_siu_task`. */
        interface SiuTask extends FinancialTask {}

        /** Record of table `sn_bom_student_loan`. */
        interface StudentLoan extends LoanAccount {
            course_name?: Column
            name_of_university?: Column
        }

        /** Record of table `sn_bom_term_loan`. */
        interface TermLoan extends LoanAccount {}

        /** Record of table `sn_bom_treasury_service`. */
        interface TreasuryServiceCase extends FinancialServicesBase {
            approval_level?: Column
            billing_account?: ReferenceColumn
            end_date?: Column
            is_service_setup_completed?: Column
            service_level_limit?: Column
            start_date?: Column
            submission_comment?: Column
        }

        /** Record of table `sn_bom_treasury_task`. */
        interface TreasuryTask extends FinancialTask {}

        /** Record of table `sn_bom_treasury_wire_service`. */
        interface WireServiceCase extends TreasuryServiceCase {
            approval_type?: Column
            batch_wires?: Column
            domestic_transfers?: Column
            email_confirmations?: Column
            free_form_amount_no_approver?: Column
            free_form_amount_one_approver?: Column
            free_form_amount_two_approvers?: Column
            free_form_transfer_approval?: Column
            international_transfers?: Column
            repetitive_amount_no_approver?: Column
            repetitive_amount_one_approver?: Column
            repetitive_amount_two_approvers?: Column
            repetitive_transfer_approval?: Column
            reporting_service?: Column
            telephone_services?: Column
            template_maintenance_amount_no_approver?: Column
            template_maintenance_amount_one_approver?: Column
            template_maintenance_amount_two_approvers?: Column
            template_maintenance_approval?: Column
        }

        /** Record of table `sn_bom_wire_transfer`. */
        interface WireTransferService extends FinancialService {
            approval_type?: Column
            batch_wires?: Column
            domestic_transfers?: Column
            email_confirmations?: Column
            free_form_amount_no_approver?: Column
            free_form_amount_one_approver?: Column
            free_form_amount_two_approvers?: Column
            free_form_transfer_approval?: Column
            international_transfers?: Column
            repetitive_amount_no_approver?: Column
            repetitive_amount_one_approver?: Column
            repetitive_amount_two_approvers?: Column
            repetitive_transfer_approval?: Column
            reporting_service?: Column
            telephone_services?: Column
            template_maintenance_amount_no_approver?: Column
            template_maintenance_amount_one_approver?: Column
            template_maintenance_amount_two_approvers?: Column
            template_maintenance_approval?: Column
        }
    }
}
