/** Tests of TypeScript: beside the code (src, blocks) and, for what is beside nothing, in tests/js. */
const { resolve } = require( 'path' );
const preset = require( '@wordpress/jest-preset-default/jest-preset' );

/** Packages that are ES modules only, which Jest reads after Babel has been over them. */
const ES_MODULES = [
	'@wordpress/dataviews/build-wp',
	'@wordpress/[^/]+/build-module',
	'@noble',
	'gettext-parser',
	'is-plain-obj',
	'jspdf',
	'parsel-js',
	'regexparam',
	'uuid',
	'wouter',
	'zod',
];

module.exports = {
	...preset,
	rootDir: resolve( __dirname, '../..' ),
	roots: [ '<rootDir>/src', '<rootDir>/tests/js' ],
	testMatch: [ '**/*.test.{ts,tsx,js}' ],
	testPathIgnorePatterns: [ '/node_modules/', '<rootDir>/vendor/', '<rootDir>/build/' ],
	modulePathIgnorePatterns: [ '<rootDir>/build/', '<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.demo/' ],
	cacheDirectory: '<rootDir>/.cache/jest',
	moduleFileExtensions: [ 'tsx', 'ts', 'js', 'jsx', 'mjs', 'json' ],
	setupFiles: [ ...preset.setupFiles, '<rootDir>/tests/js/globals.js' ],
	transform: { '\\.m?[jt]sx?$': require.resolve( '@wordpress/scripts/config/babel-transform' ) },
	transformIgnorePatterns: [ `/node_modules/(?!(${ ES_MODULES.join( '|' ) })(/|$))(?!.*\\.mjs$)` ],
	// A busy machine is not a failure.
	testTimeout: 30_000,
	reporters: [ 'default' ],
};
