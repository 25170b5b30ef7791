require('./src/server/token-refresh/form-actions.ts').refreshFromRecord(current, action)
