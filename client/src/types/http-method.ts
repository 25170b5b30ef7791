/**
 * Methods that `executeApiRequest` takes, in upper or lower case. The type takes any string, since methods often come
 * from settings.
 */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | (string & Record<never, never>)
