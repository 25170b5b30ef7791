// Specify the specific Financial Services Case ID to retrieve.
const caseId = '850057664b874cbdb7ad18d535960380';

// Create the query parameters.
const queryParams = new URLSearchParams();
queryParams.set('sysparm_exclude_reference_link', 'true');
queryParams.set('sysparm_display_value', 'true');

// Call the ServiceNow TableAPI to get the specific Financial Services Case.
const response = await serviceNowConnection.executeApiRequest<ServiceNowEntities.FSO.FinancialServicesCase>(`/api/now/v2/table/sn_bom_financial_service/${caseId}?${queryParams.toString()}`);

// Parse the case.
const { data: fsoCase } = response;

// Log the result.
console.log(`Case ${fsoCase!.task_effective_number} is ${fsoCase!.state}`);
