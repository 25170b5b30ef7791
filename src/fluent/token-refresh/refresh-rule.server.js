require('./src/server/token-refresh/form-actions.ts').refreshFromRule(current, action)
