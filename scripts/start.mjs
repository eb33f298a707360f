/**
 * `npm start`: a complete Counterfoil with demo data, on this machine alone.
 *
 *   --port 9000            port of the site (default: 8888, or the next free one)
 *   --database=mariadb     use MariaDB instead of SQLite
 *   --reset                start again with new data
 *   --no-build             don't rebuild build/
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flagsOf, refuse } from './lib/flags.mjs';
import { bold, dim, green, step } from './lib/log.mjs';
import { DEMO, ROOT } from './lib/paths.mjs';
import { endGroup } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';
import { openStand } from './lib/stand.mjs';
import { keepTicking } from './lib/ticker.mjs';

const USAGE = 'Usage: npm start -- [--port 9000] [--database=sqlite|mariadb] [--reset] [--no-build]';
const flags = flagsOf(
	{
		port: { type: 'string' },
		database: { type: 'string', default: 'sqlite' },
		reset: { type: 'boolean', default: false },
		'no-build': { type: 'boolean', default: false },
	},
	USAGE
);
const where = join( DEMO, 'demo.json' );
const engine = flags.database === 'sqlite' ? 'sqlite' : 'mysql';

if (
	! [ 'sqlite', 'mariadb', 'mysql' ].includes( flags.database ) ||
	( flags.port && ! /^\d{2,5}$/.test( flags.port ) )
) {
	refuse( USAGE );
}

let before = existsSync( where ) ? JSON.parse( readFileSync( where, 'utf8' ) ) : {};
if ( before.pids?.start && runs( before.pids.start, 'start.mjs' ) ) {
	process.stderr.write(
		`The demo is already running: ${ before.site } (stop it with Ctrl-C in its terminal, or run: kill ${ before.pids.start })\n`
	);
	process.exit( 1 );
}
endLeftovers( before.pids ?? {} );
if ( flags.reset ) {
	rmSync( DEMO, { recursive: true, force: true } );
	before = {};
}
mkdirSync( DEMO, { recursive: true } );

try {
	await setUp( {
		system: engine === 'mysql' ? [ 'php', 'mariadb' ] : [ 'php' ],
		wished: [ 'cjk' ],
		build: ! flags[ 'no-build' ],
	} );
	// Each database is a demo of its own: its invoices' ids are in its files and at its Stripe.
	const { stand } = await openStand( {
		dir: join( DEMO, engine === 'mysql' ? 'mariadb' : 'sqlite' ),
		engine,
		ports: {
			site: Number( flags.port ?? portOf( before.site ) ?? 8888 ),
			mail: portOf( before.mail?.url ),
			stripe: portOf( before.stripe?.url ),
			smtp: before.mail?.smtp,
		},
		log: step,
	} );
	if ( stand.stripe ) {
		// The demo's account has debits and banks too; tests turn on what they look at.
		await fetch( `${ stand.stripe.url }/_control/methods`, {
			method: 'POST',
			body: JSON.stringify( { on: 'sepa_debit,bacs_debit,us_bank_account,blik,p24,ideal,eps,bancontact' } ),
		} );
	}
	writeFileSync( where, JSON.stringify( { ...stand, pids: { start: process.pid, ...stand.pids } }, null, '\t' ) );
	process.on( 'exit', () => writeFileSync( where, JSON.stringify( { ...stand, pids: {} }, null, '\t' ) ) );
	keepTicking( stand.site );
	process.stdout.write( signpost( stand ) );
} catch ( error ) {
	process.stderr.write( `\n${ error.message }\n` );
	process.exit( 1 );
}

/** @param {import('./lib/stand.mjs').Stand} stand */
function signpost( stand ) {
	const line = ( name, url, rest = '' ) =>
		`  ${ name.padEnd( 15 ) } ${ bold( url ) }${ rest ? `  ${ dim( rest ) }` : '' }\n`;
	const [ contact ] = stand.portal.contacts;
	const wished = flags.port ?? portOf( before.site );
	const elsewhere = wished && Number( wished ) !== portOf( stand.site );
	return [
		`\n${ green( 'Counterfoil is running.' ) }${ elsewhere ? ` Port ${ wished } is in use, so another port was chosen.` : '' }\n\n`,
		line( 'Agency', stand.admin.url, `${ stand.admin.user } / ${ stand.admin.password }` ),
		line( 'Client portal', stand.portal.url, contact ? `${ contact.email } / ${ contact.password }` : '' ),
		line( 'Inbox', stand.mail.url, 'all emails sent by the site' ),
		stand.stripe
			? line(
					'Payment network',
					stand.stripe.url,
					'pay with 4242 4242 4242 4242, any future date and any code, or by SEPA with AT61 1904 3002 3457 3201'
				)
			: '',
		line( 'Site', stand.site ),
		`\n  ${ dim( `Data is in .demo/ (addresses: .demo/demo.json). To start again with new data, run: npm start -- --reset` ) }`,
		`\n  ${ dim( 'Press Ctrl-C to stop.' ) }\n\n`,
	].join( '' );
}

function portOf( url ) {
	return url ? Number( new URL( url ).port ) || undefined : undefined;
}

/**
 * Ends what a demo left that was ended the hard way. A number may be another program's by now: only what was
 * started with paths of this checkout is meant.
 *
 * @param {Object<string, number>} pids
 */
function endLeftovers( pids ) {
	for ( const pid of Object.values( pids ) ) {
		if ( runs( pid, ROOT ) ) {
			endGroup( pid, 'SIGTERM' );
		}
	}
}

/**
 * Whether a process is there, and is what it is taken for. One that was ended but not yet buried has no command line.
 *
 * @param {number} pid
 * @param {string} word Part of its command line.
 */
function runs( pid, word ) {
	try {
		process.kill( pid, 0 );
	} catch {
		return false;
	}
	const commandLine = `/proc/${ pid }/cmdline`;
	return (
		! existsSync( '/proc/self/cmdline' ) ||
		( existsSync( commandLine ) && readFileSync( commandLine, 'utf8' ).includes( word ) )
	);
}
