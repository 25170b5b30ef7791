import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEVERITIES } from '../../setup/doctor/codes'
import { ROOT } from '../support/deploy'

it('docs/admin/doctor.md lists every code with its severity, once', () => {
    const text = readFileSync(join(ROOT, 'docs/admin/doctor.md'), 'utf8')
    const rows = [...text.matchAll(/^\| `(\w+)` \| (\w+) \| (.+?) \| (.+?) \|$/gm)]
    expect(rows.map(([, code]) => code).sort()).toEqual(Object.keys(SEVERITIES).sort())
    expect(Object.fromEntries(rows.map(([, code, severity]) => [code, severity]))).toEqual(SEVERITIES)
})
