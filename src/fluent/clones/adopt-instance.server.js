require('./src/server/clones/form-link.ts').adoptFromProperty(current, action)
