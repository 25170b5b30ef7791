/** Response to a control call; `status` 0 if there was none. */
export interface ControlAnswer {
    status: number
    body: Record<string, unknown>
}

/** Makes a control call (`/local/…`). Never throws. */
export async function control(
    instanceUrl: string,
    path: string,
    body: Record<string, unknown>
): Promise<ControlAnswer> {
    try {
        const response = await fetch(`${instanceUrl}/local${path}`, {
            method: 'POST',
            headers: {
                authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
                'content-type': 'application/json',
            },
            body: JSON.stringify(body),
        })
        return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    } catch {
        return { status: 0, body: {} }
    }
}
