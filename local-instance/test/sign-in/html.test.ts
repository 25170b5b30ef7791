import { createHash } from 'node:crypto'
import { html } from '../../src/core/ui/html'
import { contentSecurityPolicy, renderPage } from '../../src/core/ui/page'
import { policySource } from '../../src/core/ui/send-page'

it('escapes every value that is not markup', () => {
    const evil = `<b a="1" b='2'>&`
    expect(html`<p title="${evil}">${evil}</p>`.toString()).toBe(
        '<p title="&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;">&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;</p>'
    )
})

it('keeps markup unchanged, joins lists and omits null and undefined', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`)
    expect(html`${items}${null}${undefined}${false}${0}`.toString()).toBe('<li>a</li><li>&lt;</li>0')
})

it('does not accept an object that only looks like markup', () => {
    const fake = { markup: '<b>', toString: () => '<b>' } as unknown as string
    expect(html`${fake}`.toString()).toBe('&lt;b&gt;')
})

it('allows the one stylesheet of the page and nothing else', () => {
    const page = renderPage({ title: 'A & B', body: html`<h1>x</h1>` })
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(contentSecurityPolicy({})).toContain(`style-src 'sha256-${hash}'`)
    expect(page).toContain('<title>A &amp; B')
    expect(page).not.toMatch(/style="|<script/)
})

it.each([
    ['https://app.example.com:8443/cb?x=1', 'https://app.example.com:8443'],
    ['http://[::1]:3000/cb', 'http://[::1]:3000'],
    ['com.example.app:/cb', 'com.example.app:'],
    ['not an address', undefined],
    ["https://a.example.com;script-src 'unsafe-inline'/", undefined],
])('writes %s into a policy as %s', (address, source) => {
    expect(policySource(address)).toBe(source)
})
