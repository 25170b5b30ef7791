require('./src/server/token-refresh/rules-event.ts').onRulesChanged(event, String(event.instance || ''))
