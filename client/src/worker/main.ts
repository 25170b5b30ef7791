import { createService, type ConnectionPort } from './serve'

const scope = self as unknown as ConnectionPort & { onconnect?: unknown }
const serve = createService()

// A shared worker has one port per page; a dedicated worker serves its only page itself.
if ('onconnect' in scope) scope.onconnect = ({ ports: [port] }: MessageEvent) => port && serve(port)
else serve(scope)
