import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { columnTexts, databaseBytes } from '../open-routes/database-texts'
import { RefreshFixture } from '../token-refresh/fixture'
import { readPages, useCommand } from './administrator-steps'
import { addPeople, callBadly, refreshConnections, signInAndOut } from './app-steps'
import { SecretBook } from './secret-book'

/**
 * A day of the whole product with recognizable passwords, client secrets, codes, verifiers and tokens: apps
 * sign in, connections are refreshed and fail, users are notified, administrators use the command and the
 * pages. No place is exempt: secrets that the instance must store are encrypted or hashed.
 */
describe('after a whole flow no secret is anywhere', () => {
    let fixture: RefreshFixture
    let folder: string
    const book = new SecretBook()
    const { secrets, texts } = book
    const printed: string[] = []

    beforeAll(async () => {
        for (const stream of [process.stdout, process.stderr])
            jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0)
        folder = mkdtempSync(join(tmpdir(), 'whole-flow-'))
        fixture = await RefreshFixture.start()
        const flow = { fixture, book, folder }
        await addPeople(flow)
        await signInAndOut(flow)
        await callBadly(flow)
        await refreshConnections(flow)
        await useCommand(flow)
        await readPages(flow)
        texts['the log'] = (await fixture.log()).join('\n')
        texts['the counters'] = JSON.stringify(await fixture.instance.admin('GET', '/local/stats'))
        texts['what the process printed'] = printed.join('\n')
        jest.restoreAllMocks()
    }, 180_000)
    afterAll(async () => {
        jest.restoreAllMocks()
        await fixture?.close()
        rmSync(folder, { recursive: true, force: true })
    })

    it('in responses, pages, output, reports, logs and counters', () => {
        const places = Object.keys(texts)
        expect(places.length).toBeGreaterThan(30)
        expect(secrets.size).toBeGreaterThan(40)
        for (const place of [
            'the log',
            'the counters',
            'report.md',
            'report.json',
            'page oauth_entity_list.do',
        ])
            expect([place, (texts[place] ?? '').length > 100]).toEqual([place, true])
        const leaks = places.map((place) => [place, book.finding(texts[place] ?? '')])
        expect(leaks.filter(([, found]) => found?.length)).toEqual([])
    })

    it('in any column of any table, nor in what was deleted', () => {
        const find = book.finder()
        const { databaseFile } = fixture.instance
        const columns = columnTexts(databaseFile)
        expect(columns.length).toBeGreaterThan(1000)
        const leaks = columns.filter(({ text }) => find(text).length > 0)
        expect(leaks.map(({ name, text }) => [name, book.finding(text)])).toEqual([])
        expect(find(databaseBytes(databaseFile))).toEqual([])
    })

    it('and the search would find each of them', () => {
        const encoded = [...secrets.values()].map((value) => Buffer.from(`x:${value}`).toString('base64'))
        // A column stores no more of a long token.
        for (const text of encoded) fixture.insert('incident', { short_description: text.slice(0, 160) })
        const { databaseFile } = fixture.instance
        const found = columnTexts(databaseFile).filter(({ name }) => name === 'incident.short_description')
        expect(book.finding(found[0]?.text ?? '')).toEqual([...secrets.keys()])
        expect(book.finding(databaseBytes(databaseFile))).toEqual([...secrets.keys()])
    })
})
