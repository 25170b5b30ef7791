// @ts-check
/** @typedef {import('oidc-provider').AdapterPayload & { jti?: string, clientId?: string }} Payload */

/**
 * Where the authorization server keeps what it issued. Its own memory forgets the oldest of 1,000 records, which would
 * end connections that nothing has happened to.
 */
export class KeptRecords {
    /** @type {Map<string, { model: string, payload: Payload, ends: number }>} */
    #records = new Map()

    /**
     * What the server asks for one kind of record.
     * @param {string} model
     * @returns {import('oidc-provider').Adapter}
     */
    adapter(model) {
        const key = (/** @type {string} */ id) => `${model}:${id}`
        const findBy = (/** @type {'uid' | 'userCode'} */ member, /** @type {string} */ value) =>
            [...this.#records.values()].find(
                (record) => record.model === model && record.payload[member] === value
            )?.payload
        return {
            upsert: async (id, payload, expiresIn) => {
                this.#records.set(key(id), {
                    model,
                    payload,
                    ends: Date.now() + (expiresIn ?? Infinity) * 1000,
                })
            },
            find: async (id) => this.#records.get(key(id))?.payload,
            findByUid: async (uid) => findBy('uid', uid),
            findByUserCode: async (code) => findBy('userCode', code),
            consume: async (id) => {
                const record = this.#records.get(key(id))
                if (record) record.payload.consumed = Math.floor(Date.now() / 1000)
            },
            destroy: async (id) => void this.#records.delete(key(id)),
            revokeByGrantId: async (grantId) => this.#revokeGrant(grantId),
        }
    }

    /** Removes what has ended; a refresh token is kept a day longer, so that it is refused as an old one. */
    forgetEnded() {
        for (const [key, { ends }] of this.#records) {
            if (ends + 86_400_000 < Date.now()) this.#records.delete(key)
        }
    }

    /**
     * Ends everything that somebody allowed a client, as an administrator there can; answers how many grants.
     * @param {string} clientId
     */
    revoke(clientId) {
        const grants = [...this.#records].filter(
            ([, { model, payload }]) => model === 'Grant' && payload.clientId === clientId
        )
        for (const [key, { payload }] of grants) {
            this.#records.delete(key)
            this.#revokeGrant(payload.jti ?? '')
        }
        return grants.length
    }

    /**
     * What has neither been used up nor ended.
     * @param {string} model
     */
    living(model) {
        return [...this.#records.values()]
            .filter(
                (record) => record.model === model && record.ends > Date.now() && !record.payload.consumed
            )
            .map(({ payload }) => payload)
    }

    /** @param {string} grantId */
    #revokeGrant(grantId) {
        for (const [key, { payload }] of this.#records) {
            if (payload.grantId === grantId) this.#records.delete(key)
        }
    }
}
