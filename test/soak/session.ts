import type { Answer, InstanceClient, Tokens } from '../../examples/sign-in-flow/instance-client'
import { signIn, type Authorization } from '../../examples/sign-in-flow/sign-in'
import { exchange, type Exchange } from './exchange'
import { codeOf, explain, inWords } from './explain'
import { PATHS, type Route } from './paths'
import type { Attempt } from './sign-ins'
import type { Soak } from './soak'
import type { TokenEntry } from './token-ledger'
import type { SoakUser } from './users'

/** Pause after a failed sign-in, in ms. */
const BEFORE_NEXT_SIGN_IN_MS = 2000

/** A client's tokens, and the actions on them. */
export class Session {
    private access: TokenEntry | undefined
    private refresh: TokenEntry | undefined
    /** Whether the last refused {@link call} may still have been executed, since there was no response. */
    mayHaveHappened = false
    /** Tokens of this client that are no longer valid. */
    private readonly dead: TokenEntry[] = []

    constructor(
        private readonly soak: Soak,
        private readonly instance: InstanceClient,
        private readonly user: SoakUser
    ) {}

    get isSignedIn(): boolean {
        return this.access !== undefined || this.refresh !== undefined
    }

    /** Signs in on the pages and exchanges the code through the app. */
    async signIn(): Promise<void> {
        const { signIns, tokens, time, tally, gate } = this.soak
        const attempt = signIns.begin(this.user.userName, time.now())
        tokens.signingIn(this.user.userName, attempt.began)
        const isIn = await this.authorizeAndExchange(attempt)
        tokens.signingIn(this.user.userName, time.now())
        signIns.end(attempt, time.now())
        if (isIn) tally.add('sign-ins')
        else return gate.pause(BEFORE_NEXT_SIGN_IN_MS)
        await this.checkUser()
    }

    private async authorizeAndExchange(attempt: Attempt): Promise<boolean> {
        const authorization = await this.authorize(attempt)
        if (!authorization) return false
        const { code, verifier, redirectUri, state, redirect } = authorization
        for (const secret of [code ?? '', verifier]) this.soak.secrets.add(secret)
        attempt.code = code ?? ''
        if (redirect.searchParams.get('state') !== state) this.soak.tally.lost('a redirect had another state')
        const answer = await this.exchange(() =>
            this.instance.requestTokens(code ?? '', verifier, redirectUri)
        )
        if (answer.status === 200) return this.take(answer, true)
        if (codeOf(answer.body) !== 'invalid_grant') {
            this.judge('request_tokens', answer)
        } else if (this.soak.signIns.isDisturbed(attempt)) {
            this.soak.tally.refused('sign-in: invalid_grant (code of another sign-in of the user)')
        } else if (this.soak.troubles.during({ ...answer, from: attempt.from }, 'clock').length > 0) {
            this.soak.tally.refused('sign-in: invalid_grant (code ended, clock moved)')
        } else {
            this.soak.tally.lost('a fresh code was refused')
        }
        return false
    }

    private async authorize(attempt: Attempt): Promise<Authorization | undefined> {
        const { soak, user, instance } = this
        try {
            return await signIn({
                instanceUrl: instance.instanceUrl,
                clientId: instance.clientId,
                userName: user.userName,
                password: user.password,
            })
        } catch (error) {
            const span = { from: attempt.from, until: performance.now() }
            const faults = [PATHS.authorize, PATHS.login].flatMap((path) => soak.troubles.faults(span, path))
            if (faults.length > 0) soak.tally.refused('sign-in pages (fault)')
            else if (soak.troubles.during(span, 'kill').length > 0) {
                soak.tally.refused('sign-in pages (process killed)')
            } else if (soak.troubles.during(span, 'clock').length > 0) {
                soak.tally.refused('sign-in pages (session ended, clock moved)')
            } else soak.tally.lost(`a sign-in failed: ${(error as Error).message}`)
            return undefined
        }
    }

    /** `user_info` must always be the client's own user. */
    async checkUser(): Promise<void> {
        const answer = await this.call('user_info', (token) => this.instance.userInfo(token))
        if (!answer) return
        this.soak.tally.add('queries')
        const { sys_id: sysId, user_name: userName } = answer.body?.result ?? {}
        if (sysId !== this.user.sysId || userName !== this.user.userName) {
            this.soak.tally.lost('user_info was of another user')
        }
    }

    /** Renews the access token. */
    async renew(): Promise<void> {
        const { soak, refresh } = this
        if (!refresh) return this.signOut()
        const answer = await this.exchange(() => this.instance.renew(refresh.text))
        const expected = soak.tokens.expectation(refresh, answer)
        if (answer.status === 200) {
            soak.tokens.used(refresh, true, answer)
            if (expected === 'refused') soak.tally.lost('an ended refresh token was renewed')
            this.noteSurvival(refresh)
            if (this.take(answer, false)) soak.tally.add('renewals')
        } else if (codeOf(answer.body) === 'invalid_grant') {
            soak.tokens.used(refresh, false, answer)
            if (expected === 'works') soak.tally.lost('a refresh token that holds was refused')
            else soak.tally.refused('renewal: invalid_grant (refresh token ended)')
            this.signOut()
        } else {
            this.judge('request_tokens', answer)
        }
    }

