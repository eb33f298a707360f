import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mariaDb, sql } from './mariadb.mjs';
import { ROOT } from './paths.mjs';
import { freePort } from './ports.mjs';
import { stop } from './processes.mjs';
import { startFakeStripe, startMailCatcher, startPhp, startRedis } from './servers.mjs';
import { installSite, php, prepareSite } from './site.mjs';

export const ADMIN = { user: 'admin', password: 'password' };

/** What the fake Stripe signs its events with; the seed puts it into the settings. */
export const WEBHOOK_SECRET = 'whsec_demo_4f7b1c9d2e8a';

/** Months of history take half the time on SQLite when PHP is compiled. */
const COMPILED = [ 'enable_cli=1', 'jit=tracing', 'jit_buffer_size=128M' ].flatMap( ( setting ) => [
	'-d',
	`opcache.${ setting }`,
] );

/**
 * @typedef {Object} Stand A complete site with all it needs around it, running.
 * @property {string}                                                              site
 * @property {{url: string, user: string, password: string}}                       admin
 * @property {{url: string, contacts: Array<{email: string, password: string}>}}   portal
 * @property {{url: string, api: string, smtp: number}}                            mail
 * @property {{url: string, webhookSecret: string}|null}                           stripe
 * @property {{engine: 'sqlite'|'mysql', file?: string, port?: number, name?: string}} database
 * @property {Object<string, number>}                                              pids
 * @property {string}                                                              root     WordPress' folder.
 * @property {string}                                                              log      WordPress' debug.log.
 * @property {string}                                                              storage  All of this stand's files.
 */

/**
 * Starts a site, its database, the fake Stripe and the mail catcher; installs and seeds it when it is new.
 *
 * @param {{dir: string, engine: 'sqlite'|'mysql', empty?: boolean, redis?: boolean, from?: string, ports?: {site?: number, mail?: number, smtp?: number, stripe?: number, mysql?: number}, log?: <T>(title: string, work: () => Promise<T>) => Promise<T>}} options `empty`: without the demo's history, and with a clock that nobody moves; `redis`: with a server for an object cache; `from`: the folder of a stand on SQLite that was seeded and has ended, whose data it begins with.
 * @return {Promise<{stand: Stand, end: () => Promise<void>}>} Where everything is, and how to end it.
 */
