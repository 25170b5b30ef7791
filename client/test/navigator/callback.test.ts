it('the callback does nothing where a server renders its page', async () => {
    expect(typeof document).toBe('undefined')
    const importing = import('../../src/callback/main').then(Object.keys)
    await expect(importing).resolves.toEqual([])
})
