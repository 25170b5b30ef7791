import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import {
    createSourceFile,
    forEachChild,
    isClassDeclaration,
    isInterfaceDeclaration,
    isMethodDeclaration,
    isMethodSignature,
    isPropertyDeclaration,
    isTypeAliasDeclaration,
    ScriptTarget,
    type Node,
} from 'typescript'
import { createMemoryBridge } from './support/memory-bridge'
import { createRuntimeContext } from './support/runtime-context'

const TYPES = join(__dirname, '..', '..', '..', '..', 'node_modules', '@servicenow', 'glide', 'src')

/** Members in the documentation of release australia that the types lack, with their page. */
const DOCUMENTED: Record<string, string[]> = {
    // c_GlideSystemScopedAPI
    gs: ['base64Decode', 'base64Encode', 'getTimeZoneName', 'urlDecode', 'urlEncode'],
    // c_GlideDateScopedAPI
    GlideDate: ['getValue'],
}

/** Every member of a class in a declaration file, inherited ones included. */
function declaredMembers(folder: string, name: string): Set<string> {
    const source = createSourceFile(
        name,
        readFileSync(join(TYPES, folder, `${name}.d.ts`), 'utf8'),
        ScriptTarget.ES2022,
        true
    )
    const members = new Set<string>()
    const visit = (node: Node): void => {
        if (isMethodDeclaration(node) || isMethodSignature(node) || isPropertyDeclaration(node)) {
            members.add(node.name.getText(source))
        }
        if (isClassDeclaration(node)) {
            for (const clause of node.heritageClauses ?? []) {
                for (const { expression } of clause.types) {
                    for (const member of declaredMembers(folder, expression.getText(source)))
                        members.add(member)
                }
            }
        }
        forEachChild(node, visit)
    }
    forEachChild(source, (node) => {
        if (isClassDeclaration(node) || isInterfaceDeclaration(node) || isTypeAliasDeclaration(node))
            visit(node)
    })
    return members
}

const TABLE = {
    name: 'incident',
    label: 'Incident',
    lineage: ['incident'],
    extensions: [],
    scope: 'global',
    columns: [{ name: 'number', type: 'string' }],
    displayColumn: 'number',
    rules: [],
}
const { bridge } = createMemoryBridge({ table: () => TABLE, query: () => [{ sys_id: '1', number: 'INC1' }] })
const context = createRuntimeContext(bridge)

/** Member names of an expression's object, without those of Object. */
function offered(expression: string, rest: Parameters<typeof context.value>[1] = {}): string[] {
    const script = `
        var names = {};
        for (var o = ${expression}; o && o !== Object.prototype && o !== Function.prototype; o = Object.getPrototypeOf(o)) {
            Object.getOwnPropertyNames(o).forEach(function (name) { names[name] = true; });
        }
        Object.keys(names)`
    const builtIn = ['constructor', 'length', 'name', 'prototype', 'toString']
    return (JSON.parse(context.value(script, rest) as string) as string[]).filter(
        (name) => !builtIn.includes(name)
    )
}

