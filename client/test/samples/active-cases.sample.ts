// Get the current user's active Cases.
try {
  // Create the query parameters to return the current user's active cases
  const queryParams = new URLSearchParams();
  queryParams.set(
    'sysparm_query',
    `assigned_to=${serviceNowConnection.currentUser.sys_id}^active=true^ORDERBYDESCsys_updated_on`
  );
  queryParams.set(
    'sysparm_fields',
    'sys_id,sys_class_name,task_effective_number,short_description,state,sys_updated_on'
  );
  queryParams.set('sysparm_limit', '30');
  queryParams.set('sysparm_display_value', 'true');

  // Execute the request to ServiceNow's Table API passing the expected response type as a parameter along with the request URI.
  const response = await serviceNowConnection.executeApiRequest<ServiceNowEntities.CSM.Case[]>(`/api/now/v2/table/sn_customerservice_case?${queryParams.toString()}`);

  // Parse the response from the TableAPI.
  const { data: myActiveCases } = response;

  // In this sample, we write log entries for the number of cases, and some details from each case.
  console.log(`Found ${myActiveCases!.length} cases`);
  myActiveCases!.forEach((activeCase) => {
    console.log(`Case ${activeCase.task_effective_number} is ${activeCase.state}`);
  });
} catch (err) {
  // Make sure to properly handle any errors that might occur when executing API requests.
  if (err instanceof AuthTokenExpiredError) {
    console.error('Connection expired, re-connect then try again');
  } else if (err instanceof ApiRequestError) {
    console.error(`Request failed: ${err.message}`);
  } else {
    console.error(err);
  }
}
