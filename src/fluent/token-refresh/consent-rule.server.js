require('./src/server/token-refresh/form-actions.ts').consentFromRule(current, action)
