require('./src/server/token-refresh/form-actions.ts').consentFromRecord(current, action)
