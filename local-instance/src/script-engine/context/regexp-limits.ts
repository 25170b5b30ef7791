/** Argument lists that use 16 kB and 256 kB of stack. */
const FEW = 2048
const MANY = 32_768
/** Maximum source length that is certain to compile within the stack that FEW uses. */
const SHORT = 100
/** A source longer than this may have this many brackets. */
const LONG = 2000
const MAX_BRACKETS = 500

/**
 * Ensures that enough stack is left to compile a regular expression and that it is not nested too deep:
 * otherwise V8 terminates the whole process instead of throwing an error in the script. All matching methods
 * use `exec`.
 */
export function installRegExpLimits(): void {
    const { apply, getOwnPropertyDescriptor, defineProperty } = Reflect
    const { RangeError, SyntaxError } = globalThis
    const { exec: original } = RegExp.prototype
    const sourceOf = getOwnPropertyDescriptor(RegExp.prototype, 'source')?.get as () => string
    const nothing = () => undefined
    const none: unknown[] = []
    const few = new Array<number>(FEW).fill(0)
    let many: number[] | undefined

    const checkLong = (source: string): void => {
        if (source.length > LONG) {
            let brackets = 0
            for (let index = 0; index < source.length; index++) if (source[index] === '(') brackets += 1
            if (brackets > MAX_BRACKETS) throw new SyntaxError('Regular expression too large')
        }
        many ??= new Array<number>(MANY).fill(0)
        apply(nothing, undefined, many)
    }
    const { exec } = {
        exec(this: RegExp, text: string): RegExpExecArray | null {
            // Throws a RangeError of this context if the stack cannot hold them.
            apply(nothing, undefined, few)
            let source = ''
            try {
                source = apply(sourceOf, this, none as [])
            } catch (error) {
                if (error instanceof RangeError) throw error
            }
            if (source.length > SHORT) checkLong(source)
            return apply(original, this, [text])
        },
    }
    defineProperty(RegExp.prototype, 'exec', {
        value: exec,
        writable: true,
        enumerable: false,
        configurable: true,
    })
}
