/** A request of RESTMessageV2. */
export interface OutboundRequest {
    url: string
    method: string
    headers: Record<string, string>
    body: string | null
    timeoutMs: number
    followRedirects: boolean
}

/** Its response; `errorCode` as in RESTResponseV2.getErrorCode(): 0 none, 1 timeout or no connection. */
export interface OutboundResponse {
    status: number
    headers: Record<string, string>
    body: string
    errorCode: number
    errorMessage: string
}
