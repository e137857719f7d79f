/** The version in package.json, put in by the build. */
declare const __FIREBREAK_VERSION__: string;
