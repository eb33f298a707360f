import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { start, until } from './processes.mjs';

const answers = async ( url ) =>
	( await fetch( url, { redirect: 'manual', signal: AbortSignal.timeout( 10000 ) } ) ).status < 500;

/**
 * PHP's built-in server with workers: a page that asks the site itself for something must not wait for itself.
 *
 * @param {import('./site.mjs').Site} site
 * @param {number}                    port
 * @param {string}                    [first] A file that every request of WordPress reads before all others.
 */
export async function startPhp( site, port, first = '' ) {
	const settings = {
		'opcache.enable': 1,
		'opcache.enable_cli': 1,
		'opcache.memory_consumption': 192,
		'opcache.max_accelerated_files': 20000,
		'opcache.revalidate_freq': 0,
		memory_limit: '256M',
		max_execution_time: 120,
		upload_max_filesize: '32M',
		post_max_size: '40M',
		display_errors: 0,
		log_errors: 1,
		expose_php: 0,
		'date.timezone': 'UTC',
	};
	const child = start(
		'php',
		[
			...Object.entries( settings ).flatMap( ( [ name, value ] ) => [ '-d', `${ name }=${ value }` ] ),
			'-S',
			`127.0.0.1:${ port }`,
			'-t',
			site.wp,
			join( ROOT, 'scripts/site/router.php' ),
		],
		{ log: join( site.dir, 'log/php.log' ), env: { PHP_CLI_SERVER_WORKERS: '4', COUNTERFOIL_READ_FIRST: first } }
	);
	await until( () => answers( `http://127.0.0.1:${ port }/wp-includes/images/blank.gif` ), {
		what: "PHP's server",
		child,
	} );
	return child;
}

/**
 * @param {string} dir  Where mails are kept.
 * @param {number} smtp
 * @param {number} web
 */
export async function startMailCatcher( dir, smtp, web ) {
	const child = start(
		process.execPath,
		[
			join( ROOT, 'node_modules/maildev/dist/bin/maildev.js' ),
			'--smtp',
			String( smtp ),
			'--ip',
			'127.0.0.1',
			'--web',
			String( web ),
			'--web-ip',
			'127.0.0.1',
			'--mail-directory',
			join( dir, 'mail' ),
		],
		{ log: join( dir, 'log/mail.log' ) }
	);
	await until( () => answers( `http://127.0.0.1:${ web }/api/healthz` ), { what: 'The mail catcher', child } );
	return child;
}

/**
 * The fake Stripe, if this checkout has it.
 *
 * @param {string}                                             dir
 * @param {number}                                             port
 * @param {{webhookUrl: string, webhookSecret: string}} options
 */
export async function startFakeStripe( dir, port, { webhookUrl, webhookSecret } ) {
	if ( ! existsSync( join( ROOT, 'tests/stripe/package.json' ) ) ) {
		return null;
	}
	const child = start(
		process.execPath,
		[
			'--import',
			'tsx',
			join( ROOT, 'tests/stripe' ),
			'--port',
			String( port ),
			'--state',
			join( dir, 'stripe.json' ),
			'--webhook-url',
			webhookUrl,
			'--webhook-secret',
			webhookSecret,
		],
		{ log: join( dir, 'log/stripe.log' ) }
	);
	await until( () => answers( `http://127.0.0.1:${ port }/` ), { what: 'The fake Stripe', child } );
	return child;
}

/**
 * Redis, which keeps nothing when it ends.
 *
 * @param {string} dir
 * @param {number} port
 */
export async function startRedis( dir, port ) {
	const child = start(
		'redis-server',
		[ '--port', String( port ), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir ],
		{ log: join( dir, 'log/redis.log' ) }
	);
	await until(
		() =>
			new Promise( ( done ) => {
				const socket = connect( port, '127.0.0.1', () => socket.end( () => done( true ) ) );
				socket.on( 'error', () => done( false ) );
			} ),
		{ what: 'Redis', child }
	);
	return child;
}
