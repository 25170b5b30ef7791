/**
 * Prototype's `Array.from` supports objects with `toArray` or `length`, but no iterables: a `Set` becomes an
 * empty array. It also overrides methods of elements (EXPLAIN ui-page-guide, whose pages repair both).
 */
const PROTOTYPE = `(function () {
    window.$ = function (element) {
        return typeof element === 'string' ? document.getElementById(element) : element;
    };
    Array.from = window.$A = function (source) {
        if (!source) return [];
        if ('toArray' in Object(source)) return source.toArray();
        var length = source.length || 0;
        var results = new Array(length);
        while (length--) results[length] = source[length];
        return results;
    };
    window.Prototype = { Version: '1.7' };
    Element.Methods = {
        remove: function (element) {
            element = $(element);
            element.parentNode.removeChild(element);
            return element;
        }
    };
    Element.addMethods = function () {
        Object.keys(Element.Methods).forEach(function (name) {
            Element.prototype[name] = function () {
                return Element.Methods[name].apply(null, [this].concat(Array.prototype.slice.call(arguments)));
            };
        });
    };
    Element.addMethods();
})();
`

const EMPTY = '/* The local instance does not implement this script. */\n'

/** Platform scripts that the SDK's page template loads (SDK sdk-build-plugins/src/ui-page-plugin.ts). */
export const PLATFORM_SCRIPTS: Record<string, string> = {
    '/scripts/lib/prototype.js': PROTOTYPE,
    '/scripts/doctype/functions_bootstrap14.js': EMPTY,
    '/scripts/classes/ajax/GlideURL.js': EMPTY,
    '/scripts/doctype/CustomEventManager.js': EMPTY,
    '/scripts/classes/ajax/GlideAjax.js': EMPTY,
    '/scripts/classes/GlideUser.js': EMPTY,
    '/scripts/polaris_theme_refresh_observer.js': EMPTY,
}