    /** Revokes the access token; the refresh token stays. */
    async revokeAccess(): Promise<void> {
        if (this.access) await this.revoke(this.access)
        this.forgetAccess()
    }

    /** Revokes both tokens, as an app does that disconnects. */
    async revokeAll(): Promise<void> {
        if (this.refresh) await this.revoke(this.refresh)
        if (this.access) await this.revoke(this.access)
        this.signOut()
    }

    /** Uses a token of the client that is no longer valid. */
    async useDeadToken(): Promise<void> {
        const entry = this.dead[Math.floor(this.dead.length / 2)]
        if (!entry) return
        if (entry.type === 'access_token') {
            await this.send('user_info', entry, () => this.instance.userInfo(entry.text))
            return
        }
        const answer = await this.exchange(() => this.instance.renew(entry.text))
        const expected = this.soak.tokens.expectation(entry, answer)
        if (answer.status === 200) {
            this.take(answer, false)
            if (expected === 'refused') this.soak.tally.lost('an ended refresh token was renewed')
        } else if (codeOf(answer.body) === 'invalid_grant' && expected !== 'works') {
            this.soak.tally.refused('renewal: invalid_grant (refresh token ended)')
        } else {
            this.judge('request_tokens', answer)
        }
    }

    /**
     * Calls an API with the access token, which is renewed first if it is missing.
     *
     * @param path if it differs from the route's
     * @returns undefined if it was refused, which is then accounted for
     */
    async call<T>(
        route: Route,
        send: (token: string) => Promise<Answer<T>>,
        path?: string
    ): Promise<Exchange<T> | undefined> {
        this.mayHaveHappened = false
        if (!this.access) await this.renew()
        const { access } = this
        return access && this.send(route, access, () => send(access.text), path)
    }

    private async send<T>(
        route: Route,
        token: TokenEntry,
        send: () => Promise<Answer<T>>,
        path?: string
    ): Promise<Exchange<T> | undefined> {
        const { tokens, tally } = this.soak
        const answer = await this.exchange(send)
        const expected = tokens.expectation(token, answer)
        if (answer.status >= 200 && answer.status < 300) {
            if (expected === 'refused') tally.lost('an ended access token worked')
            tokens.used(token, true, answer)
            this.noteSurvival(token)
            return answer
        }
        if (answer.status !== 401) {
            this.judge(route, answer, path)
            this.mayHaveHappened = answer.status <= 0
            return undefined
        }
        tokens.used(token, false, answer)
        if (expected === 'works') tally.lost('an access token that holds was refused')
        else tally.refused('401 (access token ended)')
        if (token === this.access) this.forgetAccess()
        return undefined
    }

    private async revoke(entry: TokenEntry): Promise<void> {
        const { tokens, tally } = this.soak
        tokens.revoking(entry)
        const answer = await this.exchange(() => this.instance.revoke(entry.text, entry.type))
        const isAcknowledged = answer.status === 200
        tokens.revocationEnded(entry, isAcknowledged)
        if (isAcknowledged) tally.add('revocations')
        else this.judge('revoke_token', answer)
    }

    /** Stores the tokens of a response. */
    private take(answer: Exchange<Tokens>, signIn: boolean): boolean {
        const { tokens, secrets, process } = this.soak
        const granted = tokens.granted(this.user.userName, answer, { signIn, generation: process.generation })
        if (!granted) return false
        if (this.access && this.access !== granted.access) this.dead.push(this.access)
        ;({ access: this.access, refresh: this.refresh } = granted)
        for (const { text } of [granted.access, granted.refresh]) secrets.add(text)
        return true
    }

    private noteSurvival(token: TokenEntry): void {
        const { generation } = this.soak.process
        if (token.generation < generation) {
            token.generation = generation
            this.soak.tally.note('tokens of before a kill that worked after it')
        }
    }

    /** Accounts for a refusal. */
    private judge(route: Route, refusal: Exchange<unknown>, path?: string): void {
        const why = explain(this.soak.troubles, route, refusal, path)
        if (why) this.soak.tally.refused(why)
        else this.soak.tally.lost(`${route} without cause: ${inWords(refusal)}`)
    }

    private exchange<T>(send: () => Promise<Answer<T>>): Promise<Exchange<T>> {
        return exchange(this.soak.time, send)
    }

    private forgetAccess(): void {
        if (this.access) this.dead.push(this.access)
        this.access = undefined
    }

    private signOut(): void {
        this.forgetAccess()
        if (this.refresh) this.dead.push(this.refresh)
        this.refresh = undefined
    }
}
