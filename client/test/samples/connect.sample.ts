// Import the OpenFin ServiceNow integration.
import { connect } from 'openfin-servicenow-client';

try {
  // Update the below statements for your target instance
  const instanceUrl = 'https://YOUR_INSTANCE_NAME.service-now.com';
  const clientId = 'YOUR_CLIENT_ID';

  // Initiate the authorization flow to connect to the instance
  const serviceNowConnection = await connect(instanceUrl, clientId);

  // If connection succeeded, output connection info to the console
  const { currentUser, instanceUrl: connectedInstance } = serviceNowConnection;

  // You are now connected to ServiceNow.
  console.log(`Connected to ${connectedInstance} as ${currentUser.user_name}`);
} catch (err) { 
  // If connection failed, output error info to the console
  console.error('Connection failed: ', err.message);
}
