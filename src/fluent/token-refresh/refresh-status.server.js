require('./src/server/token-refresh/form-actions.ts').refreshFromStatus(current, action)
