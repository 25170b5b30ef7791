/**
 * Whether a JSON body reports a failure in the platform's envelope, `{"error": {"message", "detail"}, "status": "failure"}`
 * (ServiceNow documentation, "Scripted REST error objects"). The instance commits the status line with the first rows of
 * an answer; where it cancels the transaction afterwards, `error` and `status` follow on `result`, with status 200
 * (ansible-collections/servicenow.itsm issue 76, gflewis/sndml3 issue 38).
 *
 * Only members of the body itself count, since `result` holds what a record or a Scripted REST API says, and either of
 * the two will do. An empty `error` is none. A text as `error` counts beside `result` only: nothing but the platform
 * writes `result`, whereas an API that writes its own JSON may name a member `error`.
 */
export function isFailure(body: unknown): boolean {
    const { error, status, result } = Object(body) as Record<string, unknown>
    const { message, detail } = Object(error) as Record<string, unknown>
    return (
        status === 'failure' ||
        !!(message || detail || (result !== undefined && typeof error === 'string' && error))
    )
}
