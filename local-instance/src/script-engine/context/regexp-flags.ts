/** Flags of ECMAScript 2022, except `d`, which the platform lacks. */
const FLAGS = 'gimsuy'

/** Rejects regular expressions that a script creates from text with flags that the platform lacks. */
export function installRegExpFlags(): void {
    const { construct, apply, defineProperty, deleteProperty } = Reflect
    const { SyntaxError } = globalThis
    const MachineRegExp = RegExp
    const { compile } = RegExp.prototype as unknown as { compile(...args: unknown[]): RegExp }

    const check = (args: unknown[]): unknown[] => {
        const given = args[1]
        if (given === undefined) return args
        const flags = `${given as string}`
        for (let index = 0; index < flags.length; index++) {
            const flag = flags[index] as string
            let known = false
            for (let at = 0; at < FLAGS.length; at++) known ||= FLAGS[at] === flag
            if (!known) throw new SyntaxError(`Invalid flags supplied to RegExp constructor '${flags}'`)
        }
        return [args[0], flags]
    }
    const PlatformRegExp = new Proxy(MachineRegExp, {
        construct: (target, args, newTarget) => construct(target, check(args), newTarget) as RegExp,
        apply: (target, self, args) => apply(target, self, check(args)) as RegExp,
    })
    const put = (owner: object, name: string, value: unknown) =>
        defineProperty(owner, name, { value, writable: true, enumerable: false, configurable: true })
    put(globalThis, 'RegExp', PlatformRegExp)
    put(MachineRegExp.prototype, 'constructor', PlatformRegExp)
    put(
        MachineRegExp.prototype,
        'compile',
        {
            compile(this: RegExp, ...args: unknown[]) {
                return apply(compile, this, check(args))
            },
        }.compile
    )
    deleteProperty(MachineRegExp.prototype, 'hasIndices')
}
