import { Script } from 'node:vm'
import { createCompiler } from '../../src/script-engine/thread/compiler'
import { createBareContext } from '../../src/script-engine/thread/sandbox'

describe('compiling scripts', () => {
    const compiler = createCompiler(createBareContext)
    const context = createBareContext()
    const evaluate = (source: string): unknown => {
        const script = compiler.script(source, 'file')
        if (!(script instanceof Script)) throw new Error(script.message)
        return script.runInContext(context)
    }

    it('compiles a source once', () => {
        expect(compiler.script('1 + 1', 'a')).toBe(compiler.script('1 + 1', 'a'))
        expect(compiler.script('1 + 1', 'a')).not.toBe(compiler.script('1 + 1', 'b'))
        expect(compiler.function('return 1', 'a', [])).not.toBe(compiler.function('return 1', 'a', ['x']))
    })

    it('keeps strict mode if a script sets it', () => {
        expect(evaluate("'use strict'\n;(function () { return this === undefined })()")).toBe(true)
        expect(evaluate("/* a */ // b\n'use strict'\n;(function () { return this === undefined })()")).toBe(
            true
        )
        expect(evaluate('(function () { return this === undefined })()')).toBe(false)
    })

    it('terminates a source that ends in a comment', () => {
        expect(evaluate('5 // five')).toBe(5)
        expect(compiler.function('return 5 // five', 'file', [])).toBeInstanceOf(Script)
    })

    it.each([
        ['}); (function () {', []],
        ['} function x() {', []],
        ['return 1', ['a b']],
        ['return 1', ['a = process']],
        ['return 1', ['...a']],
        ['return 1', ['a,b){}(']],
    ])('rejects %j with parameters %j', (body, parameters) => {
        expect(compiler.function(body, 'file', parameters)).not.toBeInstanceOf(Script)
    })

    it.each([
        ["import('x')", false],
        ["x => import ('x')", false],
        ["`${import('x')}`", false],
        ["'import(1)'", true],
        ['// import(1)', true],
        ['/* import.meta */', true],
        ['/import(1)/', true],
        ['`import(1)`', true],
        ['({ important: 1 })', true],
        ['reimport(1)', true],
    ])('%j compiles: %s', (source, good) => {
        expect(compiler.script(source, 'file') instanceof Script).toBe(good)
        expect(compiler.function(source, 'file', []) instanceof Script).toBe(good)
    })
})
