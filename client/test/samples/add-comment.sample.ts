// Specify the case ID to add a comment to.
const caseId = 'dfa83216971eb110d16bf1d11153af8c';

// Call the ServiceNow TableAPI to add the comment to the case.
await serviceNowConnection.executeApiRequest(
  `/api/now/v2/table/sn_bom_financial_service/${caseId}`,
  'PATCH',
  {
    comments: 'Currently investigating this case',
  } as ServiceNowEntities.FSO.FinancialServicesCase,
  true // Suppress the response body for this request as it is not needed
);
