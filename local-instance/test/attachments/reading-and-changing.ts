import { ABEL, API, BETH, type AttachmentsInstance } from './attachments-instance'

/** Reading, renaming and deleting attachments. */
export function describeReadingAndChanging(zoo: () => AttachmentsInstance): void {
    describe('reading', () => {
        it('depends on the record that the attachment belongs to', async () => {
            const ofOwl = await zoo().attach({ id: zoo().owl, table: 'zoo_bird', name: 'owl.txt' })
            const ofLion = await zoo().attach({ name: 'for-all.txt' })
            expect((await zoo().get(`/${ofOwl}`, ABEL)).status).toBe(404)
            expect((await zoo().get(`/${ofOwl}/file`, ABEL)).status).toBe(404)
            expect((await zoo().get(`/${ofLion}`, ABEL)).status).toBe(200)
            expect((await zoo().get(`/${ofLion}/file`, ABEL)).text).toBe('roar')
            const names = async (user: string) =>
                (
                    (await zoo().get(`?sysparm_query=file_nameINowl.txt,for-all.txt^ORDERBYfile_name`, user))
                        .json.result as { file_name: string }[]
                ).map(({ file_name }) => file_name)
            expect(await names(ABEL)).toEqual(['for-all.txt'])
            expect(await names(BETH)).toEqual(['for-all.txt', 'owl.txt'])
            const throughTables = await zoo().send('GET', `/api/now/table/sys_attachment/${ofOwl}`, {
                user: ABEL,
            })
            expect(throughTables.status).toBe(404)
        })

        it('pages by limit and offset', async () => {
            for (const name of ['p1', 'p2', 'p3']) await zoo().attach({ name })
            const page = async (offset: number) =>
                (
                    (
                        await zoo().get(
                            `?sysparm_query=file_nameSTARTSWITHp^ORDERBYfile_name&sysparm_limit=2&sysparm_offset=${offset}`
                        )
                    ).json.result as { file_name: string }[]
                ).map(({ file_name }) => file_name)
            expect([await page(0), await page(2), await page(4)]).toEqual([['p1', 'p2'], ['p3'], []])
        })

        it('honours Accept: metadata in XML, files only of an accepted type', async () => {
            const sysId = await zoo().attach()
            const xml = await zoo().get(`/${sysId}`, BETH, { accept: 'application/xml' })
            expect(xml.text).toContain('<file_name>lion.txt</file_name>')
            expect((await zoo().get(`/${sysId}/file`, BETH, { accept: 'image/*' })).status).toBe(406)
            expect((await zoo().get(`/${sysId}/file`, BETH, { accept: 'text/*' })).status).toBe(200)
        })

        it.each([`/${'0'.repeat(32)}`, `/${'0'.repeat(32)}/file`])('of %s is 404', async (path) => {
            expect((await zoo().get(path)).status).toBe(404)
        })

        it.each(['/x/y', '/x/file/y', '/x/attributes', '//x'])('%s is not a resource', async (path) => {
            const { status, json } = await zoo().get(path)
            expect([status, json.error.message]).toEqual([
                400,
                'Requested URI does not represent any resource',
            ])
        })
    })

    describe('renaming and deleting', () => {
        it('require write access to the record', async () => {
            const sysId = await zoo().attach({ name: 'old.txt' })
            const rename = (user: string, body: unknown) =>
                zoo().send('PATCH', `${API}/${sysId}`, { user, body })
            expect((await rename(ABEL, { file_name: 'new.txt' })).status).toBe(403)
            expect((await zoo().send('DELETE', `${API}/${sysId}`, { user: ABEL })).status).toBe(403)
            expect((await rename(BETH, {})).status).toBe(400)
            expect((await rename(BETH, { file_name: 'new.txt', table_sys_id: zoo().owl })).status).toBe(204)
            const { json } = await zoo().get(`/${sysId}`)
            expect(json.result).toMatchObject({
                file_name: 'new.txt',
                table_sys_id: zoo().lion,
                sys_mod_count: '1',
            })
        })

        it('deletes the bytes with the attachment, through either API', async () => {
            for (const path of [API, '/api/now/table/sys_attachment']) {
                const sysId = await zoo().attach()
                expect(zoo().chunks(sysId)).toBe(1)
                expect(await zoo().send('DELETE', `${path}/${sysId}`, { user: BETH })).toMatchObject({
                    status: 204,
                })
                expect(zoo().chunks(sysId)).toBe(0)
                expect((await zoo().get(`/${sysId}`)).status).toBe(404)
            }
        })

        it('creates and moves no attachment through the Table API', async () => {
            const body = { file_name: 'x', table_name: 'zoo_animal', table_sys_id: zoo().lion }
            const made = await zoo().send('POST', '/api/now/table/sys_attachment', { user: BETH, body })
            expect(made.status).toBe(403)
            const sysId = await zoo().attach()
            await zoo().send('PATCH', `/api/now/table/sys_attachment/${sysId}`, {
                user: BETH,
                body: { table_sys_id: zoo().owl, content_type: 'text/html', file_name: 'y' },
            })
            expect((await zoo().get(`/${sysId}`)).json.result).toMatchObject({
                table_sys_id: zoo().lion,
                content_type: 'text/plain',
                file_name: 'y',
            })
        })
    })
}
