/** WordPress' own rules, no `any`, and the borders of the house: who may import whom. */
const wordpress = require( '@wordpress/eslint-plugin' );
const globals = require( 'globals' );
const importBorders = require( './scripts/lint/import-borders.cjs' );

const TESTS = [ '{src,blocks}/**/*.test.{ts,tsx}', 'tests/js/**/*.{ts,tsx,js}' ];
const ON_NODE = [ 'scripts/**', 'tests/**', '*.config.{js,ts}', '*.cjs' ];

const only = ( files, configs ) => configs.map( ( config ) => ( { ...config, files } ) );

module.exports = [
	{
		ignores: [ 'build/', 'dist/', 'vendor/', 'node_modules/', '.cache/', '.demo/', '**/*.php', '**/*.d.{cts,mts}' ],
	},
	...wordpress.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			globals: globals.browser,
			parserOptions: {
				requireConfigFile: false,
				babelOptions: { presets: [ require.resolve( '@wordpress/babel-preset-default' ) ] },
			},
		},
		plugins: { counterfoil: { rules: { 'import-borders': importBorders } } },
		rules: {
			'counterfoil/import-borders': 'error',
			'@wordpress/i18n-text-domain': [ 'error', { allowedTextDomain: 'counterfoil' } ],
			// A docblock says what a signature does not: it is not a list of parameters.
			'jsdoc/require-param': 'off',
			'jsdoc/require-returns-description': 'off',
			'jsdoc/require-property-description': 'off',
			'jsdoc/check-line-alignment': 'off',
			'jsdoc/valid-types': 'off',
			'jsdoc/check-param-names': 'off',
			'jsdoc/check-tag-names': [ 'error', { definedTags: [ 'jest-environment' ] } ],
			// Fields on the wire are snake_case, as everywhere in WordPress.
			camelcase: [ 'error', { properties: 'never', ignoreDestructuring: true } ],
		},
	},
	{
		files: [ '**/*.ts', '**/*.tsx' ],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			// A leading underscore says that something is left aside on purpose.
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
			],
			// TypeScript knows what is defined.
			'no-undef': 'off',
			'no-redeclare': 'off',
		},
	},
	...only( TESTS, wordpress.configs[ 'test-unit' ] ),
	...only( [ 'tests/e2e/**/*.ts' ], wordpress.configs[ 'test-playwright' ] ),
	{
		files: ON_NODE,
		languageOptions: { globals: globals.node },
		rules: {
			'no-console': 'off',
			'import/no-extraneous-dependencies': 'off',
			'import/no-unresolved': 'off',
		},
	},
	{
		// The fake Stripe speaks as Stripe does.
		files: [ 'tests/stripe/**' ],
		rules: { camelcase: 'off' },
	},
];
