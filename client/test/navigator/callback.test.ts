it('the callback does nothing where a server renders its page', async () => {
    expect(typeof document).toBe('undefined')
    await expect(import('../../src/callback/main')).resolves.toBeDefined()
})
