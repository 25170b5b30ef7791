import { createService, type ConnectionPort } from './serve'

const scope = self as unknown as ConnectionPort & { onconnect?: unknown }
const serve = createService()

// A shared worker has a port for each page, a dedicated one is its page's alone.
if ('onconnect' in scope) scope.onconnect = ({ ports: [port] }: MessageEvent) => port && serve(port)
else serve(scope)
