import type { FastifyReply, FastifyRequest } from 'fastify'
import { createClock } from '../../src/core/clock'
import { createSessions } from '../../src/plugins/sign-in/sessions'

const clock = createClock({ now: 0, frozen: true })

/** The parts of a request and its reply that sessions use. */
function visit(id = ''): { request: FastifyRequest; reply: FastifyReply; sent: () => string } {
    let sent = ''
    const reply = {
        setCookie: (_name: string, value: string) => (sent = value),
        clearCookie: () => (sent = ''),
    } as unknown as FastifyReply
    return { request: { cookies: { S: id } } as unknown as FastifyRequest, reply, sent: () => sent }
}

const sessionsOf = (limit: number) =>
    createSessions({ clock, cookieName: () => 'S', idleMs: () => 1000, limit })

it('holds a limited number, and evicts guests before users', () => {
    const sessions = sessionsOf(3)
    const user = visit()
    sessions.signIn(sessions.open(user.request, user.reply), 'u1', user.reply)
    const guests = Array.from({ length: 50 }, () => {
        const guest = visit()
        sessions.open(guest.request, guest.reply)
        return guest.sent()
    })
    expect(sessions.size).toBe(3)
    expect(sessions.of(visit(user.sent()).request)?.userId).toBe('u1')
    expect(sessions.of(visit(guests[0]).request)).toBeUndefined()
    expect(sessions.of(visit(guests[49]).request)).toBeDefined()
})

it('evicts the least recently active user if there are only users', () => {
    const sessions = sessionsOf(2)
    const ids = ['a', 'b'].map((name) => {
        const { request, reply, sent } = visit()
        sessions.signIn(sessions.open(request, reply), name, reply)
        return sent()
    })
    sessions.of(visit(ids[0]).request)
    const third = visit()
    sessions.open(third.request, third.reply)
    expect(sessions.of(visit(ids[0]).request)?.userId).toBe('a')
    expect(sessions.of(visit(ids[1]).request)).toBeUndefined()
})

it('evicts expired sessions first', () => {
    const sessions = sessionsOf(2)
    const old = visit()
    sessions.signIn(sessions.open(old.request, old.reply), 'a', old.reply)
    clock.advance(1000)
    for (const one of [visit(), visit()]) sessions.open(one.request, one.reply)
    expect(sessions.size).toBe(2)
    expect(sessions.of(visit(old.sent()).request)).toBeUndefined()
})

it('keeps the state of a guest through the sign-in, and nothing of another user', () => {
    const sessions = sessionsOf(5)
    const { request, reply } = visit()
    const session = sessions.open(request, reply)
    const { csrfToken } = session
    session.data.set('request', 1)
    sessions.signIn(session, 'a', reply)
    expect([session.data.get('request'), session.csrfToken === csrfToken]).toEqual([1, false])
    sessions.signIn(session, 'b', reply)
    expect(session.data.size).toBe(0)
})

it('does not end a session because the clock was moved back', () => {
    const sessions = sessionsOf(5)
    const { request, reply, sent } = visit()
    sessions.open(request, reply)
    clock.advance(-100_000)
    expect(sessions.of(visit(sent()).request)).toBeDefined()
})

it('is the same session throughout the request that opened it', () => {
    const sessions = sessionsOf(5)
    const { request, reply } = visit()
    const session = sessions.open(request, reply)
    expect(sessions.open(request, reply)).toBe(session)
    sessions.signIn(session, 'a', reply)
    expect(sessions.of(request)).toBe(session)
    sessions.end(session, reply)
    expect(sessions.of(request)).toBeUndefined()
})
