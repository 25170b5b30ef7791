/**
 * Whether a JSON body reports a failure in the platform's envelope, `{"error": {"message", "detail"},
 * "status": "failure"}` (ServiceNow documentation, RESTAPIResponse.setError). The instance sends the status
 * line with the first rows. If it cancels the transaction after that, the status stays 200, and `error` and
 * `status` follow `result` (ansible-collections/servicenow.itsm issue 76, gflewis/sndml3 issue 38).
 *
 * Either member is sufficient. They count at the top level only: inside `result` they are data. An empty
 * `error` (null, an empty string or object) does not count. A string counts only beside `result`, which the
 * platform writes; a Scripted REST API that writes its own JSON may use `error` for something else.
 */
export function isFailure(body: unknown): boolean {
    const { error, status, result } = Object(body) as Record<string, unknown>
    const { message, detail } = Object(error) as Record<string, unknown>
    return (
        status === 'failure' ||
        !!(message || detail || (result !== undefined && typeof error === 'string' && error))
    )
}