describe('the Glide API', () => {
    it.each([
        ['types', 'GlideRecord', 'GlideRecord.prototype'],
        ['types', 'GlideRecord', 'GlideRecordSecure.prototype'],
        ['types', 'GlideAggregate', 'GlideAggregate.prototype'],
        ['types', 'GlideElement', "Object.getPrototypeOf(new GlideRecord('incident').getElement('number'))"],
        ['types', 'GlideElementDescriptor', "new GlideRecord('incident').getElement('number').getED()"],
        ['types', 'GlideQueryCondition', "new GlideRecord('incident').addQuery('number', '1')"],
        ['types', 'GlideDateTime', 'GlideDateTime.prototype'],
        ['types', 'GlideDateTime', 'GlideDateTime'],
        ['types', 'GlideDate', 'GlideDate.prototype'],
        ['types', 'GlideDate', 'GlideDate'],
        ['types', 'GlideTime', 'GlideTime.prototype'],
        ['types', 'GlideTime', 'GlideTime'],
        ['types', 'GlideDuration', 'GlideDuration.prototype'],
        ['types', 'GlideDigest', 'GlideDigest.prototype'],
        ['types', 'GlideStringUtil', 'GlideStringUtil'],
        ['types', 'GlideSecureRandomUtil', 'GlideSecureRandomUtil'],
        ['types', 'GlideTableHierarchy', 'GlideTableHierarchy.prototype'],
        ['types', 'GlideTextReader', 'GlideTextReader.prototype'],
        ['types', 'GlideUser', 'gs.getUser()'],
        ['types', 'GlideSession', 'gs.getSession()'],
        ['types', 'gs', 'gs'],
        ...['Client', 'ClientRequest', 'StringMap'].map((name) => [
            'sn_auth',
            `GlideOAuth${name}`,
            `new sn_auth.GlideOAuth${name}()`,
        ]),
        ...['AccessTokenResponse', 'ClientResponse', 'Token'].map((name) => [
            'sn_auth',
            `GlideOAuth${name}`,
            `sn_auth.GlideOAuth${name}.prototype`,
        ]),
        ['sn_ws', 'RESTMessageV2', 'new sn_ws.RESTMessageV2()'],
        ['sn_ws', 'RESTResponseV2', 'sn_ws.RESTResponseV2.prototype'],
        ['sn_ws_int', 'RESTAPIRequest', 'sn_ws_int.RESTAPIRequest.prototype'],
        ['sn_ws_int', 'RESTAPIRequestBody', 'sn_ws_int.RESTAPIRequestBody.prototype'],
        ['sn_ws_int', 'RESTAPIResponse', 'sn_ws_int.RESTAPIResponse.prototype'],
        ['sn_ws_int', 'RESTAPIResponseStream', 'sn_ws_int.RESTAPIResponseStream.prototype'],
        ['sn_ws_err', 'ServiceError', 'sn_ws_err.ServiceError.prototype'],
        ['sn_ws_err', 'ServiceError', 'sn_ws_err.BadRequestError.prototype'],
    ] as [string, string, string][])(
        'offers no undeclared member of %s/%s, in %s',
        (folder, name, expression) => {
            const declared = declaredMembers(folder, name)
            const members = offered(expression)
            expect(declared.size).toBeGreaterThan(0)
            const unknown = members.filter(
                (member) => !declared.has(member) && !DOCUMENTED[name]?.includes(member)
            )
            expect(unknown).toEqual([])
        }
    )

    it('has exactly the platform’s globals of a scoped script', () => {
        const before = Object.getOwnPropertyNames(runInNewContext('globalThis') as object)
        const names = (
            JSON.parse(context.value('Object.getOwnPropertyNames(globalThis)') as string) as string[]
        ).filter((name) => !before.includes(name) && !['names', 'o'].includes(name))
        expect(names.sort()).toEqual([
            'Class',
            'GlideAggregate',
            'GlideDate',
            'GlideDateTime',
            'GlideDigest',
            'GlideDuration',
            'GlideRecord',
            'GlideRecordSecure',
            'GlideSecureRandomUtil',
            'GlideStringUtil',
            'GlideTableHierarchy',
            'GlideTextReader',
            'GlideTime',
            'global',
            'gs',
            'require',
            'sn_auth',
            'sn_ws',
            'sn_ws_err',
            'sn_ws_int',
        ])
    })

    it.each(['print', 'log', 'nowDateTime', 'sleep', 'now', 'cacheFlush', 'sql'])(
        'has no gs.%s in a scope, as on the platform',
        (name) => {
            expect(context.value(`typeof gs.${name}`)).toBe('undefined')
        }
    )

    it('logs with gs.print in the global scope', () => {
        expect(context.value('typeof gs.print', { transaction: { scope: 'global' } })).toBe('function')
    })

    it.each([
        'Packages',
        'java',
        'process',
        'GlideEncrypter',
        'GlideSysAttachment',
        'JSUtil',
        'OAuthUtil',
        'setTimeout',
    ])('does not support %s', (name) => {
        expect(context.value(`typeof ${name}`)).toBe('undefined')
    })
})
