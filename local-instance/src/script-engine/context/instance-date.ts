/**
 * Makes `new Date()`, `Date()` and `Date.now()` use the instance's clock; the rest of Date is unchanged.
 *
 * @param now ms since 1970 on the instance's clock.
 */
export function installInstanceDate(now: () => number): void {
    const { construct } = Reflect
    const MachineDate = Date
    const { toString } = Date.prototype
    const call = Function.prototype.call.bind(toString) as (date: Date) => string
    Object.defineProperty(MachineDate, 'now', {
        value: { now: () => now() }.now,
        writable: true,
        enumerable: false,
        configurable: true,
    })
    const InstanceDate = new Proxy(MachineDate, {
        construct: (target, args, newTarget) =>
            construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
        apply: (target) => call(new target(now())),
    })
    for (const owner of [MachineDate.prototype, globalThis]) {
        Object.defineProperty(owner, owner === globalThis ? 'Date' : 'constructor', {
            value: InstanceDate,
            writable: true,
            enumerable: false,
            configurable: true,
        })
    }
}
