import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { endGroup, start, stop, until } from './processes.mjs';
import { run } from './run.mjs';

/** @typedef {{dir: string, port: number, pid: number, stop: () => Promise<void>}} MariaDb A server; its user is root, without a password, on 127.0.0.1 only. */

const PATH = `${ process.env.PATH }:/usr/sbin:/sbin`;

/**
 * A MariaDB server of our own: own data, own port; the machine's is not touched. One that runs already on
 * this data is used as it is.
 *
 * @param {string}                              dir     Holds the data, the log and server.json.
 * @param {{port?: number, keep?: boolean, throwaway?: boolean}} options `keep`: goes on after this process; `throwaway`: data may be lost with the machine's power, which is much quicker.
 * @return {Promise<MariaDb>} The server, answering.
 */
export async function mariaDb( dir, { port: wished = 33060, keep = false, throwaway = false } = {} ) {
	const running = await runningMariaDb( dir );
	if ( running ) {
		return running;
	}
	const data = join( dir, 'data' );
	if ( ! existsSync( join( data, 'mysql' ) ) ) {
		mkdirSync( dir, { recursive: true } );
		rmSync( data, { recursive: true, force: true } );
		await run(
			'mariadb-install-db',
			[
				'--no-defaults',
				'--auth-root-authentication-method=normal',
				'--skip-test-db',
				`--user=${ userInfo().username }`,
				`--datadir=${ data }`,
			],
			{ env: { PATH } }
		);
	}
	const port = await freePort( wished );
	// A server that starts removes the temporary tables in its folder: in the machine's, those of the others that run.
	const temporary = join( dir, 'tmp' );
	mkdirSync( temporary, { recursive: true } );
	// Not in `dir`: the path of a socket may have 107 characters.
	const socket = join(
		tmpdir(),
		`counterfoil-${ createHash( 'sha256' ).update( dir ).digest( 'hex' ).slice( 0, 12 ) }.sock`
	);
	const child = start(
		'mariadbd',
		[
			'--no-defaults',
			`--user=${ userInfo().username }`,
			`--datadir=${ data }`,
			`--tmpdir=${ temporary }`,
			`--socket=${ socket }`,
			`--pid-file=${ join( dir, 'mariadbd.pid' ) }`,
			'--bind-address=127.0.0.1',
			`--port=${ port }`,
			'--skip-log-bin',
			'--character-set-server=utf8mb4',
			'--innodb-buffer-pool-size=128M',
			...( throwaway
				? [
						'--innodb-flush-log-at-trx-commit=0',
						'--innodb-flush-method=nosync',
						'--innodb-doublewrite=0',
						'--debug-no-sync=1',
						'--innodb-log-file-size=32M',
					]
				: [ '--innodb-flush-log-at-trx-commit=2' ] ),
		],
		{ log: join( dir, 'mariadbd.log' ), env: { PATH }, keep, patience: 15000 }
	);
	await until( () => answers( port ), { what: 'MariaDB', child } );
	writeFileSync( join( dir, 'server.json' ), JSON.stringify( { port, pid: child.pid } ) );
	return { dir, port, pid: child.pid, stop: () => stop( child ) };
}

/**
 * @param {string} dir
 * @return {Promise<MariaDb|null>} The server that runs on this folder's data. Stopping it is left to who started it.
 */
export async function runningMariaDb( dir ) {
	const file = join( dir, 'server.json' );
	if ( ! existsSync( file ) ) {
		return null;
	}
	const { port, pid } = JSON.parse( readFileSync( file, 'utf8' ) );
	try {
		process.kill( pid, 0 );
	} catch {
		return null;
	}
	return ( await answers( port ) ) ? { dir, port, pid, stop: async () => {} } : null;
}

/** @param {string} dir Ends a server that was started with `keep`. */
export async function stopMariaDb( dir ) {
	const server = await runningMariaDb( dir );
	if ( ! server ) {
		return;
	}
	endGroup( server.pid );
	await until( async () => ! ( await answers( server.port ) ), { what: 'The end of MariaDB' } );
	rmSync( join( dir, 'server.json' ), { force: true } );
}

/**
 * @param {number} port
 * @param {string} statements SQL, several at once.
 */
export async function sql( port, statements ) {
	const { stdout } = await run(
		'mariadb',
		[
			'--no-defaults',
			'--protocol=tcp',
			'--host=127.0.0.1',
			`--port=${ port }`,
			'--user=root',
			'--batch',
			'--skip-column-names',
		],
		{ input: statements }
	);
	return stdout;
}

async function answers( port ) {
	try {
		return ( await sql( port, 'SELECT 1' ) ).trim() === '1';
	} catch {
		return false;
	}
}
