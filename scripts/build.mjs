/**
 * Makes build/ from src/, blocks/ and languages/.
 *
 *   node scripts/build.mjs                   everything, from nothing
 *   node scripts/build.mjs --watch           and again on every change
 *   node scripts/build.mjs --only=contract   one step: contract, contributions, scripts or languages
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const build = join( root, 'build' );
const watch = process.argv.includes( '--watch' );
const only = process.argv.find( ( argument ) => argument.startsWith( '--only=' ) )?.slice( '--only='.length );

/** What is running now, to be ended with us. */
const children = new Set();

/**
 * Runs a program with arguments.
 *
 * @param {string}   name    Whose output it is, when it fails.
 * @param {string[]} args    Arguments of the program.
 * @param {string}   program Node when left out.
 * @return {Promise<void>} Settled when it has ended.
 */
function run( name, args, program = process.execPath ) {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( program, args, {
			cwd: root,
			// A group of its own, since wp-scripts starts webpack in a process that outlives it.
			detached: true,
			stdio: [ 'ignore', watch ? 'inherit' : 'pipe', watch ? 'inherit' : 'pipe' ],
		} );
		const output = [];
		child.stdout?.on( 'data', ( chunk ) => output.push( chunk ) );
		child.stderr?.on( 'data', ( chunk ) => output.push( chunk ) );
		children.add( child );
		child.on( 'error', reject );
		child.on( 'close', ( code ) => {
			children.delete( child );
			if ( code === 0 ) {
				resolve();
				return;
			}
			reject( new Error( `${ name } failed.\n${ Buffer.concat( output ) }` ) );
		} );
	} );
}

const steps = {
	contract: () =>
		run( 'contract', [
			join( 'node_modules', 'tsx', 'dist', 'cli.mjs' ),
			...( watch ? [ 'watch', '--clear-screen=false' ] : [] ),
			join( 'scripts', 'contract', 'generate.ts' ),
		] ),

	/** What of the plugin's PHP a request has to load. */
	contributions: () => run( 'contributions', [ join( 'scripts', 'contributions.php' ) ], 'php' ),

	scripts: () =>
		existsSync( join( root, 'src', 'index.tsx' ) ) || existsSync( join( root, 'blocks' ) )
			? run( 'scripts', [
					join( 'node_modules', '@wordpress', 'scripts', 'bin', 'wp-scripts.js' ),
					watch ? 'start' : 'build',
				] )
			: Promise.resolve(),

	languages: async () => {
		const { compileLanguages } = await import(
			pathToFileURL( join( root, 'scripts', 'i18n', 'compile.mjs' ) ).href
		);
		compileLanguages( root );
	},
};

async function timed( name ) {
	const start = performance.now();
	await steps[ name ]();
	const seconds = ( ( performance.now() - start ) / 1000 ).toFixed( 1 );
	process.stdout.write( `built ${ name.padEnd( 10 ) }${ seconds.padStart( 6 ) } s\n` );
}

function endChildren() {
	for ( const { pid } of children ) {
		try {
			process.kill( -pid, 'SIGTERM' );
		} catch {
			// It ended in the same moment.
		}
	}
}

for ( const signal of [ 'SIGINT', 'SIGTERM' ] ) {
	process.on( signal, () => {
		endChildren();
		process.exit( 1 );
	} );
}

if ( only && ! ( only in steps ) ) {
	process.stderr.write( `Unknown step "${ only }". Available steps: ${ Object.keys( steps ).join( ', ' ) }.\n` );
	process.exit( 1 );
}

try {
	if ( ! only ) {
		// The contract and the contributions replace their own files one by one, so that a running site keeps its routes.
		for ( const name of existsSync( build ) ? readdirSync( build ) : [] ) {
			if ( ! [ 'contract', 'contributions.php', 'openapi.json' ].includes( name ) ) {
				rmSync( join( build, name ), { recursive: true, force: true } );
			}
		}
	}
	await Promise.all( ( only ? [ only ] : Object.keys( steps ) ).map( timed ) );
	// WordPress' plugin mirrors lazy screens' styles too, under numbers that nothing asks for: those use logical properties.
	for ( const name of readdirSync( build ).filter( ( file ) => /^\d+-rtl\.css$/.test( file ) ) ) {
		rmSync( join( build, name ) );
	}
} catch ( error ) {
	endChildren();
	process.stderr.write( `${ error.message }\n` );
	process.exitCode = 1;
}
