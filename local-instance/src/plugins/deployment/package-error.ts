/** Maximum number of problems in a message; a broken package tends to have the same one in every file. */
const SHOWN = 10

/** A problem and its place in a package. */
export interface PackageProblem {
    /** Path inside the package, such as `update/sys_properties_a6ed….xml`; empty for the archive itself. */
    file: string
    /** Line in that file, from 1; 0 if the line is unknown. */
    line: number
    message: string
}

/** A package that cannot be installed. Nothing has been written. */
export class PackageError extends Error {
    readonly code = 'invalid_package'

    constructor(readonly problems: readonly PackageProblem[]) {
        const lines = problems.slice(0, SHOWN).map(toLine)
        if (problems.length > SHOWN) lines.push(`and ${problems.length - SHOWN} more`)
        super(lines.join('\n'))
        this.name = 'PackageError'
    }
}

/** A {@link PackageError} with one problem. */
export function packageError(file: string, line: number, message: string): PackageError {
    return new PackageError([{ file, line, message }])
}

function toLine({ file, line, message }: PackageProblem): string {
    if (!file) return message
    return line > 0 ? `${file}:${line}: ${message}` : `${file}: ${message}`
}
