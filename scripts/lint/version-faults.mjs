/** What is wrong with versions, as sentences for people; an empty list when all is well. */

const EXACT = /^\d+(\.\d+){1,3}(-[\w.]+)?$/;

/** "v1.2.3" is "1.2.3". */
const plain = ( version ) => version.replace( /^v/, '' );

/**
 * composer.json against what Composer installed: every package, the indirect ones too, with its exact version.
 *
 * @param {Object} composer  composer.json.
 * @param {Object} installed vendor/composer/installed.json.
 * @return {string[]} Faults.
 */
export function composerFaults( composer, installed ) {
	const isPackage = ( name ) => name.includes( '/' );
	const shipped = composer.require;
	const tools = composer[ 'require-dev' ];
	const dev = new Set( installed[ 'dev-package-names' ] );
	const there = new Map( installed.packages.map( ( { name, version } ) => [ name, plain( version ) ] ) );
	const wanted = Object.entries( { ...shipped, ...tools } ).filter( ( [ name ] ) => isPackage( name ) );
	const faults = [];
	for ( const [ name, version ] of wanted ) {
		if ( ! EXACT.test( version ) ) {
			faults.push( `composer.json: ${ name } has no exact version: ${ version }` );
		} else if ( there.get( name ) !== version ) {
			faults.push( `composer.json: ${ name } ${ version }, but installed is ${ there.get( name ) ?? 'none' }` );
		}
	}
	for ( const [ name, version ] of there ) {
		const [ list, key ] = dev.has( name ) ? [ tools, 'require-dev' ] : [ shipped, 'require' ];
		if ( ! ( name in list ) ) {
			faults.push( `composer.json: ${ name } ${ version } is installed and not in "${ key }"` );
		}
	}
	return faults;
}

const dependenciesOf = ( json ) => ( { ...json.dependencies, ...json.devDependencies } );

/**
 * Exact versions, and the inner package needs nothing that the outer one does not install in that version.
 *
 * @param {Object} outer package.json of the checkout.
 * @param {Object} inner package.json of the fake Stripe.
 * @return {string[]} Faults.
 */
export function nodeFaults( outer, inner ) {
	const installed = dependenciesOf( outer );
	return [ outer, inner ].flatMap( ( json ) =>
		Object.entries( dependenciesOf( json ) ).flatMap( ( [ name, version ] ) => {
			if ( ! EXACT.test( version ) ) {
				return [ `${ json.name }: ${ name } has no exact version: ${ version }` ];
			}
			return installed[ name ] === version
				? []
				: [ `${ json.name }: ${ name } ${ version }, but the checkout has ${ installed[ name ] ?? 'none' }` ];
		} )
	);
}

/**
 * The lock file against package.json and against what npm installed. It may know packages of other platforms, and
 * lack those of this one; of a package that it knows it is the version that counts.
 *
 * @param {Object} json      package.json.
 * @param {Object} lock      package-lock.json.
 * @param {Object} installed node_modules/.package-lock.json.
 * @return {string[]} Faults.
 */
export function lockFaults( json, lock, installed ) {
	const faults = [];
	const { dependencies, devDependencies } = lock.packages[ '' ];
	for ( const [ name, version ] of Object.entries( dependenciesOf( json ) ) ) {
		const locked = { ...dependencies, ...devDependencies }[ name ];
		if ( locked !== version ) {
			faults.push(
				`package-lock.json: ${ name } ${ locked ?? 'is missing' }, but package.json has ${ version }`
			);
		}
	}
	for ( const [ path, { version, optional, link } ] of Object.entries( installed.packages ) ) {
		const locked = lock.packages[ path ];
		if ( ! locked && ! optional && ! link ) {
			faults.push( `package-lock.json: ${ path } ${ version } is installed and not in it` );
		} else if ( locked && locked.version !== version ) {
			faults.push( `package-lock.json: ${ path } ${ locked.version }, but installed is ${ version }` );
		}
	}
	for ( const [ path, { resolved } ] of Object.entries( lock.packages ) ) {
		if ( /^\w+:/.test( resolved ?? '' ) ) {
			faults.push( `package-lock.json: ${ path } names where it came from: ${ resolved }` );
		}
	}
	return faults;
}
