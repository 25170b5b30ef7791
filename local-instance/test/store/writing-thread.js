// A separate thread can load neither TypeScript nor ES modules through jest.
const swc = require('@swc/core')
require.extensions['.ts'] = (module, file) => {
    const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' }
    module._compile(swc.transformFileSync(file, { jsc, module: { type: 'commonjs' } }).code, file)
}
const { parentPort, workerData } = require('node:worker_threads')
const { openStore } = require('../../src/core/store/open-store')

const store = openStore(workerData.handle)
parentPort.postMessage('started')

const tasks = {
    insert: () => store.insert('x_ticket', {}),
    increment: () =>
        store.transaction(() => {
            const row = store.get('x_ticket', 'shared')
            store.update('x_ticket', 'shared', { count: String(Number(row.count) + 1) })
        }),
    define() {
        const columns = [{ name: 'colour', type: 'string' }]
        store.define({ name: 'x_from_thread', label: 'From a thread', columns })
        store.insert('x_from_thread', { colour: 'red' })
    },
    hang: () =>
        store.transaction(() => {
            store.insert('x_ticket', {})
            parentPort.postMessage('hanging')
            for (;;);
        }),
}
for (let at = 0; at < workerData.count; at++) tasks[workerData.task]()
store.close()
parentPort.postMessage('done')
