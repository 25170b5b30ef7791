// Specify the case ID to close.
const caseId = 'dfa83216971eb110d16bf1d11153af8c';

// Call the ServiceNow TableAPI to close the case.
await serviceNowConnection.executeApiRequest(
  `/api/now/v2/table/sn_bom_financial_service/${caseId}`,
  'PATCH',
  {
    comments: 'The case has been resolved.',
    state: '3',
  } as ServiceNowEntities.FSO.FinancialServicesCase,
  true // Suppress the response body for this request as it is not needed
);
