/**
 * Makes dist/counterfoil.zip, which WordPress installs: Plugins > Add New > Upload.
 *
 *   node scripts/package.mjs              builds first
 *   node scripts/package.mjs --no-build   takes build/ as it is
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composerInstall } from './lib/dependencies.mjs';
import { runBesideOthers } from './package/beside-others.mjs';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const zip = join( root, 'dist', 'counterfoil.zip' );

/** What a site needs. Everything else stays here. */
const SHIPPED = [
	'plugin-root.php',
	'uninstall.php',
	'readme.txt',
	'LICENSE',
	'includes',
	'assets',
	'build',
	'languages',
];

/** Source maps and files half written. */
const LEFTOVERS = /\.(map|new)$/;

const run = ( command, args, options = {} ) =>
	execFileSync( command, args, { stdio: [ 'ignore', 'pipe', 'pipe' ], ...options } );
const remove = ( path ) => rmSync( path, { recursive: true, force: true } );

function hasCommand( name ) {
	try {
		run( name, [ '-v' ] );
		return true;
	} catch {
		return false;
	}
}

function copySources( target ) {
	mkdirSync( target, { recursive: true } );
	for ( const name of SHIPPED ) {
		cpSync( join( root, name ), join( target, name ), {
			recursive: true,
			filter: ( path ) => ! LEFTOVERS.test( path ),
		} );
	}
}

/** Only what runs on a site, under names of our own, with a loader of our own. */
function addLibraries( target ) {
	run( 'php', [ join( root, 'scripts', 'package', 'prefix.php' ), root, target ] );
}

function compress( folder ) {
	mkdirSync( join( root, 'dist' ), { recursive: true } );
	remove( zip );
	if ( hasCommand( 'zip' ) ) {
		run( 'zip', [ '-q', '-r', '-X', '-9', zip, 'counterfoil' ], { cwd: folder } );
	} else {
		run( 'php', [ join( root, 'scripts', 'package', 'zip.php' ), join( folder, 'counterfoil' ), zip ] );
	}
}

function unpack( folder ) {
	run( 'php', [
		'-r',
		'$z = new ZipArchive; exit($z->open($argv[1]) === true && $z->extractTo($argv[2]) ? 0 : 1);',
		zip,
		folder,
	] );
	return join( folder, 'counterfoil' );
}

const check = ( plugin ) =>
	run( 'php', [ join( root, 'scripts', 'package', 'check.php' ), plugin ], { encoding: 'utf8' } );

const work = mkdtempSync( join( tmpdir(), 'counterfoil-package-' ) );
try {
	if ( ! process.argv.includes( '--no-build' ) ) {
		run( process.execPath, [ join( root, 'scripts', 'build.mjs' ) ], { stdio: 'inherit' } );
	}
	await composerInstall();
	const plugin = join( work, 'counterfoil' );
	copySources( plugin );
	addLibraries( plugin );
	compress( work );
	const unpacked = unpack( join( work, 'unpacked' ) );
	process.stdout.write( check( unpacked ) );
	process.stdout.write( await runBesideOthers( unpacked ) );
	process.stdout.write( `dist/counterfoil.zip: ${ ( statSync( zip ).size / 1024 / 1024 ).toFixed( 1 ) } MB\n` );
} catch ( error ) {
	// What did not pass is not left where it would be taken for what did.
	remove( zip );
	process.stderr.write( `${ error.message }\n${ error.stdout ?? '' }${ error.stderr ?? '' }\n` );
	process.exitCode = 1;
} finally {
	remove( work );
}
