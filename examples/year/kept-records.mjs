// @ts-check
/** @typedef {import('oidc-provider').AdapterPayload & { jti?: string, clientId?: string }} Payload */

/**
 * Storage of the authorization server. Its built-in one evicts the oldest of 1,000 records, which would end connections
 * for no reason.
 */
export class KeptRecords {
    /** @type {Map<string, { model: string, payload: Payload, ends: number }>} */
    #records = new Map()

    /**
     * Adapter for one kind of record.
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

    /** Deletes expired records; refresh tokens a day later, so that their reuse is still detected. */
    forgetEnded() {
        for (const [key, { ends }] of this.#records) {
            if (ends + 86_400_000 < Date.now()) this.#records.delete(key)
        }
    }

    /**
     * Revokes all grants of a client, as an administrator there can; returns their number.
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
     * Records that are neither used up nor expired.
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