export async function openStand( {
	dir,
	engine,
	empty = false,
	redis = false,
	from,
	ports = {},
	log = ( title, work ) => work(),
} ) {
	mkdirSync( dir, { recursive: true } );
	const port = {
		site: await freePort( ports.site ?? 8888 ),
		mail: await freePort( ports.mail ?? 1080 ),
		smtp: await freePort( ports.smtp ?? 1025 ),
		stripe: await freePort( ports.stripe ?? 4242 ),
	};
	const url = `http://localhost:${ port.site }`;
	const stripeUrl = `http://127.0.0.1:${ port.stripe }`;
	const servers = {};
	if ( from ) {
		copyData( from, dir, port.site );
	}
	if ( redis ) {
		port.redis = await freePort( 6390 );
		servers.redis = await log( 'Redis', () => startRedis( dir, port.redis ) );
	}

	const [ mailCatcher, stripe, site ] = await Promise.all( [
		log( 'Inbox', () => startMailCatcher( dir, port.smtp, port.mail ) ),
		log( 'Payment network', () =>
			startFakeStripe( dir, port.stripe, {
				// For neighbours that give wp-json another name, or permalinks: what the settings show then works in any case.
				webhookUrl: `http://127.0.0.1:${ port.site }${ empty ? '/?rest_route=' : '/wp-json' }/counterfoil/v1/webhooks/stripe`,
				webhookSecret: WEBHOOK_SECRET,
			} )
		),
		log( 'Site', async () => {
			let mysql;
			if ( engine === 'mysql' ) {
				servers.mariadb = await mariaDb( join( dir, 'server' ), { port: ports.mysql ?? 33060 } );
				await sql( servers.mariadb.port, 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' );
				mysql = { port: servers.mariadb.port, name: 'wordpress' };
			}
			const prepared = await prepareSite( {
				dir,
				url,
				engine,
				mysql,
				mailPort: port.smtp,
				redisPort: port.redis,
				stripeUrl,
				demo: ! empty,
			} );
			if ( from ) {
				cpSync( join( from, UPLOADS ), join( dir, UPLOADS ), { recursive: true } );
			}
			await installSite( prepared, { title: 'Studio North', ...ADMIN, plugin: 'activate' } );
			return prepared;
		} ),
	] );
	const server = await log( 'PHP server', () => startPhp( site, port.site ) );
	if ( ! empty ) {
		await seed( site, port, log );
	}

	const seeded = existsSync( join( dir, 'seed.json' ) )
		? JSON.parse( readFileSync( join( dir, 'seed.json' ), 'utf8' ) )
		: {};
	/** @type {Stand} */
	const stand = {
		site: url,
		admin: { url: `${ url }/wp-admin/admin.php?page=counterfoil`, ...ADMIN },
		portal: {
			// The port may be another one than when the site was seeded.
			url: new URL( new URL( seeded.portal?.url ?? '/portal/', url ).pathname, url ).href,
			contacts: seeded.contacts ?? seeded.portal?.contacts ?? [],
		},
		mail: { url: `http://127.0.0.1:${ port.mail }`, api: `http://127.0.0.1:${ port.mail }/api`, smtp: port.smtp },
		stripe: stripe ? { url: stripeUrl, webhookSecret: WEBHOOK_SECRET } : null,
		database:
			engine === 'mysql'
				? { engine, port: servers.mariadb.port, name: 'wordpress' }
				: { engine, file: join( dir, 'database/wordpress.sqlite' ) },
		pids: {
			php: server.pid,
			mail: mailCatcher.pid,
			...( stripe ? { stripe: stripe.pid } : {} ),
			...( servers.mariadb ? { mariadb: servers.mariadb.pid } : {} ),
		},
		root: site.wp,
		log: site.log,
		storage: dir,
	};
	return {
		stand,
		end: async () => {
			await Promise.all(
				[ server, mailCatcher, stripe, servers.redis ].filter( Boolean ).map( ( child ) => stop( child ) )
			);
			await servers.mariadb?.stop();
		},
	};
}

/** What a stand keeps beside WordPress' files. */
const DATA = [ 'database', 'mail', 'salts.json', 'seed.json', 'seeded.txt', 'installed-sqlite.txt' ];
const UPLOADS = 'wp/wp-content/uploads';

function copyData( from, dir, port ) {
	for ( const name of DATA ) {
		cpSync( join( from, name ), join( dir, name ), { recursive: true } );
	}
	// The site has no host in its pages. The payment network knows where it has sent what happened, and goes on there.
	const old = new URL( JSON.parse( readFileSync( join( from, 'seed.json' ), 'utf8' ) ).portal.url ).port;
	const state = readFileSync( join( from, 'stripe.json' ), 'utf8' );
	writeFileSync(
		join( dir, 'stripe.json' ),
		state
			.replaceAll( `127.0.0.1:${ old }`, `127.0.0.1:${ port }` )
			.replaceAll( `localhost:${ old }`, `localhost:${ port }` )
	);
}

/** Fills a new site, once: with everything running, since the history is paid through the fake Stripe. */
async function seed( site, port, log ) {
	const script = join( ROOT, 'scripts/demo/seed.php' );
	const marker = join( site.dir, 'seeded.txt' );
	if ( ! existsSync( script ) || existsSync( marker ) ) {
		return;
	}
	await log( 'Demo data', () =>
		php( site, [ ...COMPILED, script ], {
			COUNTERFOIL_STAND: site.dir,
			COUNTERFOIL_STRIPE_URL: `http://127.0.0.1:${ port.stripe }`,
			COUNTERFOIL_STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
		} )
	);
	writeFileSync( marker, new Date().toISOString() );
}
