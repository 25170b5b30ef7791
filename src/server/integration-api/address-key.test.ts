import { addressKey } from './address-key'

describe('the key of an address', () => {
    it.each([
        ['50.59.164.97', '50.59.164.97'],
        [' 127.0.0.1 ', '127.0.0.1'],
        ['::ffff:10.1.2.3', '10.1.2.3'],
        ['::FFFF:10.1.2.3', '10.1.2.3'],
        ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
        ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
        ['2001:db8::1', '2001:db8:0:0::/64'],
        ['::1', '0:0:0:0::/64'],
        ['fe80::1%eth0', 'fe80:0:0:0::/64'],
        ['2001:db8:1:2::', '2001:db8:1:2::/64'],
        ['::ffff:10.11.12.13', '10.11.12.13'],
        ['x::ffff:10.1.2.3', 'x:0:0:0::/64'],
        ['::ffff:10.1.2.3x', '0:0:0:0::/64'],
        ['1::2:3:4:5:6:7', '1:0:2:3::/64'],
        ['1:2', '1:2::/64'],
    ])('%p is %p', (address, key) => {
        expect(addressKey(address)).toBe(key)
    })

    it('is the same for all addresses of one IPv6 subscriber, and differs for the next', () => {
        expect(addressKey('2001:db8:1:2::1')).toBe(addressKey('2001:db8:1:2:aaaa:bbbb:cccc:dddd'))
        expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'))
    })

    it('is taken from a host object', () => {
        expect(addressKey({ toString: () => '10.0.0.1' })).toBe('10.0.0.1')
    })

    it('is never empty, and never longer than its column', () => {
        for (const address of [null, undefined, '', '  ']) expect(addressKey(address)).toBe('unknown')
        expect(addressKey('x'.repeat(1000))).toHaveLength(45)
        expect(addressKey(`${'a'.repeat(100)}:b`)).toHaveLength(45)
        expect(addressKey(':'.repeat(1000)).length).toBeLessThanOrEqual(45)
    })
})
