/** sys_ids that are the same on every instance, and the public client id. */
export const KNOWN_IDS: Record<string, string> = {
    '239bdf0c47d23110ba46ff58936d4330': 'security attribute user_is_authenticated',
    c97d83137f4432005f58108c3ffa917a: 'notification category that the platform’s own form begins with',
    '44af4464431212108da9a574a9b8f2f5':
        'the platform’s own provider of event queues (EXPLAIN registering-events-guide)',
    f146511b0168413bbe712c5a9c4b41f1:
        'the SDK’s stand-in for the role public, which the instance finds by its name',
    c86a62e2c7022010099a308dc7c26022: 'theme of the platform, in the SDK’s template of UI pages',
    '6f0382bf392a91207729d1e3ce67d7b1': 'client id of OpenFin, public and the same on every instance',
    // The step configurations of the Automated Test Framework and their inputs, as the SDK writes them.
    '41de4a935332120028bc29cac2dc349a': 'step: run a server side script',
    '42f2564b73031300440211d8faf6a777': 'its Jasmine version',
    '989d9e235324220002c6435723dc3484': 'its script',
    e00571a10b3222000b7da95e93673a8f: 'step: send a REST request, inbound',
    '020a6af09fd32200ef4afa7dc67fcfec': 'an input of it that is left empty here',
    '50bff9250b3222000b7da95e93673a9b': 'its path',
    '58408e250b3222000b7da95e93673a5c': 'an input of it that is left empty here',
    '59877da10b3222000b7da95e93673a56': 'its method',
    '6cdd0ab543010210b6f9a0246bb8f2f2': 'an input of it that is left empty here',
    '81e042650b3222000b7da95e93673aa2': 'its body',
    '89ad06b543010210b6f9a0246bb8f2d7': 'an input of it that is left empty here',
    cec002650b3222000b7da95e93673aae: 'its headers',
    '2f4fa7309f132200ef4afa7dc67fcf0f': 'step: assert the status code',
    '1d94cb1f3b8032000774229c93efc419': 'its operation',
    '9f5f67709f132200ef4afa7dc67fcf94': 'its status code',
}
