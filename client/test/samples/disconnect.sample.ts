// Disconnect from ServiceNow.
await serviceNowConnection.disconnect();
