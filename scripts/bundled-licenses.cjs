const { existsSync, readFileSync, readdirSync } = require( 'fs' );
const { basename, dirname, join } = require( 'path' );

/** As packages name the file of their licence. */
const LICENSE = /^(licen[cs]e|copying|notice)([-.].*)?$/i;

/**
 * The package a module belongs to: the folder below the last node_modules of its path.
 *
 * @param {string} path
 * @return {string|undefined} Its folder.
 */
function packageOf( path ) {
	return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec( path )?.[ 0 ];
}

/**
 * @param {string} folder A package's.
 * @return {{name: string, text: string}|undefined} Which package it is, and its licence; nothing for a folder that is none.
 */
function licenseOf( folder ) {
	const manifest = join( folder, 'package.json' );
	if ( ! existsSync( manifest ) ) {
		return undefined;
	}
	const { name, version, license, author } = JSON.parse( readFileSync( manifest, 'utf8' ) );
	const files = readdirSync( folder ).filter( ( file ) => LICENSE.test( file ) && ! file.endsWith( '.js' ) );
	const texts = files.map( ( file ) => readFileSync( join( folder, file ), 'utf8' ).trim() );
	const by = typeof author === 'string' ? author : author?.name;
	return {
		name,
		text: [
			`${ name } ${ version }: ${ typeof license === 'string' ? license : 'see below' }`,
			...( texts.length > 0 ? texts : [ by ? `By ${ by }.` : '' ] ),
		].join( '\n\n' ),
	};
}

/**
 * Webpack plugin: writes down the licence of every package whose code went into the build, since most ask
 * for their notice to be in every copy. Externals such as React come with WordPress and are not in it.
 */
class BundledLicenses {
	/** @param {string} filename Below the build's folder. */
	constructor( filename ) {
		this.filename = filename;
	}

	/** @param {import('webpack').Compiler} compiler */
	apply( compiler ) {
		const title = basename( __filename );
		compiler.hooks.thisCompilation.tap( title, ( compilation ) => {
			const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
			compilation.hooks.processAssets.tap( { name: title, stage }, () => {
				const folders = new Set();
				for ( const module of compilation.modules ) {
					if ( compilation.chunkGraph.getNumberOfModuleChunks( module ) === 0 ) {
						continue;
					}
					// Modules that were joined into one are inside of it.
					for ( const { resource } of module.modules ?? [ module ] ) {
						folders.add( resource ? packageOf( dirname( resource ) ) : undefined );
					}
				}
				folders.delete( undefined );
				const licenses = new Map(
					[ ...folders ]
						.map( licenseOf )
						.filter( Boolean )
						.map( ( { name, text } ) => [ name, text ] )
				);
				const rule = `\n\n${ '-'.repeat( 80 ) }\n\n`;
				const names = [ ...licenses.keys() ].sort();
				compilation.emitAsset(
					this.filename,
					new compiler.webpack.sources.RawSource(
						`Packages whose code is in this build, and their licences.${ rule }${ names.map( ( name ) => licenses.get( name ) ).join( rule ) }\n`
					)
				);
			} );
		} );
	}
}

module.exports = { BundledLicenses };
