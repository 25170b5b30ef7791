import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { Row } from '../../core/store/types'
import { scopeName } from '../../core/store/scope-name'
import { createUser } from './create-user'

/** Step configurations by sys_id, the same on every instance (as now-sdk 4.9.0 builds them). */
const CREATE_USER = 'd9bc5f21ff6033008d3f5d9ad53bf12d'
const SERVER_SCRIPT = '41de4a935332120028bc29cac2dc349a'
const SEND_REQUEST = 'e00571a10b3222000b7da95e93673a8f'
const ASSERT_STATUS = '2f4fa7309f132200ef4afa7dc67fcf0f'

/** Input variables of these steps, by the sys_id of their definition. */
const INPUT = {
    firstName: '1985e0ceff2433008d3f5d9ad53bf1ba',
    lastName: '6f69fc4aff6433008d3f5d9ad53bf18c',
    roles: '8c07aba5ff6033008d3f5d9ad53bf13b',
    groups: 'b27b2b29ff6033008d3f5d9ad53bf164',
    fieldValues: '1778a7480f20101091d0f00c97767e03',
    impersonate: '98c44875ffa033008d3f5d9ad53bf1fa',
    script: '989d9e235324220002c6435723dc3484',
    method: '59877da10b3222000b7da95e93673a56',
    path: '50bff9250b3222000b7da95e93673a9b',
    headers: 'cec002650b3222000b7da95e93673aae',
    body: '81e042650b3222000b7da95e93673aa2',
    operation: '1d94cb1f3b8032000774229c93efc419',
    statusCode: '9f5f67709f132200ef4afa7dc67fcf94',
} as const

/** Time limit of a step, in ms. */
const TIME_LIMIT_MS = 60_000

/**
 * Declares the parameters of a server-side script (EXPLAIN atf-guide). On one line, so that errors report the
 * script's own line numbers.
 */
const PRELUDE =
    'var answer, outputs = {}, params = {}, steps = function () { return {} }, ' +
    'stepResult = { setOutputMessage: function () {}, setSuccess: function () { answer = true }, setFailed: function () { answer = false } }, ' +
    "assertEqual = function (a) { if (a.shouldbe !== a.value) throw new Error(a.name + ': expected ' + a.shouldbe + ', got ' + a.value) }; "

/** How a step or a test ended. `error` is a problem of the framework, not of the tested code. */
export interface StepOutcome {
    status: 'success' | 'failure' | 'error'
    output: string
}

/** State that the steps of one test share. */
export interface TestRun {
    host: Host
    /** The user who started the suite, or the one that a step impersonates. */
    user: Principal
    /** sys_ids of users that steps created. */
    created: string[]
    /** Status of the last response. */
    lastStatus?: number
}

/** Runs one step of a test. */
export async function runStep(run: TestRun, step: Row): Promise<StepOutcome> {
    const query = `document_key=${step['sys_id']}`
    const values = new Map(
        run.host.store
            .query('sys_variable_value', { query })
            .map((row) => [row['variable'], row['value'] ?? ''])
    )
    const input = (name: keyof typeof INPUT) => values.get(INPUT[name]) ?? ''
    if (step['step_config'] === CREATE_USER) return addUser(run, input)
    if (step['step_config'] === SERVER_SCRIPT) return runScript(run, step, input('script'))
    if (step['step_config'] === SEND_REQUEST) return sendRequest(run, input)
    if (step['step_config'] === ASSERT_STATUS) return assertStatus(run, input)
    return { status: 'error', output: `The step configuration ${step['step_config']} is not supported here` }
}

async function runScript({ host, user }: TestRun, step: Row, script: string): Promise<StepOutcome> {
    const { error, result, answer } = await host.scripts.run({
        scope: scopeName(host.store, step['sys_scope']),
        source: PRELUDE + script,
        label: `sys_atf_step.${step['sys_id']}`,
        user,
        clientIp: '',
        timeLimitMs: TIME_LIMIT_MS,
    })
    if (error) return { status: 'failure', output: error.message }
    if (answer === false || result === 'false')
        return { status: 'failure', output: 'The script returned false' }
    return { status: 'success', output: '' }
}

type Input = (name: keyof typeof INPUT) => string

function addUser(run: TestRun, input: Input): StepOutcome {
    const others = [input('groups'), input('fieldValues').replace(/^EQ$/, '')]
    if (others.some((value) => value !== ''))
        return { status: 'error', output: 'Groups and other fields of a user are not supported here' }
    const user = createUser(run.host, {
        firstName: input('firstName'),
        lastName: input('lastName'),
        roles: input('roles').split(',').filter(Boolean),
    })
    if (!user) return { status: 'error', output: 'There is no such role' }
    run.created.push(user.userId)
    // Impersonates until the end of the test.
    if (/^(1|true)$/.test(input('impersonate'))) run.user = user
    return { status: 'success', output: `Created the user ${user.userName}` }
}

async function sendRequest(run: TestRun, input: Input): Promise<StepOutcome> {
    const path = input('path')
    if (!path.startsWith('/') || path.startsWith('//')) return { status: 'error', output: 'Invalid path' }
    try {
        const method = input('method').toUpperCase()
        const response = await fetch(run.host.url() + path, {
            method,
            headers: JSON.parse(input('headers') || '{}') as Record<string, string>,
            redirect: 'manual',
            signal: AbortSignal.timeout(TIME_LIMIT_MS),
            ...(method !== 'GET' && { body: input('body') }),
        })
        await response.arrayBuffer()
        run.lastStatus = response.status
        return { status: 'success', output: `${method} ${path}: ${response.status}` }
    } catch {
        return { status: 'error', output: `${path} could not be requested` }
    }
}

function assertStatus({ lastStatus }: TestRun, input: Input): StepOutcome {
    if (input('operation') !== 'equals') return { status: 'error', output: 'Only "equals" is supported here' }
    if (lastStatus === undefined) return { status: 'error', output: 'No request was sent' }
    const output = `Expected status code ${input('statusCode')}, got ${lastStatus}`
    return { status: String(lastStatus) === input('statusCode') ? 'success' : 'failure', output }
}
