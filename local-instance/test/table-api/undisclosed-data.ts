import type { TestInstance } from './instance'
import { readsFrom } from './zoo-requests'

/** What no query reveals to a caller without the right to read it. `sysId` is that of an animal with a secret. */
export function describeUndisclosedData(instance: () => TestInstance, sysId: () => string): void {
    const { get, list } = readsFrom(instance)

    describe('undisclosed data', () => {
        it('is not revealed by a query on fields that the caller may not read', async () => {
            for (const query of [
                'diarySTARTSWITHr',
                'nameISNOTEMPTY^ORdiary=x',
                'ORDERBYdiary',
                'ORDERBYDESCdiary',
                'name=x^NQdiary=y',
                'nameSAMEASdiary',
                'weightGT_FIELDdiary',
            ]) {
                const { status, json } = await get(`zoo_animal?sysparm_query=${encodeURIComponent(query)}`)
                expect([query, status, json?.error]).toEqual([
                    query,
                    403,
                    {
                        message: 'Insufficient rights to query records',
                        detail: 'Field(s) present in the query do not have permission to be read',
                    },
                ])
            }
            expect((await get('zoo_animal?diary=roared')).status).toBe(403)
            expect((await get('zoo_animal?sysparm_query=diary=roared', 'beth.anglin')).status).toBe(200)
        })

        it('includes secret columns, even for administrators', async () => {
            for (const path of ['sys_user?user_name=admin', `zoo_animal/${sysId()}`]) {
                for (const mode of ['true', 'false', 'all']) {
                    const { text } = await get(
                        `${path}${path.includes('?') ? '&' : '?'}sysparm_display_value=${mode}`,
                        'admin'
                    )
                    expect(text).not.toContain('cipher')
                    expect(text).not.toMatch(/scrypt|"user_password":"[^"]/)
                }
            }
            expect((await get('zoo_animal?sysparm_query=secretSTARTSWITHc', 'admin')).status).toBe(403)
            expect((await get('sys_user?sysparm_query=user_passwordISNOTEMPTY', 'admin')).status).toBe(403)
            expect(
                (await get('zoo_house?sysparm_query=keeper.user_passwordSTARTSWITHs', 'admin')).status
            ).toBe(403)
        })

        it('includes tables that the caller may not read, or that are hidden from APIs', async () => {
            expect(await get('zoo_vault')).toMatchObject({
                status: 403,
                json: {
                    error: { message: 'User Not Authorized', detail: 'Failed API level ACL Validation' },
                },
            })
            expect((await get('zoo_vault', 'admin')).status).toBe(200)
            expect((await get('zoo_shut', 'admin')).status).toBe(403)
            for (const name of [
                'local_zoo',
                'nonsense',
                'sqlite_master',
                'zoo_animal%20',
                'ZOO_ANIMAL',
                '%22',
                'constructor',
            ]) {
                const { status, json } = await get(name, 'admin')
                expect([name, status]).toEqual([name, 400])
                expect(json.error.message).toMatch(/^Invalid table /)
            }
        })

        it('is not reachable by a query with SQL or a script', async () => {
            const queried = (query: string) => get(`zoo_animal?sysparm_query=${encodeURIComponent(query)}`)
            for (const query of ["name=' OR '1'='1", 'name=1) UNION SELECT * FROM sys_user--']) {
                expect(await queried(query)).toMatchObject({ status: 200, json: { result: [] } })
            }
            // A malformed condition is ignored: the rows are those of the list without a query.
            const malformed = await queried("name';DROP TABLE zoo_animal;--=x")
            expect(malformed.json.result).toEqual(await list('zoo_animal'))
            for (const query of ['name=javascript:gs.getProperty("x")', 'name=javascript:while(true){}']) {
                expect(await queried(query)).toMatchObject({
                    status: 400,
                    json: { error: { detail: 'This javascript: value is not supported in a query' } },
                })
            }
            expect(await list('zoo_animal', 'admin')).toHaveLength(2)
        })
    })
}
