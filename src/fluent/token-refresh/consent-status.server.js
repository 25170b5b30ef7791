require('./src/server/token-refresh/form-actions.ts').consentFromStatus(current, action)
