require('./src/server/token-refresh/refresh-event.ts').onTokenDue(current, event)
