it('the callback does nothing in server-side rendering', async () => {
    expect(typeof document).toBe('undefined')
    const importing = import('../../src/callback/main').then(Object.keys)
    await expect(importing).resolves.toEqual([])
})
