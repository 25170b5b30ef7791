import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../support/deploy'

/** Runs `npm start` without its build, which the test run has already done. */
function start(args: string[]): Promise<{ status: number | null; output: string }> {
    return new Promise((resolve) => {
        const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--skip-build', ...args], {
            env: { ...process.env, NO_COLOR: '1' },
        })
        let output = ''
        child.stdout.on('data', (chunk) => (output += chunk))
        child.stderr.on('data', (chunk) => (output += chunk))
        child.on('close', (status) => resolve({ status, output }))
    })
}

describe('npm start', () => {
    it('deploys, sets up, runs the whole flow and, with --once, exits with the status of the result', async () => {
        // As on an instance that rejects Basic authentication, which nothing here may use.
        const { status, output } = await start(['--once', '--basic-auth', 'enforced'])
        expect(output).toContain('Sign-in flow passed: 7 of 7 steps')
        expect(status).toBe(0)
    })

    it.each([[['--port', 'http']], [['--port', '99999']], [['--basic-auth', 'on']], [['--colour']]])(
        'rejects %j',
        async (args) => {
            const { status, output } = await start(args)
            expect(status).toBe(1)
            expect(output).toMatch(/^failed .*(port|basic-auth|colour)/m)
        }
    )
})
