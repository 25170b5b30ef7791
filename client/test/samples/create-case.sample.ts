// Create the query parameters.
const queryParams = new URLSearchParams();
queryParams.set('sysparm_fields', 'sys_id,task_effective_number');

// Call the ServiceNow TableAPI to POST the case.
const response = await serviceNowConnection.executeApiRequest<ServiceNowEntities.FSO.FinancialServicesCase>(
  `/api/now/v2/table/sn_bom_financial_service?${queryParams.toString()}`,
  'POST',
  { short_description: 'New case for customer' } as ServiceNowEntities.FSO.FinancialServicesCase
);

// Parse the response.
const { data: newFsoCase } = response;

// Log the result.
console.log(`Created new Financial Services Case with ID: ${newFsoCase!.sys_id}`);
