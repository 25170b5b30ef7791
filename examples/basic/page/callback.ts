import 'openfin-servicenow-client/callback'
