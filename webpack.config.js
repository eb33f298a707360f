/**
 * wp-scripts' own configuration, twice: classic scripts (the admin app and the blocks' editors) and
 * script modules (what moves in the portal).
 */
process.env.WP_SOURCE_PATH = 'blocks';
process.env.WP_EXPERIMENTAL_MODULES = '1';
process.env.BABEL_CACHE_DIRECTORY = '.cache/babel';

const { existsSync, readdirSync } = require( 'fs' );
const { resolve } = require( 'path' );
const [ scripts, modules ] = require( '@wordpress/scripts/config/webpack.config' );
const { BundledLicenses } = require( './scripts/bundled-licenses.cjs' );

const ADMIN = './src/index.tsx';

/**
 * Keeps what was compiled between runs: a build without changes takes seconds.
 *
 * @param {string} name What is compiled; each has a cache of its own.
 * @return {import('webpack').Configuration['cache']} Webpack's cache option.
 */
function cached( name ) {
	return {
		type: 'filesystem',
		name: `${ name }-${ scripts.mode }`,
		cacheDirectory: resolve( __dirname, '.cache/webpack' ),
		buildDependencies: {
			config: [ __filename, resolve( __dirname, 'package-lock.json' ) ],
		},
	};
}

/** The script modules of the gateways, each its own: it is loaded by whoever pays through it. */
const GATEWAYS = './blocks/gateways';
const gateways = () =>
	Object.fromEntries(
		readdirSync( resolve( __dirname, GATEWAYS ) ).map( ( name ) => [
			`gateways/${ name }/view`,
			`${ GATEWAYS }/${ name }/view.ts`,
		] )
	);

/** A build that went well has nothing to tell; one that went wrong tells only that. */
const stats = scripts.mode === 'production' ? 'errors-only' : scripts.stats;

/** Styles of a lazy screen change their name with their content, since the browser keeps them for long. */
for ( const plugin of scripts.plugins ) {
	if ( plugin.constructor.name === 'MiniCssExtractPlugin' ) {
		plugin.options.chunkFilename = 'admin/chunks/[name].[contenthash:8].css';
	}
}

module.exports = [
	{
		...scripts,
		name: 'scripts',
		output: { ...scripts.output, chunkFilename: 'admin/chunks/[name].js?ver=[chunkhash]' },
		cache: cached( 'scripts' ),
		stats,
		entry: () => ( {
			...scripts.entry(),
			...( existsSync( resolve( __dirname, ADMIN ) ) && {
				'admin/index': ADMIN,
			} ),
		} ),
		plugins: [ ...scripts.plugins, new BundledLicenses( 'licenses-scripts.txt' ) ],
		// jsPDF brings them along for drawing HTML and SVG, which no document of ours does.
		resolve: {
			...scripts.resolve,
			alias: { ...scripts.resolve.alias, canvg: false, dompurify: false, html2canvas: false },
		},
		// Screens are chunks, and jsPDF is one: size warnings about them say nothing new.
		performance: { hints: false },
	},
	{
		...modules,
		name: 'modules',
		entry: () => ( { ...modules.entry(), ...gateways() } ),
		cache: cached( 'modules' ),
		plugins: [ ...modules.plugins, new BundledLicenses( 'licenses-modules.txt' ) ],
		stats,
		performance: { hints: false },
	},
];
